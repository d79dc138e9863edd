"""The home screen's few values, read and kept at hand without pydantic."""

from coreg.record.headline import SHOWN, STAYS, Headline, Home, Promise, Said
from coreg.record.text import clean
from coreg.store.rows import OPEN_AGREEMENTS, Row, Rows, is_there, newest, of_year

COUPLE = "couple"
"""The table of the home book with the two in it."""

_HEADLINES = "headlines"
_NO_DATE = "9999"


def home(rows: Rows) -> Home | None:
    """Read what the home screen shows; None before there is a couple."""
    couple = next(iter(rows.all(COUPLE)), None)
    if couple is None:
        return None
    headlines = sorted(rows.all(_HEADLINES), key=newest, reverse=True)
    promises = sorted(filter(_is_open, rows.all(OPEN_AGREEMENTS)), key=_soonest)
    return Home(
        clean(couple["a"]["name"], multiline=False),
        clean(couple["b"]["name"], multiline=False),
        "b" if couple["left"] == "b" else "a",
        tuple(map(_headline, headlines[:SHOWN])),
        tuple(Promise(row["id"], clean(row["text"]), row["look_again"]) for row in promises),
    )


def refresh(rows: Rows, session: Row) -> None:
    """Bring the headlines up to date after this session was kept, put into the bin or taken out of it."""
    before = sorted(rows.all(_HEADLINES), key=newest, reverse=True)
    others = [row for row in before if row["id"] != session["id"]]
    made = _made(session)
    if made:
        after = sorted([*others, made], key=newest, reverse=True)[:SHOWN]
    elif len(before) == SHOWN and len(others) < SHOWN:
        after = _look(rows)
    else:
        after = others
    _replace(rows, before, after)


def rebuild(rows: Rows) -> None:
    """Make the headlines anew from the sessions."""
    _replace(rows, rows.all(_HEADLINES), _look(rows))


def _look(rows: Rows) -> list[Row]:
    """Make headlines from the newest sessions that have something to show."""
    found: list[Row] = []
    for year in rows.shelf.years():
        table = of_year(year, "sessions")
        made = [headline for headline in map(_made, rows.all(table)) if headline]
        found += sorted(made, key=newest, reverse=True)
        if len(found) >= SHOWN:
            break
    return found[:SHOWN]


def _replace(rows: Rows, before: list[Row], after: list[Row]) -> None:
    for row in before:
        if row["id"] not in {other["id"] for other in after}:
            rows.drop(_HEADLINES, row["id"])
    for row in after:
        if row not in before:
            rows.put(_HEADLINES, row)


def _made(session: Row) -> Row | None:
    """Make a session's headline; None if it was stopped, is deleted, or nothing of it stayed."""
    if not is_there(session) or session["ended_early"]:
        return None
    lines = [
        {"by": line["by"], "text": line["text"]}
        for entry in session["entries"]
        for line in entry["lines"]
        if line["kind"] == STAYS and not line["binned"]
    ]
    kept = {key: session[key] for key in ("id", "kind", "local_date", "started")}
    return {**kept, "lines": lines} if lines else None


def _headline(row: Row) -> Headline:
    lines = tuple(Said(line["by"], clean(line["text"])) for line in row["lines"])
    return Headline(row["id"], row["kind"], row["local_date"], lines)


def _is_open(row: Row) -> bool:
    return is_there(row) and row["state"] == "open"


def _soonest(row: Row) -> tuple[str, str, str]:
    return row["look_again"] or _NO_DATE, row["made"], row["id"]
