"""Articles and knowledge → Review; the editor's decisions → the same files with lines added.

articles, knowledge ─review▶ questions with ranked suggestions ─as_text, as_json, converse▶ terminal or script
decision, files of knowledge/ ─apply▶ the files with it written in, and every other byte as it was
"""

from builder.review.decide import complete, read_decision
from builder.review.dialogue import Editor, converse
from builder.review.edits import FILES, apply
from builder.review.questions import review
from builder.review.report import as_json, as_text, is_open, summary

__all__ = [
    "FILES",
    "Editor",
    "apply",
    "as_json",
    "as_text",
    "complete",
    "converse",
    "is_open",
    "read_decision",
    "review",
    "summary",
]
