"""An address → the bytes of the page that is there: public hosts only, within a size and a time."""

from builder.fetch.address import is_address
from builder.fetch.page import Fetched, Fetching, fetch

__all__ = ["Fetched", "Fetching", "fetch", "is_address"]
