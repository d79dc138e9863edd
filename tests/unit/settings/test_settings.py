"""Settings: the file, the environment over it, what is refused, and writing back."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreg.content import explain
from coreg.settings import NAMES, SettingError, Settings, load, nearest, save

OWNED = """\
# ours since the summer
theme = "night"  # softer on the eyes

[keys]
# the left one is loose
talk.done = "f5"
home.begin = ["x", "enter"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_settings_are_the_usual_ones_when_there_is_no_file(file: Path) -> None:
    assert load(file, {}) == Settings()


def test_the_file_overrides_the_usual_and_the_environment_overrides_the_file(file: Path) -> None:
    file.write_text('theme = "night"\nmotion = "none"\ncountdown = 0\n', encoding="utf-8")
    found = load(
        file, {"COREG_THEME": "day", "COREG_COUNTDOWN": "12", "COREG_ONE_HAND": "yes", "COREG_MOTION": ""}
    )
    assert (found.theme, found.motion, found.countdown, found.one_hand) == ("day", "none", 12, True)
    assert load(file, {"COREG_KEEP_DAYS": "90"}).keep_days == 90


def test_what_sound_was_before_is_read(file: Path) -> None:
    for written in ("bell", "off"):
        file.write_text(f'sound = "{written}"\n', encoding="utf-8")
        assert load(file, {}).sound == written


def test_numbers_and_times_of_the_sound_come_from_the_file_and_the_environment(file: Path) -> None:
    file.write_text('volume = 30\nquiet_from = "22:00"\n', encoding="utf-8")
    found = load(file, {"COREG_SOUND_OFFSET": "-120", "COREG_QUIET_UNTIL": "07:30"})
    assert (found.volume, found.sound_offset) == (30, -120)
    assert (found.quiet_from, found.quiet_until) == ("22:00", "07:30")


def test_keys_mean_the_same_with_dots_inside_and_outside_quotes(file: Path) -> None:
    file.write_text('[keys]\ntalk.done = "f5"\n"home.begin" = ["x", "enter"]\n', encoding="utf-8")
    assert dict(load(file, {}).keys) == {"talk.done": "f5", "home.begin": "x enter"}


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ('them = "day"', "unknown_setting", '"theme"'),
        ("wallpaper = 3", "strange_setting", "countdown"),
        ('theme = "nite"', "bad_setting", '"night"'),
        ("theme = 3", "bad_setting", "one of"),
        ("countdown = 16", "bad_setting", "0 to 15"),
        ("keep_days = 60", "bad_setting", "0, 30, 90, 365"),
        ("keep_days = true", "bad_setting", "0, 30, 90, 365"),
        ("countdown = true", "bad_setting", "0 to 15"),
        ("countdown = 2.5", "bad_setting", "0 to 15"),
        ('one_hand = "yes"', "bad_setting", "true or false"),
        ('region = "\\u001b[31m"', "bad_setting", "text"),
        ("volume = 101", "bad_setting", "0 to 100"),
        ("sound_offset = -501", "bad_setting", "-500 to 500"),
        ("sound_offset = 1.5", "bad_setting", "-500 to 500"),
        ('quiet_from = "24:00"', "bad_setting", "22:00"),
        ('quiet_until = "7:00"', "bad_setting", "22:00"),
        ("quiet_until = 7", "bad_setting", "22:00"),
        ('sound = "tone"', "bad_setting", '"tones"'),
        ("hide_key = 7", "bad_setting", "text"),
        ("keys = 3", "bad_setting", "list of keys"),
        ("[keys]\na = [1]", "bad_setting", "list of keys"),
        ("[keys]\na.b.c = true", "bad_setting", "a.b.c"),
        ("theme =", "file_line", "line 1"),
        ('theme = "day"\ntheme = "night"', "file_line", "line 2"),
        ("a = " + "[" * 1500, "file_line", "line 1"),
        (".".join("a" * 20) + " = 1", "file_line", "line 1"),
        ('\n\nregion = "' + "x" * 3000 + '"', "file_line", "line 3"),
        ("# long\n" * 20_000, "file_too_long", "64 KB"),
    ],
)
def test_a_file_that_does_not_hold_is_refused_with_its_name_and_what_would_be_right(
    file: Path, text: str, code: str, words: str
) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError) as caught:
        load(file, {})
    sentence = explain(caught.value)
    assert caught.value.code == code
    assert str(file) in sentence
    assert words in sentence


def test_a_file_in_another_encoding_is_refused_with_the_line(file: Path) -> None:
    file.write_bytes(b'theme = "day"\nregion = "\xff"\n')
    with pytest.raises(SettingError) as caught:
        load(file, {})
    assert caught.value.facts["line"] == 2


