"""The JSON Schema: up to date, and true of what is exported."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from coreg.commands.invented import invent
from coreg.share.schema import Export, export_schema
from coreg.store import Store

ROOT = Path(__file__).resolve().parents[3]
TODAY = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)

Schema = dict[str, Any]

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
FORMATS = {
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "date-time": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z"),
}
# The patterns of the schema are for a dialect of regular expressions that Python does not speak.
PASSED_OVER = {
    "title",
    "description",
    "default",
    "additionalProperties",
    "$defs",
    "$schema",
    "pattern",
    "required",
}


class Judge:
    """As much of JSON Schema as ours uses; fails on a word it does not know and on a field not named."""

    def __init__(self, root: Schema) -> None:
        self.root = root

    def problems(self, value: object, schema: Schema, where: str = "$") -> list[str]:
        """Return where a value is not what the schema says."""
        return [
            problem
            for word, want in schema.items()
            if word not in PASSED_OVER
            for problem in self.about(word, value, want, schema, where)
        ]

    def about(self, word: str, value: object, want: object, schema: Schema, where: str) -> list[str]:
        """Return what is wrong by one word of the schema."""
        match word, want, value:
            case "$ref", str(), _:
                return self.problems(value, self.root["$defs"][want.rpartition("/")[2]], where)
            case "anyOf", list(), _:
                fits = any(not self.problems(value, one, where) for one in want)
            case "properties", dict(), dict():
                return self.fields(value, want, schema, where)
            case "patternProperties", dict(), dict():
                (inner,) = want.values()
                return [
                    line for key, one in value.items() for line in self.problems(one, inner, f"{where}.{key}")
                ]
            case "propertyNames", dict(), dict():
                return [line for key in value for line in self.problems(key, want, where)]
            case "items", dict(), list():
                return [
                    line
                    for at, one in enumerate(value)
                    for line in self.problems(one, want, f"{where}[{at}]")
                ]
            case _:
                fits = plain(word, value, want)
        return [] if fits else [f"{where}: {word} {want}"]

    def fields(self, value: dict[str, object], want: Schema, schema: Schema, where: str) -> list[str]:
        """Return what is wrong with the fields of an object."""
        missing = [f"{where}.{key}: missing" for key in schema.get("required", ()) if key not in value]
        unknown = [f"{where}.{key}: unknown" for key in value if key not in want]
        known = [key for key in value if key in want]
        return (
            missing
            + unknown
            + [line for key in known for line in self.problems(value[key], want[key], f"{where}.{key}")]
        )


def plain(word: str, value: object, want: object) -> bool:
    """Tell whether a value fits by a word that needs no looking inside."""
    match word, want, value:
        case "type", str(), _:
            fits = isinstance(value, TYPES[want]) and (want == "boolean" or not isinstance(value, bool))
        case "format", str(), str():
            fits = FORMATS[want].fullmatch(value) is not None
        case (("minimum" | "maximum"), int() | float(), int() | float()):
            fits = value >= want if word == "minimum" else value <= want
        case "maxLength", int(), str():
            fits = len(value) <= want
        case "enum", list(), _:
            fits = value in want
        case _:
            fits = word == "const" and value == want
    return fits


def problems(value: object) -> list[str]:
    """Return where a value is no export."""
    schema = export_schema()
    return Judge(schema).problems(value, schema)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("book")
    invent(folder, years=1, seed=5, today=TODAY)
    with Store.open(folder, device="", now=lambda: TODAY, random=bytes, write=False) as store:
        found: dict[str, Any] = json.loads(json.dumps(store.everything()))
    return found


def test_the_file_in_docs_is_made_from_the_models_of_today() -> None:
    written = (ROOT / "docs" / "export.schema.json").read_text(encoding="utf-8")
    assert json.loads(written) == export_schema(), "run scripts/export_schema.py"


def test_an_export_holds_against_the_schema(exported: dict[str, Any]) -> None:
    assert problems(exported) == []


def test_an_export_is_read_by_the_models(exported: dict[str, Any]) -> None:
    read = Export.model_validate(exported)
    assert len(read.sessions) == len(exported["sessions"])
    assert read.model_dump(mode="json", by_alias=True) == exported


def test_an_empty_book_holds_too() -> None:
    empty: dict[str, Any] = {"schema": 1, "couple": None, "sessions": [], "notes": [], "agreements": []}
    assert problems(empty) == []
    assert problems({"schema": 1, "sessions": [], "notes": []}) == []


@pytest.mark.sample
@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("couple", "left"), "c"),
        (("couple", "a", "line"), 11),
        (("sessions", 0, "local_date"), "23.11.2026"),
        (("sessions", 0, "started"), "2026-11-23 20:00"),
        (("sessions", 0, "done_s"), -1),
        (("sessions", 0, "ended_early"), 1),
        (("sessions", 0, "who_stopped"), "a"),
        (("agreements", 0, "state"), "broken"),
        (("notes", 0, "text"), None),
    ],
)
def test_the_schema_refuses_what_is_no_export(
    exported: dict[str, Any], path: tuple[str | int, ...], value: object
) -> None:
    wrong = json.loads(json.dumps(exported))
    inner: Any = wrong
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert problems(wrong)


def test_every_field_of_the_schema_is_named_in_the_page() -> None:
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    for name, model in export_schema()["$defs"].items():
        for field, about in model["properties"].items():
            assert f"`{field}`" in page, f"{name}.{field}"
            assert "description" in about or "$ref" in about or "anyOf" in about or "items" in about, (
                f"{name}.{field}"
            )


def test_every_setting_is_named_in_the_page() -> None:
    from coreg.settings import NAMES

    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    for name in NAMES:
        assert f"`{name}`" in page or f"`[{name}]`" in page
