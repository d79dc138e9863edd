"""What makes thousands of tries affordable."""

from functools import cache

import pytest

from coreg.store.vault import keys


@pytest.fixture
def stretched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch the same words with the same salt and cost only once."""
    monkeypatch.setattr(keys, "_stretched", cache(keys._stretched))
