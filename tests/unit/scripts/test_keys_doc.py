"""docs/keys.md is what the table of keys says."""

from pathlib import Path

import pytest

from coreg.keys import KEYS
from scripts import keys_doc


def test_the_page_is_current() -> None:
    assert keys_doc.PAGE.read_text("utf-8") == keys_doc.page()


def test_every_key_is_on_the_page() -> None:
    page = keys_doc.page()
    assert not [key.id for key in KEYS if f"| `{key.id}` |" not in page]


def test_check_says_when_the_page_is_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(keys_doc, "PAGE", tmp_path / "docs" / "keys.md")
    assert keys_doc.main(["--check"]) == 1
    assert "scripts/keys_doc.py" in capsys.readouterr().err
    assert keys_doc.main([]) == 0
    assert keys_doc.main(["--check"]) == 0
