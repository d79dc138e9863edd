"""Where things live, with and without a home."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from coreg.content import explain
from coreg.places import NoFolderError, Places, device_id, find_places

posix = pytest.mark.skipif(sys.platform == "win32", reason="HOME means nothing there")


def ones(count: int) -> bytes:
    return b"\x11" * count


def test_a_named_folder_is_the_place_of_the_data(tmp_path: Path) -> None:
    env = {"COREG_DATA_DIR": str(tmp_path / "variable")}
    assert find_places(str(tmp_path / "flag"), env).data == tmp_path / "flag"
    assert find_places(None, env).data == tmp_path / "variable"


def test_a_relative_folder_is_seen_from_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_places("ours", {}).data == tmp_path / "ours"


def test_the_usual_places_are_three_and_settings_stay_out_of_the_data(tmp_path: Path) -> None:
    places = find_places(None, {})
    assert len({places.data, places.state}) == 2
    assert places.settings_file == places.config / "config.toml"
    assert places.help_file == places.config / "help.toml"


@posix
@pytest.mark.parametrize("home", ["", "relative"])
def test_without_a_home_folder_one_has_to_be_named(home: str, tmp_path: Path) -> None:
    with pytest.raises(NoFolderError) as caught:
        find_places(None, {"HOME": home})
    assert "--data-dir" in explain(caught.value)
    places = find_places(str(tmp_path / "ours"), {"HOME": home})
    assert places == Places(tmp_path / "ours", tmp_path / "ours" / "settings", tmp_path / "ours" / "state")


def test_no_home_at_all_is_no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", none)
    with pytest.raises(NoFolderError):
        find_places(None, {})


def test_a_system_that_knows_no_state_folder_gets_one_beside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import platformdirs

    for name in ("user_state_path", "user_data_path", "user_config_path"):
        monkeypatch.setattr(platformdirs, name, lambda *_, **__: tmp_path / "coreg")
    places = find_places(None, {})
    assert places == Places(tmp_path / "coreg", tmp_path / "coreg", tmp_path / "coreg-state")


def test_the_device_has_one_name_for_good(tmp_path: Path) -> None:
    places = Places(tmp_path / "d", tmp_path / "c", tmp_path / "s")
    first = device_id(places, ones)
    assert first == "111111111111"
    assert device_id(places, lambda count: b"\x22" * count) == first
    assert [one.name for one in places.state.iterdir()] == ["device"]
    if sys.platform != "win32":
        assert stat.S_IMODE((places.state / "device").stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"short", b"\xff" * 12, b"ZZZZZZZZZZZZ", b"1" * 500])
def test_a_name_that_does_not_hold_is_made_anew(tmp_path: Path, content: bytes) -> None:
    places = Places(tmp_path, tmp_path, tmp_path)
    (tmp_path / "device").write_bytes(content)
    assert device_id(places, ones) == "111111111111"
    assert device_id(places, lambda count: b"\x22" * count) == "111111111111"


def test_where_nothing_can_be_kept_a_name_holds_for_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    places = Places(tmp_path, tmp_path, tmp_path / "file" / "state")
    assert device_id(places, ones) == "111111111111"
