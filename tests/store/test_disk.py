"""A file is whole or it is not there; what the system refuses ends as trouble."""

import errno
import os
import stat
from pathlib import Path

import pytest

from coreg.store import disk
from tests.store.helpers import names, trouble


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_put_can_be_read_with_the_same_mark(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    mark = disk.put(path, b"content")
    assert disk.read(path) == (b"content", mark)
    assert disk.mark_of(path) == mark
    assert names(tmp_path) == ["book.json"]


def test_a_file_is_for_its_owner_alone_whatever_lay_there(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    for old in (path, tmp_path / disk.TEMP):
        old.write_bytes(b"old and longer")
        old.chmod(0o644)
    disk.put(path, b"new")
    assert mode(path) == 0o600
    assert path.read_bytes() == b"new"


def test_nothing_is_read_where_nothing_is(tmp_path: Path) -> None:
    assert disk.read(tmp_path / "none") is None
    assert disk.mark_of(tmp_path / "none") is None


def test_a_mark_tells_a_rewritten_file_from_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    mark = disk.put(path, b"content")
    os.utime(path, ns=(0, mark.mtime_ns + 1))
    assert disk.mark_of(path) != mark


def test_what_is_no_file_or_too_big_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe.json")
    disk.put(tmp_path / "big.json", b"12345")
    for name in ("folder.json", "pipe.json"):
        with trouble("damaged", file=name):
            disk.read(tmp_path / name)
    with trouble("damaged", file="big.json"):
        disk.read(tmp_path / "big.json", limit=4)


def test_a_link_is_followed_and_kept(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    link = tmp_path / "book.json"
    link.symlink_to(there / "real.json")
    disk.put(link, b"through a dangling link")
    disk.put(link, b"through the link")
    assert link.is_symlink()
    assert (there / "real.json").read_bytes() == b"through the link"
    assert names(there) == ["real.json"]


def test_a_link_in_place_of_the_temporary_file_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / disk.TEMP).symlink_to(victim)
    with trouble("cannot_write"):
        disk.put(tmp_path / "book.json", b"content")
    assert victim.read_bytes() == b"precious"


def test_a_loop_of_links_is_trouble(tmp_path: Path) -> None:
    path = tmp_path / "book.json"
    path.symlink_to(path)
    with trouble("cannot_read"):
        disk.read(path)


def test_a_missing_folder_is_trouble(tmp_path: Path) -> None:
    path = tmp_path / "none" / "book.json"
    with trouble("cannot_write", path=str(path)):
        disk.put(path, b"content")


def test_an_impossible_name_is_trouble(tmp_path: Path) -> None:
    with trouble("cannot_write"):
        disk.put(tmp_path / "a\0b", b"content")


def test_a_folder_is_made_with_all_that_leads_to_it_for_its_owner_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        disk.make_folder(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(old)
    assert [mode(tmp_path / name) for name in ("a", "a/b", "a/b/c")] == [0o700] * 3


def test_a_folder_that_others_could_look_into_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir(mode=0o755)
    disk.make_folder(folder)
    assert mode(folder) == 0o700


def test_a_folder_that_is_read_only_stays_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "open"
    folder.mkdir(mode=0o555)
    with monkeypatch.context() as patch, trouble("read_only", path=str(folder)):
        patch.setattr(os, "access", lambda *_: False)
        disk.make_folder(folder)
    assert mode(folder) == 0o500


def test_a_folder_that_cannot_be_closed_is_used_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, "not yours")

    monkeypatch.setattr(os, "chmod", refuse)
    tmp_path.joinpath("stick").mkdir(mode=0o755)
    disk.make_folder(tmp_path / "stick")


def test_a_folder_cannot_be_made_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with trouble("cannot_write"):
        disk.make_folder(tmp_path / "file" / "folder")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere" / "at all")
    with trouble("cannot_write"):
        disk.make_folder(tmp_path / "dangling")


def test_removing_and_moving(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"content")
    disk.move(path, tmp_path / "b")
    assert names(tmp_path) == ["b"]
    disk.remove(tmp_path / "b")
    disk.remove(tmp_path / "b")
    assert names(tmp_path) == []
    with trouble("cannot_write"):
        disk.move(path, tmp_path / "b")


@pytest.mark.parametrize(
    ("number", "fails"), [(errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)]
)
def test_a_folder_that_cannot_be_flushed_is_trouble_only_if_it_should_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, fails: bool
) -> None:
    real = os.fsync

    def fsync(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(number, "no")
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    if fails:
        with trouble("cannot_write"):
            disk.put(tmp_path / "book.json", b"content")
    else:
        disk.put(tmp_path / "book.json", b"content")
    assert (tmp_path / "book.json").read_bytes() == b"content"


def test_a_file_that_was_made_read_only_is_respected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "book.json"
    disk.put(path, b"old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with trouble("read_only", path=str(path)):
        disk.put(path, b"new")
    assert path.read_bytes() == b"old"
