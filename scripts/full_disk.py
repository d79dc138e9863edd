#!/usr/bin/env python3
"""Fills a disk of one megabyte with notes, and looks at what is said and what is left.

    scripts/full_disk.py [--kilobytes N] [--notes N]

Needs root on Linux: the disk is a tmpfs mounted for this alone. The tests hold the same with a limit on the
size of a file. Exit code 1 if an acknowledged note is gone or a trouble is told by more than a sentence.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

LETTERS = 19_000
"""Characters of a note: twenty of them and the books around them fill less than half a megabyte."""

FAILED = 1


@contextmanager
def small_disk(kilobytes: int) -> Iterator[Path]:
    """Mount a disk of its own."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


def coreg(book: Path, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run one command on the book."""
    command = [sys.executable, "-m", "coreg", *words, "--data-dir", str(book)]
    return subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, text=True, check=False)


def fill(book: Path, notes: int) -> tuple[list[str], list[str]]:
    """Keep notes until they do not fit any more and on; return what was acknowledged and what was said."""
    kept, said = [], []
    for number in range(notes):
        text = f"note {number} ".ljust(LETTERS, ".")
        done = coreg(book, "note", stdin=text)
        if done.returncode:
            said.append(done.stderr.strip())
        else:
            kept.append(text)
    return kept, said


def found(book: Path) -> list[str]:
    """Return the texts in the book, as the export has them."""
    done = coreg(book, "export", "--format", "json")
    return [note["text"] for note in json.loads(done.stdout)["notes"]] if done.returncode == 0 else []


def trial(disk: Path, notes: int) -> list[str]:
    """Fill the disk, make room, and go on; return what is wrong."""
    book, weight = disk / "book", disk / "weight"
    coreg(book, "setup", "--a", "Mina", "--b", "Jo")
    weight.write_bytes(b"x" * (os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize // 2))
    kept, said = fill(book, notes)
    wrong = [] if said else ["the disk never was full"]
    wrong += [f"more than a sentence: {one}" for one in said if one.count("\n") > 1 or "Traceback" in one]
    wrong += [f"not said why: {one}" for one in said if "The disk is full." not in " ".join(one.split())]
    if sorted(found(book)) != sorted(kept):
        wrong.append("what was acknowledged is not what is there")
    weight.unlink()
    if coreg(book, "note", stdin="there is room again\n").returncode:
        wrong.append("it does not go on when there is room")
    if len(found(book)) != len(kept) + 1:
        wrong.append("not all is there when there is room")
    print(f"{len(kept)} notes kept, {len(said)} refused with a sentence, {len(wrong)} things wrong")
    return wrong


def main(arguments: list[str] | None = None) -> int:
    """Run the trial and say what came of it; return an exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--kilobytes", type=int, default=1000)
    parser.add_argument("--notes", type=int, default=20)
    asked = parser.parse_args(arguments)
    if sys.platform != "linux" or os.getuid() != 0:
        print("This needs root on Linux: it mounts a disk of its own.", file=sys.stderr)
        return FAILED
    with small_disk(asked.kilobytes) as disk:
        wrong = trial(disk, asked.notes)
    for one in wrong:
        print(one)
    return FAILED if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
