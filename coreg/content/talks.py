"""Which talks and guides there are, in the order of their list. Light: it loads none of them."""

from __future__ import annotations

from typing import Final

__all__ = ["RATED", "TALKS", "VARIANTS"]

TALKS: Final = (
    "day_talk",
    "floor_talk",
    "mirror_talk",
    "two_voices",
    "appreciation",
    "debrief",
    "grounding",
    "company",
)
"""Ids of the talks and guides, the usual one first."""

VARIANTS: Final = {
    "two_voices": ("two_voices", "two_voices_short"),
    "grounding": (
        "grounding",
        "grounding_for_you",
        "grounding_silent",
        "grounding_numbers",
        "grounding_feet",
        "grounding_place",
        "grounding_moving",
    ),
}
"""Other forms of a talk or a guide, which share its row in the list."""

RATED: Final = VARIANTS["grounding"]
"""Ids of the guides that ask both how it is inside, before and after."""
