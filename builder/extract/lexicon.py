"""Knowledge becomes a lexicon: every way in which a text may write an entity, ready for look-up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from builder.extract.joining import Joining, joining_of
from builder.models import Knowledge, LanguageRules
from builder.text import fold, is_arabic, words

PERSON, ORGANISATION, PLACE, AGREEMENT = "person", "organisation", "place", "agreement"
_LONGEST_ACRONYM = 6
_SIGNS = frozenset(",+&/")


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of an entity.

    ``words`` are folded, the first one without its definite article when ``has_article``.
    ``exact`` holds the letters to be matched as they are (acronyms: "US" is not "us").
    ``strength`` is ``full``, ``short`` (a surname, or what others are called as well) or ``weak`` (needs support).
    ``signs`` are what the name itself has between its words beside spaces, hyphens and apostrophes ("5+5",
    "Oil & Gas").
    """

    words: tuple[str, ...]
    entity: str
    kind: str
    strength: str
    exact: tuple[str, ...] = ()
    capital: bool = False
    has_article: bool = False
    signs: tuple[str, ...] = ()


Opening = tuple[Form, int]
"""A form that may begin with a word, and the place in the word where it does."""


@dataclass(frozen=True)
class Lexicon:
    """Forms by their first word, the longest first; ``same`` are particles that are compared as one.

    Agreements stand apart, since their names may contain those of others. What may begin with a word is remembered:
    most words begin nothing, and the same ones come again in every article.
    """

    names: Mapping[str, tuple[Form, ...]]
    agreements: Mapping[str, tuple[Form, ...]]
    same: Mapping[str, str]
    joining: Joining

    @cached_property
    def name_openings(self) -> Openings:
        """The names that may begin with a word."""
        return Openings(self.names, self.joining, self.same)

    @cached_property
    def agreement_openings(self) -> Openings:
        """The same for agreements."""
        return Openings(self.agreements, self.joining, self.same)


class Openings:
    """The forms that may begin with a folded word, those of its longest reading first."""

    def __init__(self, forms: Mapping[str, tuple[Form, ...]], joining: Joining, same: Mapping[str, str]) -> None:
        self._forms, self._joining, self._same = forms, joining, same
        self.of = lru_cache(maxsize=16384)(self._of)
        self.before = lru_cache(maxsize=16384)(self._before)

    def _of(self, folded: str) -> tuple[Opening, ...]:
        """All of them."""
        return tuple(
            (form, offset)
            for base, has_article, offset in self._joining.readings(folded)
            for form in self._forms.get(base, ())
            if form.has_article == has_article
        )

    def _before(self, folded: str, following: str | None) -> tuple[Opening, ...]:
        """Those whose second word is the one that follows, or comes after it when that is an initial."""
        return tuple(one for one in self.of(folded) if len(one[0].words) == 1 or self._may_go_on(one[0], following))

    def _may_go_on(self, form: Form, following: str | None) -> bool:
        if following is None:
            return False
        return self._same.get(following, following) == form.words[1] or (form.kind == PERSON and len(following) <= 1)


def build_lexicon(knowledge: Knowledge, languages: tuple[LanguageRules, ...]) -> Lexicon:
    """Collect the forms of everyone and everything in the knowledge."""
    writing = _writing(languages)
    same, joining = writing.same, writing.joining
    forms = [form for named in _names(knowledge) for form in writing.forms(*named)]
    names = _by_first_word((form for form in forms if form.kind != AGREEMENT), same)
    agreements = _by_first_word((form for form in forms if form.kind == AGREEMENT), same)
    return Lexicon(names, agreements, same, joining)


@dataclass(frozen=True)
class _Writing:
    """How the languages write names. The forms of a name are remembered: of thousands an editor changes one."""

    same: Mapping[str, str]
    joining: Joining

    @cached_property
    def forms(self) -> Callable[[str, str, str, str], tuple[Form, ...]]:
        """The forms of a name, given with its entity, kind and strength."""

        def forms(text: str, entity: str, kind: str, strength: str) -> tuple[Form, ...]:
            return tuple(_forms(text, entity, kind, strength, self.same, self.joining))

        return lru_cache(maxsize=65536)(forms)


@lru_cache(maxsize=4)
def _writing(languages: tuple[LanguageRules, ...]) -> _Writing:
    cues = [rules.names for rules in languages]
    same = {fold(a): fold(b) for cue in cues for a, b in cue.same.items()}
    return _Writing(same, joining_of(cues))


def _by_first_word(forms: Iterable[Form], same: Mapping[str, str]) -> Mapping[str, tuple[Form, ...]]:
    """The forms by each word that they may begin with, so that a text's word is looked up as it is."""
    found: dict[str, set[Form]] = defaultdict(set)
    for form in forms:
        found[form.words[0]].add(form)
    ordered = {word: tuple(sorted(begun, key=_longest_first)) for word, begun in found.items()}
    return ordered | {written: ordered.get(compared, ()) for written, compared in same.items()}


def _longest_first(form: Form) -> tuple[int, int, str, str, str]:
    return -len(form.words), -sum(map(len, form.words)), form.strength, form.kind, form.entity


def _names(knowledge: Knowledge) -> Iterator[tuple[str, str, str, str]]:
    for person in knowledge.people.values():
        yield from ((name, person.id, PERSON, "full") for name in (*person.names.values(), *person.aliases))
        yield from ((name, person.id, PERSON, "short") for name in person.short)
    for organisation in knowledge.organisations.values():
        names = (*organisation.names.values(), *organisation.aliases)
        yield from ((name, organisation.id, ORGANISATION, "full") for name in names)
        yield from ((name, organisation.id, ORGANISATION, "short") for name in organisation.weak_aliases)
    for place in knowledge.places.values():
        yield from ((name, place.id, PLACE, "full") for name in (*place.names.values(), *place.aliases))
    for agreement in knowledge.agreements.values():
        yield from ((name, agreement.id, AGREEMENT, "full") for name in agreement.names.values())
        for alias in agreement.aliases:
            yield alias.text, agreement.id, AGREEMENT, "weak" if alias.weak else "full"


def _forms(
    text: str, entity: str, kind: str, strength: str, same: Mapping[str, str], joining: Joining
) -> Iterator[Form]:
    """The form of a name and, for a person, the one without middle initials."""
    parts = words(text)
    if not parts:
        return
    first, *others = (same.get(part.folded, part.folded) for part in parts)
    bare = joining.bare(first) if is_arabic(text) else first
    has_article, folded = bare != first, (bare, *others)
    letters = "".join(part.text for part in parts)
    acronym = letters.isupper() and len(letters) <= _LONGEST_ACRONYM
    exact = tuple(part.text for part in parts) if acronym else ()
    capital = parts[0].text[0].isupper()
    gaps = tuple(text[one.end : other.start].strip() for one, other in pairwise(parts))
    signs = gaps if _SIGNS.intersection(gaps) else ()
    form = Form(folded, entity, kind, strength, exact, capital, has_article, signs)
    yield form
    without = _without_initials(folded)
    if kind == PERSON and without != folded and len(without) > 1:
        yield Form(without, entity, kind, strength, (), capital, has_article)


def _without_initials(folded: tuple[str, ...]) -> tuple[str, ...]:
    return (folded[0], *(word for word in folded[1:-1] if len(word) > 1), *folded[1:][-1:])
