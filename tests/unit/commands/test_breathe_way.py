"""``coreg breathe --way``: what goes together is handed over, and what does not is one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coreg.evening.how import How

if TYPE_CHECKING:
    from tests.unit.commands.conftest import Launched, Run


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ([], How()),
        (["even5", "--way", "Crossing", "--free", "--taps"], How("crossing", free=True, taps=True)),
        (["easy46", "--with", "long48"], How("beside", "long48")),
        (["easy46", "--way", "beside", "--with", "long48"], How("beside", "long48")),
        (["--way", "lead"], How("lead")),
        (["justsit", "--taps"], How(taps=True)),
    ],
)
def test_a_way_for_two_is_handed_over(run: Run, launched: Launched, words: list[str], how: How) -> None:
    assert run("breathe", *words).code == 0
    assert launched.starts[0].how == how


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--way", "corssing"], 'no way for two called "corssing". Did you mean crossing?'),
        (["--way", "xyzzy"], "There is: unison, crossing, answer, lead, beside."),
        (["easy46", "--with", "box"], "easy46 and box do not begin a breath together within 60 seconds"),
        (["easy46", "--with", "easy46"], "--with was not used as it can be"),
        (["easy46", "--way", "crossing", "--with", "long48"], "--with was not used as it can be"),
        (["justsit", "--way", "crossing"], "--way was not used as it can be"),
        (["--way", "lead", "--free"], "--free was not used as it can be"),
        (["paceFinder", "--taps"], "--taps was not used as it can be"),
        (["--way", "crossing", "--minutes", "11"], "easy46 can be breathed for 1 to 10 minutes"),
    ],
)
def test_what_does_not_go_together_is_refused(
    run: Run, launched: Launched, words: list[str], said: str
) -> None:
    ran = run("breathe", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not launched.starts
