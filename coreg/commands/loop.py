"""``coreg loop [NUMBER] [--format text|md|mermaid]``: the loops between the two, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Sequence

    from coreg.commands.parser import Parser
    from coreg.insight.loop_list import Seen
    from coreg.insight.loop_picture import Picture, Wording
    from coreg.store import Store

__all__ = ["FORMATS", "options", "run"]

FORMATS = {"text": "text", "md": "md", "mermaid": "mermaid"}
_MOST = 1_000


def options(parser: Parser) -> None:
    """Take which loop, a format, and what opens a locked book; ``--plain`` is what it is anyway."""
    from coreg.commands.asking import takes_words
    from coreg.commands.parser import whole_number

    takes_words(parser)
    parser.add_argument("number", nargs="?", type=whole_number("NUMBER", 1, _MOST))
    parser.add_argument("--format")
    parser.add_argument("--plain", action="store_true")


def run(asked: Namespace) -> int:
    """Print the loops that are found now, those that were named, and those drawn from a scene.

    Raises:
        Trouble: ``wrong_choice`` or ``near_choice`` for a format, ``no_loop`` {number}, ``no_book``, or
        whatever reading the book raises.
    """
    from coreg.commands import exits, speech
    from coreg.commands.asking import descriptor_of
    from coreg.commands.book import now, open_book, places_of
    from coreg.commands.choices import choose
    from coreg.content import say
    from coreg.insight.loop_list import at_hand

    form = choose("loop", asked.format, FORMATS)
    with open_book(places_of(asked), words=descriptor_of(asked)) as store:
        wording, shown = _wording(store), store.maps()
    all_ = at_hand(shown.triggers, shown.links, shown.loops, now().date())
    if asked.number is not None and asked.number > len(all_.loops):
        raise Trouble("no_loop", number=asked.number)
    wanted = all_.loops if asked.number is None else all_.loops[asked.number - 1 : asked.number]
    if wanted:
        speech.put(_FORMS[form](wanted, wording))
    else:
        speech.tell(say("loops.nothing" if all_.enough else "loops.not_enough"))
    return exits.DONE


def _wording(store: Store) -> Wording:
    from coreg.commands.wording import names_of
    from coreg.content import say
    from coreg.content.map_words import picks
    from coreg.insight.loop_picture import Wording

    home = store.home()
    if home is None:
        raise Trouble("no_book", folder="")
    return Wording(say, names_of(home), picks("move_kind"))


def _drawn(loops: Sequence[Seen], wording: Wording) -> Iterator[tuple[str, str, Picture | None]]:
    """Yield the name of each loop, how often it came up, and what there is to draw."""
    from coreg.commands.book import now
    from coreg.content import say
    from coreg.content.came import came_up
    from coreg.insight.loop_list import picture_seen
    from coreg.record.text import clean

    for one in loops:
        name = clean(one.name, multiline=False) or say("loops.unnamed")
        came = ""
        if one.found is not None:
            came = came_up(one.found.times, one.found.first, one.found.last, now().date())
        elif one.loop is not None and one.loop.scene:
            came = say("loops.scene_of", scene=clean(one.loop.scene, multiline=False))
        yield name, came, picture_seen(one, wording)


def _text(loops: Sequence[Seen], wording: Wording) -> str:
    from coreg.content import say
    from coreg.insight.loop_text import told

    parts = []
    for name, came, picture in _drawn(loops, wording):
        lines = (say("loops.nothing"),) if picture is None else told(picture, wording)
        parts.append("\n".join([name, *([came] if came else []), *(f"  {line}" for line in lines)]))
    return "\n\n".join(parts)


def _markdown(loops: Sequence[Seen], wording: Wording) -> str:
    from coreg.content import say
    from coreg.insight.loop_text import markdown
    from coreg.share.markdown import literal

    parts = []
    for name, came, picture in _drawn(loops, wording):
        drawn = say("loops.nothing") if picture is None else markdown(picture, wording, literal)
        parts += [f"## {literal(name)}", *([literal(came)] if came else []), drawn]
    return "\n\n".join(parts)


def _mermaid(loops: Sequence[Seen], wording: Wording) -> str:
    from coreg.insight.loop_text import mermaid

    drawn = [(name, picture) for name, _, picture in _drawn(loops, wording) if picture is not None]
    return "\n\n".join(f"%% {name}\n{mermaid(picture, wording)}" for name, picture in drawn)


_FORMS = {"text": _text, "md": _markdown, "mermaid": _mermaid}
