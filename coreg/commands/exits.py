"""Exit codes: what a script can rely on."""

from __future__ import annotations

__all__ = ["BUSY", "DAMAGED", "DONE", "FAILED", "INTERRUPTED", "USAGE", "exit_code"]

DONE = 0
FAILED = 1
USAGE = 2
BUSY = 3
DAMAGED = 4
INTERRUPTED = 130

_FAILED = frozenset(
    {
        "book_exists",
        "cannot_print",
        "cannot_read",
        "cannot_write",
        "code_does_not_fit",
        "copy_does_not_fit",
        "disk_full",
        "does_not_fit",
        "newer",
        "no_crypto",
        "no_loop",
        "no_memory",
        "no_pause",
        "no_return",
        "no_such_backup",
        "not_all_kept",
        "not_changed",
        "not_converted",
        "not_everywhere",
        "not_found",
        "read_only",
    }
)
_BUSY = frozenset({"busy", "turned"})
_DAMAGED = frozenset({"damaged", "changed_outside", "ring_changed"})


def exit_code(code: object) -> int:
    """Return the exit code for the code of an error.

    Most codes name something that can be typed or set otherwise, so a code that is not listed is a matter
    of usage; an error without one is a failure.
    """
    if not isinstance(code, str) or code in _FAILED:
        return FAILED
    if code in _DAMAGED:
        return DAMAGED
    return BUSY if code in _BUSY else USAGE
