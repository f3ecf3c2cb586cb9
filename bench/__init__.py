"""How fast the builder is, where its time goes, and whether time grows with the number of articles."""
