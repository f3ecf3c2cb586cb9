"""Sentences become deeds: what an article says was signed, designated or joined, and when."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from builder.dates import DateInterval
from builder.extract.amounts import find_amounts
from builder.extract.deed_days import Sentence, find_asides, find_day, own_dates, reported_day
from builder.extract.lexicon import Lexicon
from builder.extract.matching import Match, find_agreements
from builder.extract.memberships import propose_membership
from builder.extract.proposals import find_places, propose
from builder.extract.referring import corrected
from builder.extract.signed import Signed
from builder.extract.signing import Signing, SigningWords, duration_in, reports_signing
from builder.extract.speech import Spoken
from builder.extract.styles import find_styles
from builder.models import Agreement, DateMention, Dating, Deed, Knowledge, Mention

_NEAR = 60
# A status that lasts is spoken of without its date; "the agreement between the two" may be any.
_STANDING = ("designation", "membership")
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article's deeds are read with; ``naming`` are the paragraphs in which an agreement is named."""

    naming: Set[str]
    lexicon: Lexicon
    knowledge: Knowledge
    signing: Mapping[str, SigningWords]


def find_deeds(
    spoken: Iterable[Spoken],
    mentions: Mapping[str, Sequence[Mention]],
    dates: Sequence[DateMention],
    dating: Dating | None,
    reading: Reading,
) -> tuple[tuple[Deed, ...], tuple[DateMention, ...]]:
    """Find known agreements by their names, and propose one for a signing whose agreement is not known.

    Mentions are given by paragraph. Also gives the dates that belong to another case which a sentence
    only compares with.
    A generic name ("the cooperation agreement") counts only with a signatory or a fitting date in
    its sentence, or when the article also gives the agreement's proper name.
    """
    found = list(_sentences(spoken, mentions, dates, reading))
    certain = {agreement for sentence in found for agreement in _certain(sentence, dating, reading)}
    deeds: list[Deed] = []
    pair: tuple[str, ...] = ()
    often = Counter(country for sentence in found for country in sentence.countries)
    for sentence in found:
        known = list(_known_deeds(sentence, certain, dating, reading))
        told = known or list(_proposed(sentence, dating, reading.knowledge, deeds))
        told = [_between_both(deed, sentence, pair) for deed in told]
        pair = sentence.countries if _are_the_two(sentence.countries, often) else pair
        deeds = [corrected(earlier, told) for earlier in deeds]
        deeds.extend(_with_particulars(deed, sentence, reading.knowledge) for deed in told)
    asides = (date for sentence in found for date in find_asides(sentence))
    return tuple(deeds), tuple(asides)


def _are_the_two(countries: Sequence[str], often: Counter[str]) -> bool:
    """Tell whether a sentence names two countries, and the article no other one as often."""
    others = (times for country, times in often.items() if country not in countries)
    return len(countries) == _PAIR and max(others, default=0) < min(often[country] for country in countries)


def _between_both(deed: Deed, sentence: Sentence, pair: tuple[str, ...]) -> Deed:
    """A proposal of "the two countries" with those that the article named together last."""
    is_open = not deed.known and not deed.parties and bool(pair)
    return replace(deed, parties=pair) if is_open and sentence.words.both.search(sentence.text) else deed


def _with_particulars(deed: Deed, sentence: Sentence, knowledge: Knowledge) -> Deed:
    """A deed with the place and sums of its sentence and the offices of its people, if it tells of a signing."""
    said = sentence.words
    if not reports_signing(sentence.text, said):
        return deed
    return replace(
        deed,
        place=deed.place or next(find_places(sentence.named, sentence, knowledge), ""),
        amounts=tuple(find_amounts(sentence.text, said.amounts, said.scales, said.currencies)),
        styles=tuple(s for s in find_styles(deed.evidence, sentence.named, said.roles) if s.person in deed.signatories),
    )


def _sentences(
    spoken: Iterable[Spoken],
    mentions: Mapping[str, Sequence[Mention]],
    dates: Sequence[DateMention],
    reading: Reading,
) -> Iterator[Sentence]:
    dated: dict[str, list[DateMention]] = {}
    for date in dates:
        dated.setdefault(date.paragraph, []).append(date)
    for sentence in spoken:
        if sentence.is_heading or sentence.language not in reading.signing:
            continue
        named = sentence.named(mentions)
        yield Sentence(
            evidence=sentence.evidence,
            people=_of_kind(named, "person"),
            countries=tuple(place for place in _of_kind(named, "place") if _is_country(place, reading.knowledge)),
            organisations=_of_kind(named, "organisation"),
            named=named,
            dates=_within(sentence, dated.get(sentence.evidence.paragraph, ())),
            words=reading.signing[sentence.language],
            matches=_matches(sentence, reading.lexicon) if sentence.paragraph.id in reading.naming else (),
        )


def _of_kind(named: Iterable[Mention], kind: str) -> tuple[str, ...]:
    """The entities of a kind, in the order of the sentence, each once."""
    return tuple(dict.fromkeys(mention.entity for mention in named if mention.kind == kind))


def _within(sentence: Spoken, dates: Sequence[DateMention]) -> tuple[DateMention, ...]:
    """The dates of a paragraph, which stand in its order, that a sentence holds."""
    first = bisect_left(dates, sentence.evidence.start, key=_start)
    return tuple(dates[first : bisect_left(dates, sentence.evidence.end, lo=first, key=_start)])


def _start(date: DateMention) -> int:
    return date.start


