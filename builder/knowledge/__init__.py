"""The authority files of a dossier and the libraries' places become one Knowledge.

    Babel's CLDR ─ countries ┐
    GeoNames ───── cities    ├─ places ┐
    world.yml ──── regions   ┘         ├─▶ Knowledge, every id that is used known, every fact with a source
    outlets.yml ── outlets ────────────┤
    bodies.yml ─── bodies ─────────────┤
    knowledge/*.yml ───────────────────┘

What is wrong in the files is reported all at once, with file, line and key.
"""

from builder.knowledge.bodies import shipped_bodies
from builder.knowledge.load import load_knowledge
from builder.knowledge.outlets import shipped_outlets

__all__ = ["load_knowledge", "shipped_bodies", "shipped_outlets"]
