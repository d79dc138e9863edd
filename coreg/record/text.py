"""Every door's keeper: what may stand in a text, and how much of it."""

import re
import unicodedata

LIMIT = 20_000
"""Code points a note or a line may have after `clean` (reliability.md 7.3: more makes a text field stall)."""

LINE_LIMIT = 2_000
"""Characters of one line that stays."""

_MARKS = 8
"""Combining marks kept on one letter; real writing needs four, more only climbs over the lines above."""

_CROWDED = re.compile(f"[\u0300-\U0010ffff]{{{_MARKS + 1},}}")
"""No mark comes before these; where fewer of them follow one another, none can pile up."""

_PLAIN = re.compile(r"[ -~]*")
_PLAIN_LINES = re.compile(r"[ -~\n\t]*")

_SEQUENCES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: moves, colours, modes
    "|(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x1b\x07\x9c]*(?:\x07|\x9c|\x1b\\\\)"  # OSC, DCS, PM, APC
    "|\x1b[ -/]*[0-~]"  # two and three letter sequences
)
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, DEL, C1
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"  # unseen: soft hyphen, bidi marks, zero width space
    "\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff"  # joiner, isolates, BOM, interlinear
    "\U000e0000-\U000e007f]"  # tags
)
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str, *, multiline: bool = True) -> str:
    """Take out what a terminal would obey or a reader could not see; what is meant to be read stays.

    Escape sequences, control characters, bidi controls, zero width spaces and tags go; every kind of line end
    becomes a line feed; lone surrogates become "?"; the rest is composed (NFC), eight marks a letter at most.
    Joiners, right to left letters and emoji stay. With `multiline=False` line ends and tabs become spaces.
    Cleaning twice changes nothing.
    """
    if (_PLAIN_LINES if multiline else _PLAIN).fullmatch(text):
        return text
    text = _BREAKS.sub("\n", _SEQUENCES.sub("", text))
    text = _SURROGATES.sub("?", _DROPPED.sub("", text))
    if not text.isascii():
        text = _compose(text)
    return text if multiline else re.sub(r"[\n\t]", " ", text)


def fits(text: str) -> bool:
    """Say whether the text, once clean, is short enough to be kept."""
    return len(clean(text)) <= LIMIT


def _compose(text: str) -> str:
    """Compose, then drop marks that pile up; what is left is composed already."""
    return _CROWDED.sub(lambda found: _thinned(found[0]), unicodedata.normalize("NFC", text))


def _thinned(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks <= _MARKS:
            kept.append(character)
    return "".join(kept)
