"""One seed on its way from bytes to an article whose every fact has a place."""

from __future__ import annotations

from dataclasses import dataclass

from builder.dates import DateInterval
from builder.models.knowledge import Place

NO_NAME = "none"
BY_EDITOR = "editor"
"""The rule by which lines are taken out that the editor drops."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What the editor says of one seed in ``NAME.yml`` beside it; it wins over what is read.

    ``date`` is EDTF, ``publication`` is ``full`` or ``excerpts``, ``topics`` are topic ids, ``source``
    is the sidecar's own path, empty when there is none. ``drop`` and ``keep`` are lines of the seed, ``names`` are
    words of this article and the entity that they mean in it (NO_NAME for none), ``supersedes`` are articles that this
    one replaces.
    """

    source: str = ""
    title: str = ""
    english_title: str = ""
    brief: str = ""
    outlet: str = ""
    byline: str = ""
    english_byline: str = ""
    agency: str = ""
    language: str = ""
    date: DateInterval | None = None
    url: str = ""
    retrieved: str = ""
    publication: str = ""
    topics: tuple[str, ...] | None = None
    notes: str = ""
    drop: tuple[int, ...] = ()
    keep: tuple[int, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    supersedes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadatum:
    """Something that a saved page or PDF says of itself outside its text.

    ``kind`` is ``html-`` or ``pdf-`` and one of title, author, site, url, date, updated (dates as
    written), created (the file itself) and edge (a header or footer); ``place`` says where it stands.
    """

    kind: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class RawArticle:
    """A seed, decoded: its lines, without their line ends, exactly as the reader of its kind derives them.

    Of a text they are the lines of the file; ``builder.read`` says what they are of a saved page and of
    a PDF. The same bytes always give the same lines, so that whatever names a line can be read again.
    ``source`` is the path relative to the dossier with forward slashes; ``sha256`` is of the bytes.
    """

    id: str
    source: str
    sha256: str
    encoding: str
    lines: tuple[str, ...]
    sidecar: Sidecar
    metadata: tuple[Metadatum, ...] = ()

    def __hash__(self) -> int:
        """By the hash of its bytes alone: that of all its lines would be added up anew each time it is looked up."""
        return hash(self.sha256)


@dataclass(frozen=True, slots=True)
class Removal:
    """A line of the seed left out of the text, and the name of the rule that did it."""

    line: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article: one or more lines of the seed, normalised and joined by a space.

    ``kind`` is ``text`` or ``heading``.
    """

    id: str
    text: str
    lines: tuple[int, ...]
    language: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Attribute:
    """One metadatum and how we know it.

    ``basis`` is ``sidecar`` (the editor says so), ``seed`` (the words stand at ``line``),
    ``detected`` (language only) or ``knowledge``; ``text`` are the words that say it.
    """

    value: str
    basis: str
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Clue:
    """A line that is no part of the text but tells something about when it was published.

    ``kind`` is ``stamp`` (a publication date), ``updated``, ``masthead`` (a day above the title, that of a
    visit perhaps) or ``picture-name``.
    """

    kind: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """A seed without the web's litter: text, what was taken out and why, and who says they made it.

    ``place`` is where a dateline or the author's line says that it was written. ``spared`` are lines that a rule
    would have taken out and the editor keeps.
    """

    raw: RawArticle
    language: str
    direction: str
    title: Attribute
    byline: Attribute | None
    agency: Attribute | None
    outlet: Attribute | None
    paragraphs: tuple[Paragraph, ...]
    removed: tuple[Removal, ...]
    clues: tuple[Clue, ...]
    title_lines: tuple[int, ...]
    place: Attribute | None = None
    spared: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words of an article that carry a statement."""

    article: str
    paragraph: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A name's words at a span, and who or what they mean. ``kind``: person, organisation, place."""

    entity: str
    kind: str
    text: str
    paragraph: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date written in the text, at its span; a year that the text omits stays unknown until dated.

    ``is_year_inferred`` tells that the year does not stand in the text and follows from the dating.
    """

    text: str
    when: DateInterval
    paragraph: str
    start: int
    end: int
    is_year_inferred: bool = False


@dataclass(frozen=True, slots=True)
class DatingStep:
    """One reason for an article's date: its kind, what it says in words, where, and its evidence.

    ``kind`` is a closed list: sidecar, stamp, url, file-name, picture-name, explicit, weekday,
    event, office, conclusion, contradiction.
    """

    kind: str
    text: str
    paragraph: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Dating:
    """When an article was published or when what it reports took place, never narrower than its reasons.

    ``kind`` is ``published`` or ``event``; ``reported`` is the day of what it reports, when the
    reasons settle that day.
    """

    when: DateInterval
    kind: str
    basis: tuple[DatingStep, ...]
    reported: DateInterval | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the article that matters to a topic; the higher the weight the more so."""

    topic: str
    weight: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money as a text writes it, its value in whole units, and its currency (ISO 4217)."""

    text: str
    value: int
    currency: str


@dataclass(frozen=True, slots=True)
class Style:
    """How a text calls a person: the office beside the name, in its words."""

    person: str
    text: str


@dataclass(frozen=True, slots=True)
class Deed:
    """An agreement, designation or membership that an article speaks of, as that article tells it.

    ``agreement`` is the id in the knowledge, or a made one when ``known`` is false; what the
    article does not state is ``None`` or empty. ``is_proper_name`` tells whether the article uses a
    name of its own for it, and not a generic one ("the cooperation agreement", of a proposal a bare
    "the agreement"); ``place`` is where it was signed; ``styles`` are the offices that the sentence
    gives its people.
    """

    agreement: str
    known: bool
    kind: str
    name: str
    when: DateInterval | None
    duration: str
    parties: tuple[str, ...]
    signatories: tuple[str, ...]
    evidence: Evidence
    date_basis: str = ""
    is_proper_name: bool = False
    place: str = ""
    amounts: tuple[Amount, ...] = ()
    styles: tuple[Style, ...] = ()


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name that the knowledge does not have, as the text writes it: a question to the editor."""

    id: str
    kind: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article read: a pure function of the clean article and the knowledge.

    ``asides`` are dates of another case that a sentence about a signing only compares with;
    ``reporters`` report for the source; ``ambiguous`` are names that fit more than one entity;
    ``towns`` are the places of the wider gazetteer that are mentioned.
    """

    clean: CleanArticle
    sentences: tuple[Evidence, ...]
    dating: Dating | None
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    passages: tuple[Passage, ...]
    deeds: tuple[Deed, ...]
    asides: tuple[DateMention, ...]
    known_events: tuple[tuple[str, Evidence], ...]
    offices: tuple[tuple[str, Evidence], ...]
    strangers: tuple[Stranger, ...]
    reporters: tuple[Evidence, ...]
    ambiguous: tuple[str, ...]
    findings: tuple[str, ...]
    towns: tuple[Place, ...] = ()

    @property
    def id(self) -> str:
        """The article's id, which is the seed's file name made fit for an address."""
        return self.clean.raw.id

    def paragraph(self, paragraph: str) -> Paragraph:
        """The paragraph with this id."""
        return next(found for found in self.clean.paragraphs if found.id == paragraph)

    def sentence(self, paragraph: str, start: int) -> Evidence:
        """The sentence in which this place of a paragraph lies."""
        return next(s for s in self.sentences if s.paragraph == paragraph and s.start <= start < s.end)
