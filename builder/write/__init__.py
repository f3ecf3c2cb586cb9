"""Pages and decisions → files on the disk: all of them or none, one run at a time, never over a person's work."""

from builder.write.journal import recover, replace_all
from builder.write.lock import alone
from builder.write.pages import Written, compare_pages, pages_naming, write_pages

__all__ = ["Written", "alone", "compare_pages", "pages_naming", "recover", "replace_all", "write_pages"]
