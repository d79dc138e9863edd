#!/usr/bin/env python3
"""Writes docs/export.schema.json anew, from the models. Run it after a change of the records."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

FILE = ROOT / "docs" / "export.schema.json"


def text() -> str:
    """Return the schema as it stands in the file."""
    from coreg.share.schema import export_schema

    return json.dumps(export_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
    print(FILE.relative_to(ROOT))
