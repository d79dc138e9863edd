"""Markdown: whatever they wrote, every reader shows just that."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from coreg.commands.wording import WORDS
from coreg.record.text import clean
from coreg.share.markdown import fenced, literal, to_markdown

HOSTILE = [
    "[x](javascript:alert(1))",
    "![x](y)",
    "<script>alert(1)</script>",
    "**bold** _it_ `code` ~~gone~~",
    "# no heading #",
    "- no list",
    "1. no list",
    "12) no list",
    "+ no list",
    "> no quote",
    "---",
    "===",
    "&amp; &lt;",
    "\\",
    "\\*",
    "a | b",
    "[^1]",
    "$x$",
    "<a@b.example>",
    "    four spaces",
    "| a | b |",
    "```",
    "~~~",
    "[ ] todo",
    "*",
    "_",
    "a_b_c",
    "\u202eabc",
    "\x1b[31mred",
]


def rendered(text: str) -> str:
    """Return the text that a reader of Markdown shows, white space as it may be folded."""
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    assert not re.search(r"<(?!/?(p|blockquote|li|ul|h3|h2|h1|pre|code)\b)", html), html
    return unescape(re.sub(r"<[^>]+>", "", html))


def folded(text: str) -> str:
    return " ".join(text.split())


@given(
    text=st.one_of(
        st.sampled_from(HOSTILE),
        st.text("ab \\`*_{}[]()<>#+-.!|~&$:=1)\t", max_size=30),
        st.text(max_size=30),
    )
)
@example(text="1.")
@example(text="\xa0")
def test_one_line_is_shown_as_it_was_written(text: str) -> None:
    text = clean(text, multiline=False)
    for frame in ("> {}", "- {}", "### Monday: {}", "> Note: {}", "{}"):
        shown = folded(rendered(frame.format(literal(text))))
        assert shown.endswith(folded(text))
        assert len(shown) - len(folded(text)) <= len("Monday: ")


@given(text=st.one_of(st.sampled_from(HOSTILE), st.text("`~ab\n \t", max_size=30), st.text(max_size=60)))
@example(text="````\n```text")
def test_several_lines_are_shown_as_they_were_written(text: str) -> None:
    text = clean(f"{text}\nand more")
    assert rendered(fenced(text)) == f"{text}\n\n"


STAYS = {
    "id": "l1",
    "kind": "stays",
    "text": "You asked *before* you fixed it.",
    "by": "a",
    "at": "2026-11-23T21:00:00Z",
    "later": [{"id": "w1", "text": "Still true.", "at": "2026-11-25T08:00:00Z", "by": "b"}],
}
TOPIC = {**STAYS, "id": "l0", "kind": "topic", "text": "Mondays", "by": None, "later": []}
GONE = {**STAYS, "id": "l2", "text": "GONE", "binned": "x"}
ENTRY = {
    "id": "e1",
    "n": 0,
    "practice": "day_talk",
    "variant": "",
    "done_s": 1320.0,
    "before": {"a": {"inside": 6}, "b": {"inside": 3}},
    "after": None,
    "lines": [TOPIC, STAYS, GONE],
}
MARK = {"state": "settled", "inside": 2, "pleasant": 7, "energy": 3, "feelings": ["warm"], "needs": ["rest"]}


def session(**more: object) -> dict[str, Any]:
    return {
        "id": "0193576a-1111-7000-8000-000000000001",
        "kind": "quiet",
        "local_date": "2026-11-23",
        "done_s": 1860.0,
        "ended_early": False,
        "check_in": {"a": {**MARK, "line": "A long\nday", "like": "ears"}, "b": {"state": None}},
        "check_out": None,
        "entries": [ENTRY],
        **more,
    }


def book(**more: object) -> dict[str, Any]:
    note = {
        "id": "0193576a-2222",
        "text": "one\n# two\n```",
        "local_date": "2026-11-23",
        "session": session()["id"],
        "later": [],
    }
    agreement = {
        "id": "0193576a-3333",
        "text": "A walk\non Sunday",
        "local_date": "2026-11-23",
        "look_again": "2026-11-29",
        "state": "open",
    }
    data = {
        "schema": 1,
        "couple": {"a": {"name": "Mi*na"}, "b": {"name": "Jo"}},
        "sessions": [session()],
        "notes": [
            note,
            {**note, "id": "0193576a-4444", "text": "alone", "session": None, "local_date": "2025-01-02"},
        ],
        "agreements": [agreement, {**agreement, "id": "0193576a-5555", "state": "kept", "look_again": None}],
    }
    return {**data, **more}


def test_the_book_is_told_by_year_with_everything_in_its_place() -> None:
    text = to_markdown(book(), WORDS)
    assert text.startswith("# Mi\\*na and Jo\n")
    assert text.index("## 2025") < text.index("alone") < text.index("## 2026") < text.index("Quiet evening")
    assert "### Monday 23 November 2026: Quiet evening, 31 minutes" in text
    assert "- Together: Day talk (22 minutes)" in text
    assert "> Mi\\*na: You asked \\*before\\* you fixed it." in text
    assert "> later, 2026-11-25, Jo: Still true." in text
    assert "> About: Mondays" in text
    assert "````text\none\n# two\n```\n````" in text
    assert "A walk on Sunday (2026-11-23; open; look again on 2026-11-29)" in text
    assert "A walk on Sunday (2026-11-23; kept)" in text
    assert "A long day" in text
    assert "GONE" not in text


def test_what_is_in_the_bin_stays_out() -> None:
    binned = {"binned": "2026"}
    data = book(
        sessions=[session(**binned)],
        notes=[{**book()["notes"][0], **binned}],
        agreements=[{"id": "x", "gone": True}],
    )
    assert to_markdown(data, WORDS) == "# Mi\\*na and Jo\n"


def test_a_stopped_session_is_told_without_anybody() -> None:
    text = to_markdown(book(sessions=[session(ended_early=True, done_s=20.0)]), WORDS)
    assert "Quiet evening, 1 minute, ended early" in text


@pytest.mark.parametrize("kind", ["../../../help", "un known", "x/y"])
def test_a_strange_kind_is_only_a_word(kind: str) -> None:
    assert "0 minutes" in to_markdown(book(sessions=[session(kind=kind, done_s=0.0)]), WORDS)


def test_what_was_agreed_about_pauses_stands_at_the_end_letter_by_letter() -> None:
    agreed = {"word": "*harbour*", "gesture": "", "minutes": 45, "a": "a shower", "looked": "2026-11-23"}
    data = book()
    data["couple"]["pause"] = agreed
    end = to_markdown(data, WORDS).split("## ")[-1]
    assert "\\*harbour\\*" in end
    assert "45" in end
    assert end.count("- ") == 4
    data["couple"]["pause"] = None
    assert "harbour" not in to_markdown(data, WORDS)