def test_a_file_with_a_byte_order_mark_and_windows_lines_is_read(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbftheme = "day"\r\n')
    assert load(file, {}).theme == "day"


def test_a_folder_in_place_of_the_file_is_refused(file: Path) -> None:
    file.mkdir()
    with pytest.raises(SettingError) as caught:
        load(file, {})
    assert caught.value.code == "file_unreadable"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("COREG_THEME", "nite"),
        ("COREG_COUNTDOWN", "soon"),
        ("COREG_VOLUME", "-1"),
        ("COREG_ONE_HAND", "left"),
    ],
)
def test_a_variable_that_cannot_be_is_refused_by_its_name(file: Path, name: str, text: str) -> None:
    with pytest.raises(SettingError) as caught:
        load(file, {name: text})
    assert name in explain(caught.value)
    assert "environment" in explain(caught.value)


@given(text=st.text(max_size=200))
def test_any_text_is_settings_or_one_sentence(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("any") / "config.toml"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        load(file, {})
    except SettingError as error:
        sentence = explain(error)
        assert "{" not in sentence.replace(str(file), "")
        assert sentence.isprintable()


def test_a_near_name_is_found_and_a_far_one_is_not() -> None:
    assert nearest("CountDwon", NAMES) == "countdown"
    assert nearest("xyzzy", NAMES) == ""


def test_saving_changes_only_what_was_asked_and_keeps_comments(file: Path) -> None:
    file.write_text(OWNED, encoding="utf-8")
    save(file, {"theme": "day", "countdown": 7, "keys": {"talk.done": "f6", "left.main": "g"}})
    text = file.read_text(encoding="utf-8")
    assert all(
        comment in text
        for comment in ("ours since the summer", "softer on the eyes", "the left one is loose")
    )
    assert load(file, {}) == Settings(
        theme="day", countdown=7, keys={"home.begin": "x enter", "talk.done": "f6", "left.main": "g"}
    )


def test_none_takes_a_setting_out(file: Path) -> None:
    file.write_text(OWNED, encoding="utf-8")
    save(file, {"theme": None, "sound": None, "keys": {"talk.done": None, "left.main": None}})
    assert load(file, {}) == Settings(keys={"home.begin": "x enter"})
    save(file, {"keys": None})
    assert load(file, {}) == Settings()


def test_saving_makes_a_private_file_and_folder_where_there_is_none(tmp_path: Path) -> None:
    file = tmp_path / "settings" / "config.toml"
    save(file, {"keys": {"left.main": "d"}})
    save(file, {"motion": "reduced"})
    assert load(file, {}) == Settings(motion="reduced", keys={"left.main": "d"})
    assert [one.name for one in file.parent.iterdir()] == ["config.toml"]
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("changes", [{"theme": "nite"}, {"countdown": 99}, {"keys": {"a": 3}}])
def test_saving_what_cannot_be_leaves_the_file_as_it_was(file: Path, changes: dict[str, object]) -> None:
    file.write_text(OWNED, encoding="utf-8")
    with pytest.raises(SettingError) as caught:
        save(file, changes)
    assert caught.value.facts["file"] == str(file)
    assert file.read_text(encoding="utf-8") == OWNED
    assert [one.name for one in file.parent.iterdir() if one.is_file()] == ["config.toml"]


def test_saving_into_a_file_that_does_not_hold_leaves_it_as_it_was(file: Path) -> None:
    file.write_text("theme = ", encoding="utf-8")
    with pytest.raises(SettingError):
        save(file, {"theme": "day"})
    assert file.read_text(encoding="utf-8") == "theme = "


def test_saving_through_a_link_changes_the_file_it_leads_to(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text('theme = "day"\n', encoding="utf-8")
    link = tmp_path / "config.toml"
    link.symlink_to(real)
    save(link, {"theme": "night"})
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == 'theme = "night"\n'


SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "theme": st.sampled_from(["auto", "night", "day"]),
        "motion": st.sampled_from(["full", "reduced", "none"]),
        "signs": st.sampled_from(["auto", "all", "ascii"]),
        "region": st.text(st.characters(categories=["L", "N"]), max_size=40),
        "countdown": st.integers(0, 15),
        "sound": st.sampled_from(["tones", "bell", "off"]),
        "sound_offset": st.integers(-500, 500),
        "quiet_from": st.sampled_from(["", "00:00", "22:00"]),
        "one_hand": st.booleans(),
        "keys": st.dictionaries(
            st.from_regex(r"[a-z]{1,5}\.[a-z_]{1,5}", fullmatch=True), st.sampled_from("abf/,"), max_size=4
        ),
    },
)


@pytest.mark.long
@given(steps=st.lists(SETTINGS, max_size=4))
def test_what_was_saved_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, steps: list[dict[str, object]]
) -> None:
    file = tmp_path_factory.mktemp("saved") / "config.toml"
    expected: dict[str, object] = {}
    keys: dict[str, object] = {}
    for changes in steps:
        save(file, changes)
        expected |= changes
        changed = changes.get("keys", {})
        assert isinstance(changed, dict)
        keys |= changed
    found = load(file, {})
    assert {name: getattr(found, name) for name in expected if name != "keys"} == {
        name: value for name, value in expected.items() if name != "keys"
    }
    assert dict(found.keys) == keys
