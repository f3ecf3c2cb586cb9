"""The dossier becomes ``data/search.json``: what the search of the site knows beside the words of the pages.

Names of one person, place, organisation or agreement in all languages, words of one meaning, and for each article its
titles, its language, its date and who published it. The search finds the page under each of them and shows the words
that the page has. It holds nothing that the pages do not state.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from builder.datewords import say_date
from builder.models import Agreement, Article, Entity, RegisterEntry
from builder.render.context import FOLDERS, Context, article_page, entity_page, topic_page
from builder.text import words

Json = dict[str, Any]

_ANSWERS = ("nothing", "try")
_SHORTEST_SURNAME = 3
_BRACKETS = re.compile(r"\s*\(([^()]+)\)\s*")


def render_search(context: Context) -> str:
    """The whole file, one name, family or article a line."""
    say, articles = context.say, context.dossier.articles
    number_of = {article.id: number for number, article in enumerate(articles)}
    names = [*_entities(context, number_of), *_agreements(context, number_of), *_topics(context)]
    folders = {"articles": "article", "topics": "topic"} | {folder: kind for kind, folder in FOLDERS.items()}
    parts = {
        "words": _object({key: say(f"search.{key}") for key in _ANSWERS}),
        "kinds": _object({folder: say(f"search.kind.{kind}") for folder, kind in folders.items()}),
        "languages": _object({code: rules.name for code, rules in context.languages.items()}),
        "articles": _lines(_article(article, context) for article in articles),
        "names": _lines(names),
        "families": _lines(context.dossier.knowledge.terms.values()),
    }
    return "{\n" + ",\n".join(f'"{key}": {value}' for key, value in parts.items()) + "\n}\n"


def _object(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _lines(items: Iterable[object]) -> str:
    return "[\n" + ",\n".join(_object(item) for item in items) + "\n]"


def _article(article: Article, context: Context) -> Json:
    """The card of an article in words, as search finds and shows it."""
    clean = article.clean
    stated = (clean.outlet, clean.byline, clean.agency, clean.place)
    facts = [attribute.value for attribute in stated if attribute]
    facts += [evidence.quote for evidence in article.reporters]
    facts += [clean.raw.sidecar.english_title, clean.raw.sidecar.english_byline]
    titles = dict.fromkeys((clean.title.value, clean.raw.sidecar.english_title))
    when = article.dating.when if article.dating else None
    return {
        "page": _address(article_page(article.id)),
        "language": clean.language,
        "when": say_date(when, context.say) if when else "",
        "titles": [title for title in titles if title],
        "facts": [fact for fact in dict.fromkeys(facts) if fact] + ([when.edtf] if when else []),
    }


def _entities(context: Context, number_of: Mapping[str, int]) -> Iterator[Json]:
    for entity in context.dossier.entities.values():
        record = context.dossier.knowledge.find(entity.id)
        names = (*entity.names.values(), *entity.aliases, *(record.aliases if record else ()))
        yield _name(
            _address(entity_page(entity)),
            (form for name in names for form in _forms(name)),
            _surnames(entity, context) if entity.kind == "person" else (),
            (number_of[article] for article in entity.articles),
        ) | ({"person": True} if entity.kind == "person" else {})


def _forms(name: str) -> Iterator[str]:
    """A name, the name without what stands in brackets, and the acronym that stands there.

    >>> list(_forms("Harbour Board (HB)"))
    ['Harbour Board (HB)', 'Harbour Board', 'HB']
    """
    yield name
    for found in _BRACKETS.finditer(name):
        yield name.replace(found.group(), " ").strip()
        if found.group(1).isupper():
            yield found.group(1)


def _surnames(entity: Entity, context: Context) -> Sequence[str]:
    """The surnames that the knowledge gives, and the last word of each name."""
    record = context.dossier.knowledge.people.get(entity.id)
    last = [found[-1].text for name in (*entity.names.values(), *entity.aliases) if len(found := words(name)) > 1]
    return [name for name in (*(record.short if record else ()), *last) if len(name) >= _SHORTEST_SURNAME]


def _agreements(context: Context, number_of: Mapping[str, int]) -> Iterator[Json]:
    """The rows of the register; a generic name counts where an article is known to mean this one."""
    for entry in context.dossier.register:
        full, generic = _agreement_names(entry, entry.known)
        page = f"{_address(context.register_page)}#agreement-{entry.id}"
        yield _name(page, full, generic, (number_of[article] for article, _ in entry.deeds))


def _agreement_names(entry: RegisterEntry, known: Agreement | None) -> tuple[Sequence[str], Sequence[str]]:
    aliases = known.aliases if known else ()
    full = (*entry.names.values(), *(alias.text for alias in aliases if not alias.weak))
    return full, [alias.text for alias in aliases if alias.weak]


def _topics(context: Context) -> Iterator[Json]:
    for view in context.dossier.topics:
        yield _name(_address(topic_page(view.topic.id)), [view.topic.title], (), ())


def _name(page: str, names: Iterable[str], short: Iterable[str], articles: Iterable[int]) -> Json:
    """One thing with its names; ``short`` ones are looked for only on its page and in its articles."""
    full = list(dict.fromkeys(names))
    found = {
        "page": page,
        "names": full,
        "short": [name for name in dict.fromkeys(short) if name not in full],
        "articles": sorted(set(articles)),
    }
    return {key: value for key, value in found.items() if value}


def _address(path: str) -> str:
    return path.removesuffix("index.md").removesuffix(".md") + "/"
