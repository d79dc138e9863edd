#!/usr/bin/env python3
"""Writes docs/keys.md from the table of keys and the words that say what each key does.

scripts/keys_doc.py            writes the page
scripts/keys_doc.py --check    only says whether it is current (exit 1 when it is not)
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

PAGE = ROOT / "docs" / "keys.md"

_HEAD = """\
# Keys

<!-- Written by scripts/keys_doc.py from coreg/keys.py. Change those, not this page. -->

Each of you has a key and a stop on your own side of the keyboard. They go with the seat: when you
swap places, you take the keys of the other side. `esc` is the stop without a side. Going on together
needs both own keys, in any order. Caps Lock makes no difference. While something is being typed,
letters are text; F-keys, `esc` and `ctrl` keys still work.

At the first start each of you presses the own key and the own stop, so that any layout works; Settings
asks again. Every other key can be changed in `config.toml` by its id, and an id may have several keys:

```toml
[keys]
"left.main" = "d"
"practice.skip" = ["n", "f6"]
```

A key is named as it is pressed: a small letter or a sign, or `space`, `enter`, `escape`, `tab`, `up`,
`f9`, `ctrl+q` and the like. An id that does not exist, and a key that would mean two things in one
room, are refused with a sentence that names both.
"""


def page() -> str:
    """Return the page as it should be now."""
    from coreg.content import say
    from coreg.keys import KEYS
    from coreg.screens.key_rows import PARTS

    parts = [_HEAD]
    for part in PARTS:
        rows = [
            f"| {' or '.join(_code(key) for key in one.default)} | `{one.id}` | {say(f'keys.{one.id}')} |"
            for one in KEYS
            if one.place == part
        ]
        title = say(f"keys.parts.{part}")
        parts.append(
            "\n".join([f"## {title}", "", "| key | id | what it does |", "|---|---|---|", *rows]) + "\n"
        )
    return "\n".join(parts)


def _code(key: str) -> str:
    return f"`{key}`"


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or compare it; return an exit code."""
    parser = argparse.ArgumentParser(description="Writes docs/keys.md from the table of keys.")
    parser.add_argument("--check", action="store_true", help="write nothing, say whether it is current")
    wanted = page()
    if not parser.parse_args(arguments).check:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(wanted, encoding="utf-8", newline="\n")
        return 0
    if PAGE.is_file() and PAGE.read_text("utf-8") == wanted:
        return 0
    print("docs/keys.md is not what the table of keys says. Run scripts/keys_doc.py.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
