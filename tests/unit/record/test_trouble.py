"""Trouble tells the edge everything and a log nothing."""

from coreg.record.trouble import Trouble


def test_facts_are_there_for_words_but_not_in_a_log() -> None:
    trouble = Trouble("bad_name", name="a secret")
    assert trouble.code == "bad_name"
    assert trouble.facts == {"name": "a secret"}
    assert "secret" not in f"{trouble} {trouble!r}"
