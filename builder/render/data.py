"""The dossier becomes ``data/dossier.json``, as its JSON Schema beside it describes; schema version 1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from builder.dates import DateInterval
from builder.models import Article, Attribute, Deed, Entity, Event, Evidence, RegisterEntry, Source
from builder.render.context import Context

SCHEMA = Path(__file__).parent / "dossier.schema.json"
VERSION = 1

Json = dict[str, Any]
_WORDS = {None: "null", True: "true", False: "false"}


def render_data(context: Context) -> str:
    """The whole export, one value a line, in an order that depends only on the content."""
    dossier = context.dossier
    export = {
        "schema": VERSION,
        "dossier": {
            "title": dossier.settings.title,
            "scope": dossier.settings.scope,
            "languages": list(dossier.settings.languages),
            "topics": [
                {"id": view.topic.id, "title": view.topic.title, "articles": list(view.passages)}
                for view in dossier.topics
            ],
        },
        "articles": [_article(article, context) for article in dossier.articles],
        "entities": [_entity(entity, context) for entity in dossier.entities.values()],
        "agreements": [_entry(entry, context) for entry in dossier.register],
        "events": [_event(event, context) for event in dossier.events],
    }
    if dossier.superseded:
        export["superseded"] = [
            {"id": article.id, "source": article.clean.raw.source, "sha256": article.clean.raw.sha256, "by": other}
            for article, other in dossier.superseded
        ]
    return laid_out(export) + "\n"


def laid_out(value: Any, margin: str = "\n") -> str:
    """Plain data as JSON, one value a line, each level one space further in.

    The same characters as ``json.dumps(value, ensure_ascii=False, indent=1)``, which hands each of them through
    as many generators as levels are open: for the export of a thousand articles that takes twice as long.

    >>> laid_out({"a": [1, None, "é"], "b": []})
    '{\\n "a": [\\n  1,\\n  null,\\n  "é"\\n ],\\n "b": []\\n}'
    """
    if isinstance(value, str):
        return encode_basestring(value)
    if type(value) is int:
        return str(value)
    inner = f"{margin} "
    if isinstance(value, dict) and value:
        pairs = [f"{encode_basestring(key)}: {laid_out(one, inner)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(pairs)}{margin}}}"
    if isinstance(value, list) and value:
        return f"[{inner}{f',{inner}'.join([laid_out(one, inner) for one in value])}{margin}]"
    return _WORDS[value] if value is None or isinstance(value, bool) else json.dumps(value)


def _article(article: Article, context: Context) -> Json:
    clean, raw = article.clean, article.clean.raw
    shown = context.is_full(article)
    spans: dict[str, list[list[int]]] = {}
    for sentence in article.sentences:
        spans.setdefault(sentence.paragraph, []).append([sentence.start, sentence.end])
    return {
        "id": article.id,
        "source": raw.source,
        "sha256": raw.sha256,
        "encoding": raw.encoding,
        "title": clean.title.value,
        "title_lines": list(clean.title_lines),
        "english_title": raw.sidecar.english_title or None,
        "language": clean.language,
        "direction": clean.direction,
        "outlet": _attribute(clean.outlet),
        "byline": _attribute(clean.byline),
        "english_byline": raw.sidecar.english_byline or None,
        "agency": _attribute(clean.agency),
        "dateline_place": _attribute(clean.place),
        "provenance": {
            name: {"basis": attribute.basis, "line": attribute.line or None}
            for name in ("title", "outlet", "byline", "agency", "place")
            if (attribute := getattr(clean, name)) is not None
        },
        "reporters": [evidence.quote for evidence in article.reporters],
        "url": raw.sidecar.url or None,
        "retrieved": raw.sidecar.retrieved or None,
        "brief": context.dossier.briefs.get(article.id),
        "publication": "full" if shown else "excerpts",
        "date": _dating(article),
        "paragraphs": [
            {
                "id": paragraph.id,
                "kind": paragraph.kind,
                "language": paragraph.language,
                "text": paragraph.text if shown else None,
                "lines": list(paragraph.lines),
                "sentences": spans.get(paragraph.id, []),
            }
            for paragraph in clean.paragraphs
        ],
        "removed": [{"line": r.line, "text": r.text if shown else None, "rule": r.rule} for r in clean.removed],
        "mentions": [
            {
                "entity": mention.entity,
                "kind": mention.kind,
                "text": mention.text,
                "paragraph": mention.paragraph,
                "start": mention.start,
                "end": mention.end,
            }
            for mention in article.mentions
        ],
        "dates": [
            {
                "text": date.text,
                **_interval(date.when),
                "year_inferred": date.is_year_inferred,
                "paragraph": date.paragraph,
                "start": date.start,
                "end": date.end,
            }
            for date in article.dates
        ],
        "topics": [
            {"id": view.topic.id, "evidence": [_evidence(p.evidence, context) for p in view.passages[article.id]]}
            for view in context.dossier.topics
            if article.id in view.passages
        ],
        "agreements": [
            _told(context.register[row], deeds, context) for row, deeds in context.deeds_of.get(article.id, {}).items()
        ],
    }


def _attribute(attribute: Attribute | None) -> str | None:
    return attribute.value if attribute else None


def _dating(article: Article) -> Json | None:
    if article.dating is None:
        return None
    steps = [
        {"kind": step.kind, "text": step.text, "paragraph": step.paragraph or None, "source": step.source or None}
        for step in article.dating.basis
    ]
    return {**_interval(article.dating.when), "kind": article.dating.kind, "basis": steps}


def _interval(when: DateInterval) -> Json:
    return {
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "edtf": when.edtf,
    }


def _evidence(evidence: Evidence, context: Context) -> Json:
    return {
        "article": evidence.article,
        "paragraph": evidence.paragraph,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote if context.may_quote(evidence) else None,
    }


def _told(entry: RegisterEntry, deeds: Sequence[Deed], context: Context) -> Json:
    stated = next((deed.when for deed in deeds if deed.when), None)
    return {
        "id": entry.id,
        "name": entry.names.get("en") or next(iter(entry.names.values())),
        "text": deeds[0].name,
        "date": _interval(stated) if stated else None,
        "evidence": [_evidence(deed.evidence, context) for deed in deeds],
    }


def _entry(entry: RegisterEntry, context: Context) -> Json:
    return {
        "id": entry.id,
        "name": _names(entry.names),
        "kind": entry.kind,
        "known": entry.known is not None,
        "date": _interval(entry.when) if entry.when else None,
        "date_from": entry.when_from or None,
        "duration": entry.duration or None,
        "duration_from": entry.duration_from or None,
        "places": list(entry.places),
        "parties": list(entry.parties),
        "signatories": list(entry.signatories),
        "stated": sorted(entry.stated),
        "topics": list(entry.topics),
        "differences": list(entry.differences),
        "independent_sources": entry.independent,
        "source": _source(entry.known.source) if entry.known else None,
        "told": [_deed(deed, context) for _, deed in entry.deeds],
        "evidence": [_evidence(evidence, context) for evidence in entry.evidence],
    }


def _deed(deed: Deed, context: Context) -> Json:
    """What one sentence says of the agreement; what it does not say is null or empty."""
    return {
        "text": deed.name,
        "date": _interval(deed.when) if deed.when else None,
        "date_basis": deed.date_basis or None,
        "duration": deed.duration or None,
        "place": deed.place or None,
        "parties": list(deed.parties),
        "signatories": list(deed.signatories),
        "offices": [{"person": style.person, "text": style.text} for style in deed.styles],
        "amounts": [{"text": a.text, "value": a.value, "currency": a.currency} for a in deed.amounts],
        "evidence": _evidence(deed.evidence, context),
    }


def _names(names: Any) -> Json:
    return {language: names.get(language) for language in ("en", "fr", "ar")} | dict(names)


def _source(source: Source) -> Json:
    return {"text": source.text, "url": source.url or None}


def _entity(entity: Entity, context: Context) -> Json:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": _names(entity.names),
        "aliases": list(entity.aliases),
        "known": entity.known,
        "articles": list(entity.articles),
        "evidence": [_evidence(evidence, context) for evidence in entity.evidence],
    }


def _event(event: Event, context: Context) -> Json:
    return {
        "id": event.id,
        "kind": event.kind,
        "name": _names(event.names),
        "date": _interval(event.when),
        "articles": list(event.articles),
        "source": _source(event.source) if event.source else None,
        "evidence": [_evidence(evidence, context) for evidence in event.evidence],
        "told": [
            {
                "date": _interval(told.when),
                "year_inferred": told.is_year_inferred,
                "evidence": _evidence(told.evidence, context),
            }
            for told in event.told
        ],
    }
