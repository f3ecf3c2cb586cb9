"""The blocks that no rule took, weighed by signs that need no phrase: where it stands, how it ends, whose words it has.

``lineup`` sets all blocks of a page side by side, ``signs`` measures one of them, and ``weighing`` decides.
"""
