"""An article that was read → its name in ``seeds/``, the sidecar beside it, and what to say of it."""

from builder.add.naming import day_in, seed_name
from builder.add.report import report_lines
from builder.add.sidecar import sidecar_text

__all__ = ["day_in", "report_lines", "seed_name", "sidecar_text"]
