"""Maps of Mina and Jo that both may see, made through the store's own interface."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from coreg.record.maps import Came, Link, MapWords, Resource, Trigger
from coreg.store import Store

__all__ = ["Maps", "put_maps", "put_trigger"]

DAY = date(2026, 11, 9)
NOON = datetime(2026, 11, 9, 12, tzinfo=UTC)


class Maps:
    """Four triggers, two of each, and the links between them."""

    def __init__(self, triggers: tuple[Trigger, ...], links: tuple[Link, ...]) -> None:
        """Take what was kept."""
        self.leaves, self.silence, self.corrected, self.voice = triggers
        self.links = links


def put_trigger(
    store: Store, owner: str, words: Mapping[str, object], came: Sequence[tuple[int, int]] = ()
) -> Trigger:
    """Keep a trigger that both may see; ``came`` are days of November and strengths."""
    return store.keep(
        Trigger.model_validate(
            {
                "owner": owner,
                "words": MapWords.model_validate(words),
                "came": tuple(Came(day=date(2026, 11, day), strength=strong) for day, strong in came),
                "written": NOON,
                "zone": "UTC",
                "local_date": DAY,
            }
        )
    )


def put_link(store: Store, cue: Trigger, move: Trigger, *, nodded: bool) -> Link:
    """Keep a link."""
    return store.keep(Link(cue=cue.id, move=move.id, nodded=nodded, made=NOON, local_date=DAY))


_LEAVES: dict[str, object] = {
    "cue": "Jo leaves the room",
    "body": ("tight chest",),
    "story": "I don’t matter",
    "move": "explain again",
    "feeling": "angry",
    "softer": "lonely",
    "strength": 6,
    "helps_you": "Say when you will be back",
    "early_sign": "my voice gets quick",
}
_SILENCE: dict[str, object] = {
    "cue": "no answer",
    "move": "text repeatedly",
    "story": "I am too much",
    "strength": 4,
}
_CORRECTED: dict[str, object] = {
    "cue": "being corrected",
    "story": "never good enough",
    "move": "leave the room",
    "softer": "afraid",
    "strength": 7,
    "helps_me": "a walk round the block",
    "please_dont": "follow me",
}
_VOICE: dict[str, object] = {
    "cue": "a quick voice",
    "move": "go quiet",
    "story": "it begins again",
    "strength": 5,
}


def put_maps(store: Store, *, links: bool = True) -> Maps:
    """Keep two triggers of each; with ``links`` those through which they set each other off."""
    leaves = put_trigger(store, "a", _LEAVES, ((12, 7), (19, 8)))
    silence = put_trigger(store, "a", _SILENCE)
    corrected = put_trigger(store, "b", _CORRECTED, ((19, 6),))
    voice = put_trigger(store, "b", _VOICE)
    ends = (
        (leaves, corrected, True),
        (corrected, leaves, False),
        (silence, voice, True),
        (voice, silence, True),
    )
    made = tuple(put_link(store, cue, move, nodded=nodded) for cue, move, nodded in ends if links)
    store.keep(Resource(title="the bench by the canal", minutes=20, written=NOON, local_date=DAY))
    return Maps((leaves, silence, corrected, voice), made)
