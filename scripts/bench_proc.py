"""What Linux tells of a running process: processor time, waiting, wake-ups, memory."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Usage", "there", "usage"]

_SWITCHES = re.compile(r"^voluntary_ctxt_switches:\s+(\d+)", re.MULTILINE)
_MEMORY = re.compile(r"^VmRSS:\s+(\d+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Usage:
    """Sums since the start of a process, over its threads.

    Attributes:
        cpu: seconds of processor time.
        queued: seconds its main thread wanted to run and had no processor: the noise of the machine.
        wakeups: how often a thread that had waited went on.
        memory: MB that are resident now.
    """

    cpu: float = 0.0
    queued: float = 0.0
    wakeups: int = 0
    memory: float = 0.0

    def __sub__(self, before: Usage) -> Usage:
        """Return what was used since another look; memory as growth."""
        return Usage(
            self.cpu - before.cpu,
            self.queued - before.queued,
            self.wakeups - before.wakeups,
            self.memory - before.memory,
        )


def there() -> bool:
    """Tell whether this system tells all that."""
    return Path("/proc/self/schedstat").exists()


def usage(pid: int) -> Usage:
    """Return what a process has used; what cannot be read counts as nothing."""
    cpu = queued = 0.0
    wakeups = 0
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            with suppress(OSError):
                ran, waited, _ = map(int, (task / "schedstat").read_text().split())
                found = _SWITCHES.search((task / "status").read_text())
                cpu += ran / 1e9
                queued += waited / 1e9 if task.name == str(pid) else 0.0
                wakeups += int(found[1]) if found else 0
    return Usage(cpu, queued, wakeups, _memory(pid))


def _memory(pid: int) -> float:
    try:
        found = _MEMORY.search(Path(f"/proc/{pid}/status").read_text())
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0
