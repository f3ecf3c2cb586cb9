"""The map of places: where it looks, what it names, and that no word of a source is markup on it."""

from __future__ import annotations

from types import SimpleNamespace
from xml.etree import ElementTree

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.languages import load_languages
from builder.messages import load_messages
from builder.models import Entity, Knowledge, Place, Source
from builder.render.context import Context
from builder.render.pictures.geometry import Box, box_of, clipped_ring
from builder.render.pictures.labels import Spot, place_labels
from builder.render.pictures.map import places_map
from builder.render.pictures.outlines import load_outlines
from builder.render.pictures.window import window_of
from builder.text import normalise_line
from tests.hostile.strings import own_strings

HERE = "places/index.md"
SIZES = [(float(width), width / 2) for width in (288, 420, 760)]


def place_at(identity, latitude=None, longitude=None, country="", kind="city", name=""):
    return Place(identity, {"en": name or identity}, (), kind, country, Source(""), latitude, longitude)


COUNTRY = place_at("jordan", country="JO", kind="country")
CITY = place_at("amman", 31.95, 35.93, "JO")
FAR = place_at("tokyo", 35.7, 139.7, "JP")
NOWHERE = place_at("sahel", kind="region")


def written(places, articles=1):
    """The Markdown of the map of these places, each named by so many articles."""
    entities = {place.id: Entity(place.id, "place", place.names, (), True, (), ("a",) * articles) for place in places}
    knowledge = Knowledge(places={place.id: place for place in places})
    dossier = SimpleNamespace(entities=entities, knowledge=knowledge)
    return places_map(HERE, Context(dossier, load_languages(), load_messages("en")))


def drawn(places, articles=1):
    """The map as the site shows it, parsed; it must be well-formed."""
    return ElementTree.fromstring(markdown.markdown(written(places, articles), extensions=["attr_list", "md_in_html"]))


def texts(root):
    return ["".join(found.itertext()) for found in root.iter("text")]


def test_a_city_is_a_dot_and_a_country_is_shaded():
    """Each leads to its page; both are named; what has no place on the map is counted in words."""
    root = drawn([COUNTRY, CITY, NOWHERE])
    assert {"amman.md", "jordan.md"} == {found.get("href") for found in root.iter("a")}
    assert 1 == len(list(root.iter("circle")))
    assert 1 == len([found for found in root.iter("path") if found.get("class") == "shaded"])
    assert {"amman", "jordan"} == set(texts(root))
    assert "1 place that is a region" in "".join(root.itertext())


def test_without_a_place_there_is_no_map():
    """A dossier that names only regions has none."""
    assert "" == written([NOWHERE])


def test_a_map_is_light_and_always_the_same():
    """From one town to the whole world a map stays light, and is the same byte for byte."""
    cities = [place_at(f"town-{n}", -50 + n, -170 + 3 * n, "JO") for n in range(110)]
    countries = [place_at(code.lower(), country=code, kind="country") for code in load_outlines().countries]
    for places in ([CITY], [CITY, FAR], [*cities, *countries]):
        assert len(written(places).encode()) < 50_000
        assert written(places) == written(places)
    assert len(written([CITY, FAR, COUNTRY]).encode()) < 30_000


def test_cities_that_crowd_have_a_map_of_their_own():
    """Three towns near each other, with another a continent away, are shown again alone."""
    near = [place_at(f"town-{n}", 31.5 + n / 4, 35.9, "JO") for n in range(3)]
    assert ["map wide", "map square"] == [
        found.get("class") for found in drawn([*near, FAR]).iter("svg") if "map" in found.get("class")
    ]
    assert 1 == len([found for found in drawn([*near, COUNTRY]).iter("svg") if "wide" in found.get("class")])


def test_no_word_of_a_source_is_markup():
    """Hostile names are shown as they are: no element and no attribute that harmless names do not have."""
    plain = drawn([COUNTRY, place_at("amman", 31.95, 35.93, "JO", name="x")])
    for name in filter(None, map(normalise_line, own_strings())):
        hostile = drawn([COUNTRY, place_at("amman", 31.95, 35.93, "JO", name=name)])
        tags = [[found.tag for found in root.iter() if found.tag != "text"] for root in (plain, hostile)]
        assert tags[0] == tags[1]
        titles = [" ".join((found.text or "").split()) for found in hostile.iter("title")]
        assert f"{' '.join(name.split())}: 1 article" in [" ".join(title.split()) for title in titles]
        names = {key for found in hostile.iter() for key in found.attrib}
        assert names <= {key for found in plain.iter() for key in found.attrib}


def test_a_territory_in_dispute_is_nobodys_part():
    """Western Sahara, Palestine and Kosovo are shapes of their own, and their borders are broken lines."""
    outlines = load_outlines()
    assert {"EH", "PS", "XK"} <= outlines.countries.keys()
    around = {abs(n) if n >= 0 else ~n for ring in outlines.countries["EH"] for n in ring}
    assert around & set(outlines.disputed)
    assert not around & set(outlines.borders)


def test_every_country_of_cldr_that_is_large_enough_has_an_outline():
    """The codes of the outlines are those of the places."""
    assert {"MA", "US", "FR", "RU", "ZA", "NZ", "FJ", "CY"} <= load_outlines().countries.keys()
    assert len([code for code in load_outlines().countries if len(code) == 2]) > 230


@pytest.mark.parametrize("longitudes", [(170, -170), (-10, 10), (0, 120), (179, 179)])
def test_the_window_is_the_smallest_that_holds_the_places(longitudes):
    """Across the meridian of 180 degrees as well."""
    points = [(float(x), 10.0) for x in longitudes]
    window = window_of(points, 2)
    assert all(window.has(point) for point in points)
    assert window.box.width < 150
    assert 2 == pytest.approx(window.box.width * window.shrink / window.box.height)


SPOT = st.builds(
    Spot,
    st.uuids().map(str),
    st.tuples(st.tuples(st.floats(0, 100), st.floats(0, 100))),
    st.sampled_from([0.0, 3.0, 9.0]),
    st.text("abc ", min_size=1, max_size=30),
)


@given(st.lists(SPOT, max_size=25))
def test_no_two_names_meet_at_any_width(spots):
    """Whatever the places, the boxes of the names that are shown are apart at each width, and inside the map."""
    labels = place_labels(spots, SIZES)
    for width, height in SIZES:
        boxes = []
        for label in labels:
            x, y = label.at[0] * width / 100 + label.dx, label.at[1] * height / 100 + label.dy
            half = len(label.name) * 3
            middle = x + {"start": half, "middle": 0, "end": -half}[label.anchor]
            boxes.append(Box(middle - half, y - 6, middle + half, y + 6))
        assert not [1 for n, box in enumerate(boxes) for other in boxes[n + 1 :] if box.meets(other)]
        assert all(box.left >= 0 and box.right <= width for box in boxes)


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=3, max_size=20))
def test_what_is_clipped_lies_in_the_window(ring):
    """Nothing of a shape is left outside of the box that it was clipped to."""
    box = Box(-20, -10, 30, 40)
    found = clipped_ring(ring, box)
    if found:
        around = box_of(found)
        assert around.left >= -20.001
        assert around.right <= 30.001
        assert around.bottom >= -10.001
        assert around.top <= 40.001
