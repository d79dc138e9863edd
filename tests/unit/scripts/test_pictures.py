"""The catalogue of pictures: every name once, and every kind of step and form of grounding among them."""

from __future__ import annotations

from collections import Counter

import pytest

from coreg.content.scripts import PRACTICES
from coreg.practice.steps import KINDS
from scripts.pictures_catalogue import CATALOGUE

NAMES = Counter(scene.name for scene in CATALOGUE)

CALLED = {
    "alternate": "grounding-named",
    "breathe": "breathe-in",
    "find_pace": "breathe-pace",
    "form": "form-cover",
    "lead": "breathe-lead",
    "opening": "opening-cover",
    "stay": "near",
    "wait": "waiting",
}
"""Pictures of kinds that are called otherwise than the kind itself."""


def test_every_picture_has_a_name_of_its_own() -> None:
    assert NAMES.most_common(1)[0][1] == 1


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_step_has_a_picture(kind: str) -> None:
    assert CALLED.get(kind, kind) in NAMES


def test_every_form_of_grounding_has_a_picture() -> None:
    forms = {name.replace("_", "-") for name in PRACTICES if name.startswith("grounding")}
    assert forms
    assert forms <= NAMES.keys()
