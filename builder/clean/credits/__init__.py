"""The lines that say who made an article into its byline, agency, outlet and place.

``rules`` reads whole lines, ``datelines`` the beginning of the text and ``publishers`` what the page says of itself;
``evidence`` weighs a bare name, and the others each know one kind of words;
``overlooked`` reads the days of publication in lines that went for another reason.
"""
