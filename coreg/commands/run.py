"""Runs one command: what was typed in, an exit code out, and every error as one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coreg.commands import exits, speech

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["run"]


def run(argv: Sequence[str]) -> int:
    """Run what was typed and return the exit code; never raises, never shows what somebody wrote."""
    try:
        speech.prepare()
        code = _command(argv)
        speech.finish()
    except BrokenPipeError:
        speech.hush()
        return exits.DONE
    except KeyboardInterrupt:
        speech.hush()
        return exits.INTERRUPTED
    except Exception as error:  # whatever it is, a person gets a sentence and not a traceback
        return _explain(error)
    return code


def _command(argv: Sequence[str]) -> int:
    from coreg.commands.parser import command_of, parse

    name, words = command_of(argv)
    command, asked = parse(name, words)
    if asked.version:
        from coreg import __version__

        speech.put(f"coreg {__version__}")
        return exits.DONE
    if asked.help:
        from coreg.commands.usage import usage

        speech.put(usage(name))
        return exits.DONE
    return command.run(asked)


def _explain(error: Exception) -> int:
    from coreg.content import explain, say

    code = getattr(error, "code", None)
    if code == "cannot_print":
        speech.hush()
    speech.tell(explain(error))
    if not isinstance(code, str):
        speech.tell(say("errors.unknown_at", place=_place(error)))
    return exits.exit_code(code)


def _place(error: Exception) -> str:
    """Return the file of ours and the line where it happened; never the text of the error."""
    from traceback import extract_tb

    frames = [frame for frame in extract_tb(error.__traceback__) if "coreg" in frame.filename]
    last = frames[-1]
    return f"{last.filename[last.filename.rindex('coreg') :]}:{last.lineno}"
