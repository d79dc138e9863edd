"""Trying words on locked books: off this thread, and with nothing counted."""

from __future__ import annotations

import asyncio
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeVar

from coreg.content import explain, say
from coreg.record.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Mapping
    from concurrent.futures import Future

T = TypeVar("T")

__all__ = ["answer"]

_WORDS: Mapping[str, str] = MappingProxyType({"does_not_fit": "vault.wrong", "no_space": "vault.no_room"})
"""What is said here otherwise than on a command line: on a screen there are keys and no commands."""


async def answer(asked: Future[T]) -> tuple[T, Literal[""]] | tuple[None, str]:
    """Wait for what was asked; return it and "", or None and the sentence that says why not."""
    try:
        return await asyncio.wrap_future(asked), ""
    except Trouble as trouble:
        return None, say(_WORDS[trouble.code]) if trouble.code in _WORDS else explain(trouble)
