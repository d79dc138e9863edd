"""The child's own thread that makes tones: a stop never waits until a long one is made."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING

from coreg.sound.tones import samples

if TYPE_CHECKING:
    from coreg.sound.mixer import Mixer
    from coreg.sound.tones import Tone

__all__ = ["Desk"]


class Desk:
    """Takes cues, has their tones made one after the other, and hands them to the mixer."""

    def __init__(self, mixer: Mixer) -> None:
        """Begin to wait for cues; ``volume`` (0 to 100) holds for those that are still to come."""
        self.volume = 100
        self._mixer = mixer
        self._round = 0
        self._lock = threading.Lock()
        self._asked: queue.Queue[tuple[int, float, Tone, float, int]] = queue.Queue()
        threading.Thread(target=self._work, daemon=True).start()

    @property
    def idle(self) -> bool:
        """Whether nothing is being made, sounds or is to come."""
        return not self._asked.unfinished_tasks and self._mixer.idle

    def cue(self, at: float, tone: Tone, seconds: float) -> None:
        """Let a tone sound at a moment (monotonic s), as soon as it is made."""
        self._asked.put((self._round, at, tone, seconds, self.volume))

    def stop(self) -> None:
        """Fade what sounds, and forget the rest, also what is being made just now."""
        with self._lock:
            self._round += 1
            self._mixer.stop()

    def wait(self) -> None:
        """Wait until everything that was asked for is made."""
        self._asked.join()

    def _work(self) -> None:
        while True:
            round_, at, tone, seconds, volume = self._asked.get()
            if round_ == self._round:
                made = samples(tone, seconds, volume)
                with self._lock:
                    if round_ == self._round:
                        self._mixer.add(at, made)
            self._asked.task_done()
