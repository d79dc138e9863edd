"""The one error the lower rooms raise: a code and facts, worded at the edge."""


class Trouble(Exception):  # noqa: N818 - the word the two people read
    """Something the two people have to be told about.

    `code` is one of the words that `content.explain` knows ("busy", "damaged", "disk_full" ...); `facts` fill
    the places in its sentence. Neither `str()` nor `repr()` shows the facts, so that nothing a person wrote
    can reach a log or a traceback by way of an error.
    """

    def __init__(self, code: str, **facts: object) -> None:
        """Name the trouble by its `code` and say what is known about it."""
        super().__init__(code)
        self.code = code
        self.facts: dict[str, object] = facts
