"""The words by which a language's web litter, bylines and publication stamps are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class LitterRules:
    """Phrases of one language, compared without case, accents and punctuation.

    In a phrase ``#`` is a number, ``*`` any words or none, ``+`` a name of a few words, ``@`` a
    news agency, ``word?`` may be missing, ``this|that`` is one of several. The rules of all languages
    are used together, because a page's menus and forms are often in another language than its text.

    ``lines`` maps a rule to phrases that fill a whole short line, ``notices`` to such as fill a
    paragraph of any length, ``ends`` to phrases after which the article is over. ``related`` announce
    a link to another article; a headline under one goes with it. ``labels`` are buttons and networks,
    a line made of nothing else goes. ``sections`` are names of sections, ``section_openers`` stand
    before them, ``home_words`` begin a menu.
    ``tags`` announce a tag list. ``captions`` and ``credits`` tell pictures: a whole line,
    and words at the end of one; ``caption_marks`` stand inside captions only,
    ``asks`` only where a site asks something of its reader. ``fields`` are labels before a
    colon whose line is a box's, ``abouts`` stand before the name of who is presented under a text,
    ``note_heads`` stand over its notes, ``list_heads`` are the lines over a text's closing list,
    ``teaser_ends`` are the words of a link that ends a teaser. ``bylines`` hold a ``+``, ``name_joiners``
    stand between two names; ``editors`` are bylines without a name, ``author_roles`` stand beside an author's
    name, ``staff_roles`` beside somebody else's; ``given_names`` make a bare name more likely one and ``not_names``
    less; ``bios`` tell who an author is. ``feed_footers`` end in a ``+``, the site where the article stood,
    ``site_lines`` are what a site prints about itself, ``source_labels`` stand before an address or an outlet.
    ``title_labels`` stand before the title on its line, in archives; one of ``edition_words`` beside a day above
    the title says that it is a paper's of that day. ``outlet_words`` stand in the names of papers and stations,
    ``weak_outlet_words`` in those of much else as well.
    ``company_words`` stand in the names of those who own outlets, or of ministries, but in no outlet's.
    ``comment_heads`` and ``replies`` tell readers' comments. ``agencies`` maps a spelling to a name,
    ``agency_lines`` hold an ``@``. ``stamps`` and ``updates`` announce a date, ``stamp_words`` may stand around one,
    ``other_dates`` stand before one that is no day of publication. ``file_names`` begin a picture's name.
    ``reader_words`` speak to a reader or for the site. ``connectives`` cannot end a paragraph. ``openers`` begin a
    sentence that goes on from another, never a headline; those of four letters and more with any ending. ``dialect_of``
    is the
    language that this one is told from by ``dialect_words`` and, at the start of a word,
    ``dialect_prefixes``; ``dialect_exceptions`` are words of the other language.
    """

    lines: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ends: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    related: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    section_openers: tuple[str, ...] = ()
    home_words: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    abouts: tuple[str, ...] = ()
    note_heads: tuple[str, ...] = ()
    list_heads: tuple[str, ...] = ()
    teaser_ends: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    caption_marks: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    name_joiners: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    author_roles: tuple[str, ...] = ()
    staff_roles: tuple[str, ...] = ()
    given_names: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    feed_footers: tuple[str, ...] = ()
    site_lines: tuple[str, ...] = ()
    title_labels: tuple[str, ...] = ()
    edition_words: tuple[str, ...] = ()
    outlet_words: tuple[str, ...] = ()
    weak_outlet_words: tuple[str, ...] = ()
    company_words: tuple[str, ...] = ()
    source_labels: tuple[str, ...] = ()
    bios: tuple[str, ...] = ()
    comment_heads: tuple[str, ...] = ()
    replies: tuple[str, ...] = ()
    agencies: Mapping[str, str] = field(default_factory=dict)
    agency_lines: tuple[str, ...] = ()
    stamps: tuple[str, ...] = ()
    updates: tuple[str, ...] = ()
    stamp_words: tuple[str, ...] = ()
    other_dates: tuple[str, ...] = ()
    file_names: tuple[str, ...] = ()
    reader_words: tuple[str, ...] = ()
    connectives: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    dialect_of: str = ""
    dialect_words: tuple[str, ...] = ()
    dialect_prefixes: tuple[str, ...] = ()
    dialect_exceptions: tuple[str, ...] = ()
