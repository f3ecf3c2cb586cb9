"""bytes → RawArticle: find the seeds of a dossier, derive the lines of each, and read the sidecar beside it."""

from builder.read.given import Gathered, gather, together
from builder.read.seeds import article_id, list_seeds, read_seed
from builder.read.sidecar import Known

__all__ = ["Gathered", "Known", "article_id", "gather", "list_seeds", "read_seed", "together"]
