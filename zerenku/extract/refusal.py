"""Why a file cannot be read: raised by the readers, which know no path; `extract` adds the path for the user."""


class Refusal(Exception):
    """`reason` is a Chinese clause that also says what to do; it becomes the reason of a SourceUnreadable."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)
