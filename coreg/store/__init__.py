"""Where it is kept: TinyDB on a storage of our own, one book a year, behind one door that speaks records."""

from coreg.store.store import Store
from coreg.store.writer import Writer

__all__ = ["Store", "Writer"]
