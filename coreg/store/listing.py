"""Documents of records in order, without pydantic: for the finder, and for those who only print."""

from collections.abc import Iterator
from datetime import date

from coreg.store.parts import visible
from coreg.store.rows import Row, Rows, is_there, newest, of_year


def there(rows: Rows, table: str) -> list[Row]:
    """Read what is in a table and not in the bin, newest first."""
    return sorted(filter(is_there, rows.all(table)), key=newest, reverse=True)


def between(rows: Rows, kind: str, since: date | None, until: date | None) -> Iterator[Row]:
    """Go through the sessions or notes of these dates, newest first, opening one book after another."""
    first, last = str(since or date.min), str(until or date.max)
    for year in rows.shelf.years():
        if first[:4] <= f"{year:04}" <= last[:4]:
            found = there(rows, of_year(year, kind))
            yield from (visible(row) for row in found if first <= row["local_date"] <= last)
