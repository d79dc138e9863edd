"""A writer that is killed leaves everything readable and loses nothing that was acknowledged."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# With the Python of the tests and without a look at the environment, which the script would make ready first.
TRIALS = "import sys; from scripts.crash_trials import main; sys.exit(main())"


@pytest.mark.parametrize("trials", [8, pytest.param(200, marks=[pytest.mark.long, pytest.mark.timeout(600)])])
@pytest.mark.parametrize("seal", [(), ("--locked",)], ids=["open", "locked"])
def test_killed_writers_leave_everything_readable_and_lose_nothing(
    trials: int, seal: tuple[str, ...]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", TRIALS, "--trials", str(trials), *seal, "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    outcomes = json.loads(done.stdout)
    assert [one["kind"] for one in outcomes] == ["insert", "edit", "remove"]
    for one in outcomes:
        assert one["trials"] == trials
        assert (one["unreadable"], one["acknowledged_lost"]) == (0, 0)
        assert one["acknowledged"] > 0
