"""A candidate for a name at its place in a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.extract.candidates import Candidate
from builder.extract.speech import Spelled
from builder.text import Word


@dataclass(frozen=True, slots=True)
class Named:
    """A candidate at its place."""

    spelled: Spelled
    candidate: Candidate

    @property
    def words(self) -> Sequence[Word]:
        """Its words."""
        return self.spelled.words[self.candidate.first : self.candidate.after]

    @property
    def start(self) -> int:
        """Where it starts in the paragraph, behind letters that are joined to it."""
        return self.spelled.words[self.candidate.first].start + self.candidate.offset

    @property
    def end(self) -> int:
        """Where it ends in the paragraph."""
        return self.spelled.words[self.candidate.after - 1].end

    @property
    def text(self) -> str:
        """Its words as written."""
        return self.spelled.paragraph.text[self.start : self.end]

    @property
    def folded(self) -> tuple[str, ...]:
        """Its words as they are compared."""
        return self.candidate.folded(self.spelled.words)

    @property
    def is_person(self) -> bool:
        """Tell a person from an organisation."""
        return self.candidate.kind == "person"
