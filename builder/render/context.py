"""What every page is rendered with: the dossier, the words for readers, and where things stand."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from babel import Locale

from builder.messages import Messages
from builder.models import (
    Article,
    Deed,
    Dossier,
    Entity,
    Event,
    Evidence,
    LanguageRules,
    Mention,
    RegisterEntry,
    Source,
)
from builder.render.markdown import Markdown, element, join, link, outward, text

FOLDERS = {"person": "people", "organisation": "organisations", "place": "places"}
_LONGEST_LABEL = 28
MOST_EXCERPTS = 5
HOME, ARTICLES, TIMELINE, METHOD = "index.md", "articles/index.md", "timeline.md", "sources-and-method.md"
EXPORT, SEARCH = "data/dossier.json", "data/search.json"
PRINT, FEED = "print.md", "feed.xml"


@dataclass(frozen=True)
class Context:
    """The dossier with look-ups by id, and the interface language's messages."""

    dossier: Dossier
    languages: Mapping[str, LanguageRules]
    say: Messages

    @cached_property
    def articles(self) -> Mapping[str, Article]:
        """The articles by id."""
        return {article.id: article for article in self.dossier.articles}

    @cached_property
    def replaced_by(self) -> Mapping[str, Sequence[Article]]:
        """For each article those that count no more since it replaces them."""
        found: dict[str, list[Article]] = {}
        for article, other in self.dossier.superseded:
            found.setdefault(other, []).append(article)
        return found

    @cached_property
    def register(self) -> Mapping[str, RegisterEntry]:
        """The rows of the register by id."""
        return {entry.id: entry for entry in self.dossier.register}

    @cached_property
    def deeds_of(self) -> Mapping[str, Mapping[str, Sequence[Deed]]]:
        """For each article what it says of each row of the register, in the order of the register."""
        found: dict[str, dict[str, list[Deed]]] = {}
        for entry in self.dossier.register:
            for article, deed in entry.deeds:
                found.setdefault(article, {}).setdefault(entry.id, []).append(deed)
        return found

    @cached_property
    def rows_of(self) -> Mapping[str, tuple[RegisterEntry, ...]]:
        """The rows of the register that each article speaks of."""
        return {article: tuple(self.register[row] for row in rows) for article, rows in self.deeds_of.items()}

    @cached_property
    def tellers_of(self) -> Mapping[str, frozenset[str]]:
        """The articles that speak of each row of the register."""
        return {entry.id: frozenset(article for article, _ in entry.deeds) for entry in self.dossier.register}

    @cached_property
    def rows_naming(self) -> Mapping[str, Sequence[RegisterEntry]]:
        """The rows of the register of which someone or something is a party or signatory."""
        found: dict[str, list[RegisterEntry]] = {}
        for entry in self.dossier.register:
            for entity in dict.fromkeys((*entry.parties, *entry.signatories)):
                found.setdefault(entity, []).append(entry)
        return found

    @cached_property
    def named_in(self) -> Mapping[Evidence, Sequence[str]]:
        """The people and organisations whom each sentence names."""
        found: dict[Evidence, list[str]] = {}
        for entity in self.dossier.entities.values():
            for sentence in entity.evidence if entity.kind != "place" else ():
                found.setdefault(sentence, []).append(entity.id)
        return found

    @cached_property
    def names_of_people(self) -> frozenset[str]:
        """Every name and spelling of the people whom the knowledge or the articles name."""
        known = ((*person.names.values(), *person.aliases) for person in self.dossier.knowledge.people.values())
        entities = self.dossier.entities.values()
        named = ((*entity.names.values(), *entity.aliases) for entity in entities if entity.kind == "person")
        return frozenset(name for names in (*known, *named) for name in names)

    @cached_property
    def spellings_of(self) -> Mapping[str, Mapping[str, Evidence]]:
        """For each entity the names of several words that articles first give it, each with a sentence."""
        found: dict[str, dict[str, Evidence]] = {}
        for article in self.dossier.articles:
            first: dict[str, Mention] = {}
            for mention in article.mentions:
                if " " in mention.text:
                    first.setdefault(mention.entity, mention)
            for entity, mention in first.items():
                sentence = article.sentence(mention.paragraph, mention.start)
                found.setdefault(entity, {}).setdefault(mention.text, sentence)
        return found

    @cached_property
    def known_events_of(self) -> Mapping[str, Sequence[Event]]:
        """The events of the knowledge that each article speaks of."""
        found: dict[str, list[Event]] = {}
        for event in self.dossier.events:
            for article in event.articles if event.kind == "known" else ():
                found.setdefault(article, []).append(event)
        return found

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """The id of the place that each country is, by its ISO 3166 code."""
        places = self.dossier.knowledge.places.values()
        return {place.country: place.id for place in places if place.kind == "country" and place.country}

    @cached_property
    def register_page(self) -> str:
        """The page that holds the register: the first topic with that layout, else the timeline."""
        topics = (view.topic for view in self.dossier.topics)
        return next((topic_page(topic.id) for topic in topics if topic.layout == "register"), TIMELINE)

    def direction(self, language: str) -> str:
        """The direction of a language."""
        rules = self.languages.get(language)
        return rules.direction if rules else "ltr"

    def in_language(self, content: str, language: str, tag: str = "bdi", **values: str) -> Markdown:
        """Inline content marked with its language and direction."""
        return element(tag, content, lang=language, dir=self.direction(language), **values)

    def name_of(self, names: Mapping[str, str], fallback: str = "") -> Markdown:
        """A name in the interface language, or in another one and marked as such."""
        if self.say.language in names:
            return text(names[self.say.language])
        for language, name in names.items():
            return self.in_language(name, language)
        return text(fallback)

    def other_names(self, names: Mapping[str, str]) -> Markdown:
        """The names in the other languages, each marked, without those that are the same."""
        shown = {names.get(self.say.language) or next(iter(names.values()), "")}
        others = []
        for language, name in names.items():
            if name not in shown:
                shown.add(name)
                others.append(self.in_language(name, language))
        return join(" · ", others)

    def entity_name(self, entity: str) -> Markdown:
        """The name of an entity by id; an id that no article mentions is looked up in the knowledge."""
        return self.name_of(self._names(entity), entity)

    def _names(self, entity: str) -> Mapping[str, str]:
        if entity in self.dossier.entities:
            return self.dossier.entities[entity].names
        record = self.dossier.knowledge.find(entity)
        return record.names if record else {}

    def entity_link(self, entity: str, here: str) -> Markdown:
        """The name of an entity, linked to its page when it has one."""
        found = self.dossier.entities.get(entity)
        name = self.entity_name(entity)
        return link(name, entity_page(found), here) if found else name

    def title(self, article: Article) -> Markdown:
        """The title in the interface language when the editor gave one, otherwise as printed."""
        english = article.clean.raw.sidecar.english_title
        if english and self.say.language == "en":
            return text(english)
        return self.in_language(article.clean.title.value, article.clean.language)

    def article_link(self, article: str, here: str) -> Markdown:
        """The title of an article, linked to its page."""
        return link(self.title(self.articles[article]), article_page(article), here)

    def quote(self, evidence: Evidence, here: str, named: bool = True) -> Markdown:
        """The words of a piece of evidence in their own language, with the link that proves them.

        Words that may not be published are left out; the link stays.
        """
        if not self.may_quote(evidence):
            return self.reference(evidence, here, named)
        return join(" ", [self.words(evidence), self.reference(evidence, here, named)])

    def words(self, evidence: Evidence, before: str = "", after: str = "") -> Markdown:
        """The words of a piece of evidence in their own language, with marks before and after them.

        Words that may not be published are left out.
        """
        if not self.may_quote(evidence):
            return Markdown("")
        language = self.articles[evidence.article].paragraph(evidence.paragraph).language
        content = join(" ", [before, text(evidence.quote), after])
        return self.in_language(content, language, "q", class_="evidence")

    def reference(self, evidence: Evidence, here: str, named: bool = True) -> Markdown:
        """A link to the paragraph of a piece of evidence, with the article's title when ``named``."""
        number = text(f"¶{evidence.paragraph.removeprefix('p')}")
        label = join(" ", [self.title(self.articles[evidence.article]), number]) if named else number
        marks = {"class_": "ref source" if named else "ref", "data_search_exclude": "true"}
        return link(label, article_page(evidence.article), here, evidence.paragraph, **marks)

    def source(self, source: Source) -> Markdown:
        """The citation of a fact of the knowledge, linked when it has an address."""
        return outward(source.text, source.url)

    @cached_property
    def short_labels(self) -> Mapping[str, Markdown]:
        """How each article is cited inside a sentence: who published it, its year, a letter where two are alike."""
        alike: dict[tuple[str, str], list[str]] = {}
        for article in self.dossier.articles:
            alike.setdefault((self._publisher(article), self.years(article)), []).append(article.id)
        return {
            article: join(" ", [element("bdi", who), f"{when}{_letter(n) if len(articles) > 1 else ''}"])
            for (who, when), articles in alike.items()
            for n, article in enumerate(articles)
        }

    def _publisher(self, article: Article) -> str:
        """Who published an article or else wrote it, shortened; its language when nobody is known."""
        clean = article.clean
        by = clean.byline.value if clean.byline else ""
        named = [found.value for found in (clean.outlet, clean.agency) if found]
        who = next((name for name in (*named, clean.raw.sidecar.english_byline, by) if name), "")
        return textwrap.shorten(who, _LONGEST_LABEL, placeholder="…") or self.say(
            "cite.unnamed", language=self.language_name(clean.language)
        )

    def years(self, article: Article) -> str:
        """The year of an article, or the first and last in which it may lie."""
        when = article.dating.when if article.dating else None
        if when is None or when.earliest is None or when.latest is None:
            return self.say("cite.undated")
        first, last = when.earliest.year, when.latest.year
        return str(first) if first == last else f"{first}–{last}"

    def language_name(self, code: str) -> str:
        """The name of a language in the interface language."""
        return str(Locale.parse(self.say.language).languages.get(code, code))

    def is_full(self, article: Article) -> bool:
        """Tell whether the whole text may be shown: by the sidecar, else the outlet's policy, else the dossier's."""
        policy = self.dossier.settings.publication
        outlet = article.clean.outlet.value if article.clean.outlet else ""
        ids = self._outlets.get(outlet, ())
        chosen = article.clean.raw.sidecar.publication or next(
            (policy.outlets[i] for i in ids if i in policy.outlets), ""
        )
        return (chosen or policy.default) == "full"

    @cached_property
    def _outlets(self) -> Mapping[str, Sequence[str]]:
        """The ids of the outlets that each id or name may mean."""
        found: dict[str, list[str]] = {}
        for outlet in self.dossier.knowledge.outlets.values():
            for name in {outlet.id, *outlet.names.values()} - {""}:
                found.setdefault(name, []).append(outlet.id)
        return found

    @cached_property
    def excerpts(self) -> Mapping[str, frozenset[Evidence]]:
        """For each article of which only excerpts may be shown, the few sentences that may be quoted.

        Those about agreements come first, then those that weigh most for a topic.
        """
        return {a.id: _excerpts(a) for a in self.dossier.articles if not self.is_full(a)}

    def may_quote(self, evidence: Evidence) -> bool:
        """Tell whether these words may be shown."""
        return evidence.article not in self.excerpts or evidence in self.excerpts[evidence.article]


def _letter(number: int) -> str:
    """Letters for numbers from 0: a, b, … z, aa, ab.

    >>> _letter(0), _letter(27)
    ('a', 'ab')
    """
    head, tail = divmod(number, 26)
    return (_letter(head - 1) if head else "") + chr(ord("a") + tail)


def _excerpts(article: Article) -> frozenset[Evidence]:
    by_weight = sorted(article.passages, key=lambda passage: -passage.weight)
    ranked = [*(deed.evidence for deed in article.deeds), *(p.evidence for p in by_weight), *article.sentences[:1]]
    return frozenset(list(dict.fromkeys(ranked))[:MOST_EXCERPTS])


def article_page(article: str) -> str:
    """The path of an article's page."""
    return f"articles/{article}.md"


def topic_page(topic: str) -> str:
    """The path of a topic's page."""
    return f"topics/{topic}.md"


def entity_page(entity: Entity) -> str:
    """The path of an entity's page."""
    return f"{FOLDERS[entity.kind]}/{entity.id}.md"
