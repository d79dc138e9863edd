"""Files of settings that no person would write: each refused soon, within little memory, or read as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

MUTATED = 1_000
"""How many files that once held are changed here and there (reliability.md 8, row 14)."""

LIMITS = "2 s of one processor and 300 MB for each (the same row)"

CHILD = """
import random, resource, signal, sys
from pathlib import Path
from coreg.content import explain
from coreg.content.people import load_people
from coreg.content.reading import MOST_BYTES
from coreg.record.text import clean
from coreg.settings import SettingError, load

folder, count = Path(sys.argv[1]), int(sys.argv[2])
whole = (folder / "whole.toml").read_bytes()
chance = random.Random(14)

def strange():
    yield b"a" * MOST_BYTES
    yield b".".join([b"a"] * 30_000) + b" = 1"
    yield b"\\n".join(b".".join([b"a%d" % n] * 9) + b" = 1" for n in range(2_000))
    yield b"\\n".join(b"k%d = 1" % n for n in range(6_000))
    yield b"a = " + b"[" * 60_000
    yield b"a = " + b"{a = " * 12_000
    yield b"a = " + b"9" * 60_000
    yield b"a = 1e999999999"
    yield b"a = '''" + b"x" * 60_000
    yield b'a = "' + b"\\\\u001b" * 300 + b'"'
    yield b"[a]\\n" * 10_000
    yield b"[[a]]\\n" * 10_000
    yield b"\\x00" * 60_000
    yield b"\\xef\\xbb\\xbf" * 20_000
    yield b"\\xff\\xfe" + "theme = 'day'".encode("utf-16-le")
    yield b"\\r" * 60_000

pieces = [b"[", b"{", b'"', b"'''", b"a.", b"= ", b"\\n", b"\\\\u0000"]

def mutated():
    data = bytearray(whole)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data) + 1)
        what = chance.random()
        if what < 0.3 and data:
            data[at % len(data)] = chance.randrange(256)
        elif what < 0.5:
            del data[at : at + chance.randint(1, 40)]
        elif what < 0.8:
            data[at:at] = data[at // 2 : at // 2 + chance.randint(1, 200)]
        else:
            data[at:at] = chance.choice(pieces) * chance.randint(1, 900)
    return bytes(data)

soft = resource.getrlimit(resource.RLIMIT_AS)[1]
resource.setrlimit(resource.RLIMIT_AS, (300 * 1024 * 1024, soft))
read = refused = 0
for data in [*strange(), *(mutated() for _ in range(count))]:
    file = folder / "any.toml"
    file.write_bytes(data)
    signal.setitimer(signal.ITIMER_PROF, 2.0)
    try:
        load(file, {})
        read += 1
    except SettingError as error:
        assert explain(error).isprintable()
        refused += 1
    trouble = load_people(file, clean).trouble
    assert trouble is None or explain(trouble).isprintable()
    signal.setitimer(signal.ITIMER_PROF, 0)
    assert file.read_bytes() == data
print(read, refused)
"""

WHOLE = """\
# ours since the summer
theme = "night"
region = "uk"
countdown = 7

[keys]
talk.done = "f5"
home.begin = ["x", "enter"]
"""


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="memory and time cannot be limited there")
def test_every_strange_file_is_refused_or_read_soon_and_in_little_memory(tmp_path: Path) -> None:
    (tmp_path / "whole.toml").write_text(WHOLE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path), str(MUTATED)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), LIMITS
    read, refused = map(int, done.stdout.split())
    assert read + refused == MUTATED + 16
    assert read >= 20, "some changes do no harm"
    assert refused >= MUTATED // 2