def _matches(sentence: Spoken, lexicon: Lexicon) -> tuple[Match, ...]:
    """The agreements that the sentence names, at their places in the sentence."""
    found = find_agreements(sentence.paragraph.text, sentence.words, lexicon)
    start = sentence.evidence.start
    return tuple(replace(match, start=match.start - start, end=match.end - start) for match in found)


def _is_country(place: str, knowledge: Knowledge) -> bool:
    return place in knowledge.places and knowledge.places[place].kind == "country"


def _certain(sentence: Sentence, dating: Dating | None, reading: Reading) -> Iterator[str]:
    for match in sentence.matches:
        for form in match.forms:
            agreement = reading.knowledge.agreements[form.entity]
            if form.strength == "full" or _supported(agreement, sentence, dating):
                yield agreement.id


def _supported(agreement: Agreement, sentence: Sentence, dating: Dating | None) -> bool:
    """All its signatories, a fitting date, or for what is no single act all whom it concerns.

    One signatory alone signs many things: then the article must not be of another time.
    """
    signatories = set(agreement.signatories).intersection(sentence.people)
    if signatories:
        told = dating.reported or dating.when if dating else None
        same_time = told is None or agreement.when is None or told.overlaps(agreement.when)
        if same_time or len(signatories) == len(agreement.signatories):
            return True
    if agreement.kind in _STANDING and agreement.parties and sentence.parties.issuperset(agreement.parties):
        return True
    return agreement.when is not None and any(_fits(date.when, agreement.when) for date in sentence.dates)


def _fits(stated: DateInterval, known: DateInterval) -> bool:
    return not stated.is_yearless and stated.overlaps(known)


def _known_deeds(sentence: Sentence, certain: set[str], dating: Dating | None, reading: Reading) -> Iterator[Deed]:
    seen: set[str] = set()
    for match in sentence.matches:
        for agreement, weak in _agreements(match, sentence, certain, dating, reading):
            if agreement.id in seen:
                continue
            seen.add(agreement.id)
            when, basis = _when(agreement, match, sentence, dating)
            duration = duration_in(sentence.text, sentence.words)
            yield Deed(
                agreement=agreement.id,
                known=True,
                kind=agreement.kind,
                name=_spelled_out(sentence, match),
                when=when,
                duration=duration if weak or reports_signing(sentence.text, sentence.words) else "",
                parties=tuple(party for party in agreement.parties if party in sentence.parties),
                signatories=tuple(person for person in sentence.people if person in agreement.signatories),
                evidence=sentence.evidence,
                date_basis=basis,
                is_proper_name=not weak,
            )


def _spelled_out(sentence: Sentence, match: Match) -> str:
    """The words of a match as written; where its article has grown into a letter before it, with that letter."""
    start = match.start
    joined = sentence.words.joining.joined
    if joined and start and sentence.text[start - 1 :].startswith(joined):
        start -= 1
    return sentence.text[start : match.end]


def _agreements(
    match: Match, sentence: Sentence, certain: set[str], dating: Dating | None, reading: Reading
) -> Iterator[tuple[Agreement, bool]]:
    """The agreements that a match means: proper names always, generic ones when supported, none that is denied."""
    before = sentence.text[max(0, match.start - _NEAR) : match.start]
    if sentence.words.denials.search(before):
        return
    full = [form for form in match.forms if form.strength == "full"]
    if full:
        if len(full) == 1:
            yield reading.knowledge.agreements[full[0].entity], False
        return
    candidates = [reading.knowledge.agreements[form.entity] for form in match.forms]
    supported = [agreement for agreement in candidates if _supported(agreement, sentence, dating)]
    if not supported and not sentence.dates:
        spoken_of = [agreement for agreement in candidates if agreement.id in certain]
        supported = spoken_of if len(spoken_of) == 1 else []
    yield from ((agreement, True) for agreement in supported)


def _when(
    agreement: Agreement, match: Match, sentence: Sentence, dating: Dating | None
) -> tuple[DateInterval | None, str]:
    """The date that the sentence gives for a match, and whether it stands there or follows from the dating."""
    own = [date for date in own_dates(sentence) if _nearest(date, sentence) == match]
    fitting = [date for date in own if agreement.when and _fits(date.when, agreement.when)]
    if fitting:
        return min(fitting, key=lambda date: _distance(date, sentence, match)).when, "stated"
    signing = reports_signing(sentence.text, sentence.words)
    near = [date for date in own if not date.when.is_yearless and _distance(date, sentence, match) <= _NEAR]
    if signing and len(near) == 1:
        return near[0].when, "stated"
    reported = reported_day(dating)
    if signing and reported and not near:
        return reported, "dating"
    return None, ""


def _nearest(date: DateMention, sentence: Sentence) -> Match:
    return min(sentence.matches, key=lambda match: _distance(date, sentence, match))


def _distance(date: DateMention, sentence: Sentence, match: Match) -> int:
    start, end = date.start - sentence.evidence.start, date.end - sentence.evidence.start
    return max(start - match.end, match.start - end, 0)


def _proposed(sentence: Sentence, dating: Dating | None, knowledge: Knowledge, told: Sequence[Deed]) -> Iterator[Deed]:
    """What the sentence proposes, dated by its own date or by what the article reports."""
    if not reports_signing(sentence.text, sentence.words):
        joined = propose_membership(sentence, knowledge.places, dating)
        yield from (joined,) if joined else ()
        return

    def day_of(signing: Signing, signed: Signed) -> tuple[DateInterval | None, str]:
        return find_day(sentence, signing, signed, dating)

    deed = propose(sentence, knowledge, day_of, told)
    if deed:
        yield deed
