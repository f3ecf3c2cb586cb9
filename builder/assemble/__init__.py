"""Articles → Dossier: who is who, what was signed, what happened when, what each source says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from builder.assemble.entities import collect_entities
from builder.assemble.findings import collect_findings
from builder.assemble.notes import proven_briefs, proven_notes
from builder.assemble.register import collect_register
from builder.assemble.sources import Copied, find_copied, find_origins
from builder.assemble.superseded import find_superseded
from builder.assemble.timeline import collect_events
from builder.assemble.topics import collect_topics
from builder.models import Article, Dossier, DossierSettings, Knowledge

__all__ = ["Copied", "assemble", "find_copied"]


def assemble(articles: Sequence[Article], settings: DossierSettings, knowledge: Knowledge) -> Dossier:
    """Bring the articles together. The result does not depend on the order in which they were read."""
    every = tuple(sorted(articles, key=lambda article: article.id))
    replaced, wrong = find_superseded(every)
    ordered = tuple(article for article in every if article.id not in replaced)
    towns = {town.id: town for article in ordered for town in article.towns}
    knowledge = replace(knowledge, places={**towns, **knowledge.places})
    entities = collect_entities(ordered, knowledge)
    origins = find_origins(ordered)
    register = collect_register(ordered, knowledge, origins)
    briefs, without_brief = proven_briefs(ordered, replaced)
    notes, without_note = proven_notes(settings, ordered, replaced)
    return Dossier(
        settings=settings,
        knowledge=knowledge,
        articles=ordered,
        entities=entities,
        register=register,
        events=collect_events(ordered, register, knowledge),
        topics=collect_topics(ordered, register, entities, settings, notes, origins),
        findings=collect_findings(ordered, register, origins),
        briefs=briefs,
        unproven=(*wrong, *without_brief, *without_note),
        superseded=tuple((article, replaced[article.id]) for article in every if article.id in replaced),
    )
