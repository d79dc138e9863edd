"""Maps told in words: triggers, the links between them, loops, what helps, and good moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.record.text import clean
from coreg.share.told import Told, Word, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coreg.share.told import Named, Names, Plain

__all__ = ["tell_glimmer", "tell_link", "tell_loop", "tell_map", "tell_resource"]

_SIDE = ("notice", "tell", "outside", "inside", "do")
_KINDS = frozenset({"cue_kind", "move_kind"})


def tell_map(trigger: Plain, names: Names, words: Named) -> Told:
    """Return what is shown of a trigger, field by field, and when it came up again."""
    title = words.say("map", name=names[trigger["owner"]])
    came = [words.say("map_came", day=one["day"], number=one["strength"]) for one in trigger["came"]]
    said = tuple(_fields(trigger["words"], words))
    return Told(trigger["id"], trigger["local_date"], title_of(title, trigger, words), tuple(came), said)


def tell_link(link: Plain, triggers: Mapping[str, Plain], names: Names, words: Named) -> Told:
    """Return which cue of one is which move of the other, and who sees it so; both stand in `triggers`."""
    cue, move = triggers[link["cue"]], triggers[link["move"]]
    one, other = names[cue["owner"]], names[move["owner"]]
    text = words.say("link_is", one=one, cue=_line(cue["words"]["cue"]), other=other, move=_move(move))
    sees = words.say("link_both") if link.get("nodded") else words.say("link_one", name=one)
    return Told(link["id"], link["local_date"], words.say("link"), (sees,), (Word("link", text),))


def tell_loop(loop: Plain, triggers: Mapping[str, Plain], names: Names, words: Named) -> Told:
    """Return a loop with what it goes through, the scene it was drawn from, and the ways out."""
    said = [Word("scene", clean(loop["scene"]), label=words.say("loop_scene"))] if loop.get("scene") else []
    for seat in ("a", "b"):
        side = loop.get(seat) or {}
        labels = ((words.say(f"loop_{name}"), side.get(name)) for name in _SIDE)
        said += [Word("side", clean(text), names[seat], label) for label, text in labels if text]
    for key in loop.get("triggers", ()):
        if one := triggers.get(key):
            said.append(Word("move", _move(one), names[one["owner"]]))
    said += [
        Word("exit", clean(one["text"]), label=words.say(f"loop_exit_{one.get('kind', 'sentence')}"))
        for one in loop.get("exits", ())
    ]
    title = words.say("loop", name=_line(loop["name"]))
    return Told(loop["id"], loop["local_date"], title_of(title, loop, words), words=tuple(said))


def tell_resource(resource: Plain, names: Names, words: Named) -> Told:
    """Return something that helps: whom, how, when, how long and where."""
    ways = [words.say(f"helps_{way}") for way in (*resource.get("ways", ()), *resource.get("when", ()))]
    facts = [", ".join(ways)] if ways else []
    if minutes := resource.get("minutes"):
        facts.append(words.say("minute") if minutes == 1 else words.say("minutes", count=minutes))
    if place := resource.get("place"):
        facts.append(_line(place))
    said = Word("resource", clean(resource["title"]), names.get(resource.get("owner") or "", ""))
    title = title_of(words.say("helps"), resource, words)
    return Told(resource["id"], resource["local_date"], title, tuple(facts), (said,))


def tell_glimmer(glimmer: Plain, names: Names, words: Named) -> Told:
    """Return a moment that eased one of them."""
    facts = [words.say(f"glimmer_{key}", it=_line(glimmer[key])) for key in ("why",) if glimmer.get(key)]
    said = Word("glimmer", clean(glimmer["text"]), names.get(glimmer.get("by") or "", ""))
    title = title_of(words.say("glimmer"), glimmer, words)
    return Told(glimmer["id"], glimmer["local_date"], title, tuple(facts), (said,))


def _fields(said: Plain, words: Named) -> Iterator[Word]:
    for name, value in said.items():
        if value is None or value in ("", []):
            continue
        if name == "strength":
            text = words.say("map_number", number=value)
        elif name == "state":
            text = words.say(f"map_{value}")
        elif name in _KINDS:
            text = words.name(value)
        else:
            text = clean(", ".join(value) if isinstance(value, list) else str(value))
        yield Word("field", text, label=words.say(f"map_{name}"))


def _move(trigger: Plain) -> str:
    return _line(trigger["words"]["move"] or trigger["words"]["name"])


def _line(text: object) -> str:
    return clean(str(text), multiline=False)
