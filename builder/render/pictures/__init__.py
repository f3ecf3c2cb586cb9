"""Pictures of the dossier, drawn as SVG inside the pages: no script, no style attribute, the same bytes every time.

A drawing is inline HTML in a paragraph or list of Markdown, so that its words are escaped and its links are followed
as everywhere else. What lies on a scale is placed in percent, without a ``viewBox``: a drawing is as wide as its place
on the page, and its marks and letters keep their size on any screen. Long words stand beside the drawing, as words.
"""
