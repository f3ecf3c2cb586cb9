"""A conversation with the editor on a terminal: one question, one key, and what is answered is written at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from builder.errors import InputErrors
from builder.models import AmbiguousName, Decision, Review, UnknownName
from builder.review.report import ambiguous_lines, unknown_lines
from builder.text import is_arabic

_KEYS = "NUMBER: it is that one · x NUMBER: it is not · n: a new one · i: no name · Enter: later · q: quit"
_KEYS_FOR_TWO = "NUMBER: it is that one in this dossier · Enter: later · q: quit"
_ENGLISH = "  its name in English (Enter: later): "


@dataclass(frozen=True, slots=True)
class Editor:
    """How to speak with the editor: ``ask`` shows a question and gives back the answer, ``say`` shows a line.

    ``decide`` writes a decision down and gives back the review as it is then; it raises InputErrors.
    """

    ask: Callable[[str], str]
    say: Callable[[str], None]
    decide: Callable[[Decision], Review]


def converse(review: Review, editor: Editor) -> int:
    """Ask about every name until all were shown or the editor quits; return how many decisions were written.

    The end of input quits as well. A decision that cannot be written says why, and the question comes again.
    """
    written = 0
    seen: set[str] = set()
    while (question := _next(review, seen)) is not None:
        is_unknown = isinstance(question, UnknownName)
        _show(_question(question, review), editor)
        try:
            answer = editor.ask(f"  {_KEYS if is_unknown else _KEYS_FOR_TWO}\n> ").strip().casefold()
            if answer == "q":
                break
            decision = _decision(answer, question, editor) if answer else None
        except (EOFError, KeyboardInterrupt):
            break
        if answer and decision is None:
            continue
        if decision is None or decision.kind != "not":
            seen.add(question.name)
        if decision is not None:
            try:
                review = editor.decide(decision)
            except InputErrors as error:
                _show((f"  {problem}" for problem in error.problems), editor)
                seen.discard(question.name)
                continue
            written += 1
    return written


def _next(review: Review, seen: set[str]) -> UnknownName | AmbiguousName | None:
    questions: tuple[UnknownName | AmbiguousName, ...] = (*review.unknown, *review.ambiguous)
    return next((one for one in questions if one.name not in seen), None)


def _question(question: UnknownName | AmbiguousName, review: Review) -> Iterator[str]:
    if isinstance(question, AmbiguousName):
        yield from ambiguous_lines(question)
        return
    yield from unknown_lines(question)
    for pair in review.pairs:
        if question.name in (pair.one, pair.other):
            yield f"    perhaps also written {pair.other if question.name == pair.one else pair.one}, unknown as well"


def _show(lines: Iterable[str], editor: Editor) -> None:
    for line in lines:
        editor.say(line)


def _decision(answer: str, question: UnknownName | AmbiguousName, editor: Editor) -> Decision | None:
    """The decision that an answer means, or none when it means nothing or the editor thinks again."""
    is_unknown = isinstance(question, UnknownName)
    choices = [one.entity for one in question.suggestions] if isinstance(question, UnknownName) else question.entities
    kind, number = ("not", answer[1:].strip()) if is_unknown and answer[0] == "x" else ("accept", answer)
    if number.isdecimal() and 1 <= int(number) <= len(choices):
        return Decision(kind, question.name, choices[int(number) - 1])
    if is_unknown and answer == "i":
        return Decision("ignore", question.name)
    if is_unknown and answer == "n":
        english = editor.ask(_ENGLISH).strip() if is_arabic(question.name) else question.name
        return Decision("new", question.name, english) if english else None
    editor.say(f"  {answer} is none of these")
    return None
