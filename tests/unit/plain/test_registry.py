"""Every kind of step can be told line by line."""

from __future__ import annotations

from coreg.plain.steps import VOICES
from coreg.practice.steps import KINDS


def test_every_kind_of_step_has_a_voice() -> None:
    silent = sorted(set(KINDS) - set(VOICES))
    assert not silent, f"no voice for {', '.join(silent)}: add one in coreg/plain/steps, and to VOICES"
    assert set(VOICES) <= set(KINDS)
