"""The trial of a full disk, where one may be mounted."""

from __future__ import annotations

import os
import sys

import pytest

from scripts import full_disk

ROOT_ONLY = sys.platform != "linux" or os.getuid() != 0


@pytest.mark.long
@pytest.mark.timeout(180)
@pytest.mark.skipif(ROOT_ONLY, reason="a disk is mounted")
def test_a_small_disk_is_filled_and_nothing_is_wrong() -> None:
    assert full_disk.main(["--notes", "16"]) == 0


@pytest.mark.skipif(not ROOT_ONLY, reason="root may mount a disk")
def test_whoever_may_not_mount_a_disk_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert full_disk.main([]) == full_disk.FAILED
    assert "needs root" in capsys.readouterr().err
