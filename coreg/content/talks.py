"""Which talks and guides there are, in the order of their list. Light: it loads none of them."""

from __future__ import annotations

from typing import Final

__all__ = ["TALKS"]

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
