"""The whole book as one JSON object, as ``docs/format.md`` describes it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["to_json"]

_OBEYED = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def to_json(data: Mapping[str, object]) -> str:
    """Return the object as text, indented, letters as they are.

    What a terminal would obey or a reader could not see is escaped, so that the text can go anywhere.

    Raises:
        ValueError: a number in it is no number JSON knows.
    """
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
