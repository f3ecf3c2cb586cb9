"""The lines that say who made an article into its byline, agency, outlet and place.

``rules`` reads whole lines, ``datelines`` the beginning of the text and ``publishers`` what the page says of itself,
with ``tops`` for what stands over the title and ``sources`` for what is cited; ``mastheads`` tells names of outlets;
``evidence`` weighs a bare name, and the others each know one kind of words;
``overlooked`` reads the days of publication in lines that went for another reason.
"""
