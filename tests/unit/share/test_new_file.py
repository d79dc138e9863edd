"""A file for somebody: what stands in its way is said, whatever was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from coreg.record.trouble import Trouble
from coreg.share.new_file import write_new


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("x" * 300, "cannot_write"),
        ("nowhere/there", "export_no_folder"),
        ("~nobody-of-this-name/there", "export_no_folder"),
    ],
)
def test_a_place_that_cannot_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Trouble) as caught:
        write_new(asked, "ours.json", b"{}")
    assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []
