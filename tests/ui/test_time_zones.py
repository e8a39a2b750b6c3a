"""People choose their time zone by a city in their own language."""

import pytest
from django.utils import translation

from network.models.names import time_zones
from network.ui.time_zones import choices


@pytest.mark.parametrize(
    ("language", "port_au_prince", "sarajevo"),
    [
        ("en", "Port-au-Prince", "Sarajevo (Bosnia & Herzegovina)"),
        ("es", "Puerto Príncipe", "Sarajevo (Bosnia y Herzegovina)"),
        ("fr", "Port-au-Prince", "Sarajevo (Bosnie-Herzégovine)"),
        ("pt", "Porto Príncipe", "Sarajevo (Bósnia e Herzegovina)"),
    ],
)
def test_cities_and_countries_are_named_in_the_readers_language(language, port_au_prince, sarajevo):
    with translation.override(language):
        americas, rest = choices(time_zones())
    assert dict(americas)["America/Port-au-Prince"] == port_au_prince
    assert dict(rest)["Europe/Sarajevo"] == sarajevo


def test_no_two_zones_have_the_same_label():
    americas, rest = choices(time_zones())
    labels = [label for _name, label in americas + rest]
    assert len(labels) == len(set(labels)) == len(time_zones() - {"UTC"})
