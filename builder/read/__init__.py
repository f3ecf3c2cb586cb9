"""bytes → RawArticle: find the seeds of a dossier, derive the lines of each, and read the sidecar beside it."""

from builder.read.seeds import article_id, list_seeds, read_seed
from builder.read.sidecar import Known

__all__ = ["Known", "article_id", "list_seeds", "read_seed"]
