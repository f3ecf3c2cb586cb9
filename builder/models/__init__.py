"""The nouns of the house: frozen records that the stages hand to one another.

    RawArticle ─clean▶ CleanArticle ─extract▶ Article ─assemble▶ Dossier ─render▶ Page

Nothing here reads, decides or writes. Offsets count Unicode code points in a paragraph's text;
line numbers are 1-based lines of the seed; languages are BCP 47 tags; dates are DateInterval.
"""

from builder.models.adding import Given
from builder.models.article import (
    Amount,
    Article,
    Attribute,
    CleanArticle,
    Clue,
    DateMention,
    Dating,
    DatingStep,
    Deed,
    Evidence,
    Mention,
    Metadatum,
    Paragraph,
    Passage,
    RawArticle,
    Removal,
    Sidecar,
    Stranger,
    Style,
)
from builder.models.dossier import Dossier, Entity, Event, Finding, RegisterEntry, TopicView
from builder.models.knowledge import (
    Agreement,
    Gazetteer,
    Knowledge,
    KnownEvent,
    Name,
    Office,
    Organisation,
    Outlet,
    Person,
    Place,
    Source,
)
from builder.models.page import Page
from builder.models.review import AmbiguousName, Decision, LikePair, Review, Suggestion, UnknownName
from builder.models.rules import LanguageRules
from builder.models.settings import (
    CITING_NOTES,
    NOTES,
    DossierSettings,
    EditorNote,
    Limits,
    PlaceScope,
    Publication,
    Topic,
)

__all__ = [
    "CITING_NOTES",
    "NOTES",
    "Agreement",
    "AmbiguousName",
    "Amount",
    "Article",
    "Attribute",
    "CleanArticle",
    "Clue",
    "DateMention",
    "Dating",
    "DatingStep",
    "Decision",
    "Deed",
    "Dossier",
    "DossierSettings",
    "EditorNote",
    "Entity",
    "Event",
    "Evidence",
    "Finding",
    "Gazetteer",
    "Given",
    "Knowledge",
    "KnownEvent",
    "LanguageRules",
    "LikePair",
    "Limits",
    "Mention",
    "Metadatum",
    "Name",
    "Office",
    "Organisation",
    "Outlet",
    "Page",
    "Paragraph",
    "Passage",
    "Person",
    "Place",
    "PlaceScope",
    "Publication",
    "RawArticle",
    "RegisterEntry",
    "Removal",
    "Review",
    "Sidecar",
    "Source",
    "Stranger",
    "Style",
    "Suggestion",
    "Topic",
    "TopicView",
    "UnknownName",
]
