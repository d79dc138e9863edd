"""Texts that people never write and other programs do: markup, terminal codes, every corner of Unicode.

Each has the letters of :data:`CORE` in it, so that it can be told from the words of the program.
"""

from __future__ import annotations

__all__ = ["CONTROL", "CORE", "EVERYTHING", "MARKUP", "UNICODE"]

CORE = "Zq"

MARKUP = (
    "[red]Zq[/]",
    "Zq[/]",
    "Zq[/red]",
    "[b]Zq",
    "[ ] Zq [x]",
    "[Zq=bar]",
    '[@click=app.boom("x]Zq',
    "[@click=app.quit]Zq[/]",
    "[link=file:///etc/passwd]Zq[/link]",
    "[$primary]Zq",
    "\\[Zq\\]",
    ":smile: Zq {a} {left} {0} %s",
    "[[Zq]] <b>**_`Zq`_**</b>",
)
CONTROL = (
    "\x1b[2JZq",
    "\x1b]52;c;WnE=\x07Zq",
    "\x1b]0;title\x07Zq",
    "\x1b]8;;http://example.org\x1b\\Zq\x1b]8;;\x1b\\",
    "\x1bcZq",
    "\x1bP+q544e\x1b\\Zq",
    "\x9b31mZq",
    "Z\x7fq",
    "Z\x00q",
    "\x07Zq\x07",
    "ab\x08\x08Zq",
    "line\rZq",
    "\x0e\x0fZq\x0b\x0c",
    "Zq\x1b[201~",
    "\x1b_G\x1b\\\x1b^\x1b\\\x1bXhidden\x1b\\Zq\x1b",
)
UNICODE = (
    "שלום Zq",
    "مرحبا Zq",
    "Zq \u202eterces\u202c",
    "Zq\u2066\u2069\u200e",
    "👨\u200d👩\u200d👧\u200d👦 Zq",
    "🇵🇹🇸🇪 Zq",
    "👍🏽 Zq",
    "Zq ✈\ufe0f 3\ufe0f\u20e3",
    "Zq" + "\u0301\u0323\u0338" * 30,
    "水曜日 Zq",
    "\u1112\u1161\u11ab Zq",
    "Zq สวัสดี",
    "नमस्ते Zq",
    "Z\u200bq\ufeff",
    "Z\u00adq",
    "Zq\U000e0041\U000e0042\U000e007f",
    "Zq\u2028Zq\u2029Zq",
    "Zq\ud800",
    "\ue000\uf8ff Zq \U0001f7ff",
    "ＺｑZq\t𝒵𝓆\ufffe",
)
EVERYTHING = (*MARKUP, *CONTROL, *UNICODE)
