"""Seeing that what is to be kept is a whole record, whatever was changed of it since it was made."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from coreg.record.text import LIMIT
from coreg.record.trouble import Trouble

M = TypeVar("M", bound=BaseModel)


def checked(record: M) -> M:
    """Validate once more: a copy with changes was not.

    Raises Trouble: too_long (limit), or not_valid (field), which names nothing of what stands there.
    """
    try:
        return type(record).model_validate(record.model_dump(warnings=False))
    except ValidationError as error:
        first = error.errors(include_input=False, include_context=False)[0]
        if "longer" in first["msg"]:
            raise Trouble("too_long", limit=LIMIT) from None
        raise Trouble("not_valid", field=".".join(map(str, first["loc"]))) from None
