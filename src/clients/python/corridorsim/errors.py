"""What can go wrong, as exceptions that say where, why and what to do."""

import re
from typing import List, Optional, Sequence

_PLACE = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+):(?P<column>\d+): (?P<message>.*)$", re.DOTALL)


class Mistake:
    """One mistake of a scenario or a request.

    file, line and column are those of a scenario file, or None; message gives the cause and the remedy.
    """

    def __init__(self, text: str) -> None:
        found = _PLACE.match(text)
        self.text = text
        self.file: Optional[str] = found["file"] if found else None
        self.line: Optional[int] = int(found["line"]) if found else None
        self.column: Optional[int] = int(found["column"]) if found else None
        self.message: str = found["message"] if found else text

    def __repr__(self) -> str:
        return f"Mistake({self.text!r})"


class CorridorSimError(Exception):
    """The root of all exceptions of this package."""


class ProgramError(CorridorSimError):
    """The program could not be found or started, or it ended."""


class RequestError(CorridorSimError):
    """The program refused a request; .mistakes lists everything that is wrong, .status is the HTTP status."""

    def __init__(self, message: str, status: int = 0, mistakes: Sequence[str] = ()) -> None:
        super().__init__("\n".join([message, *mistakes]))
        self.status = status
        self.mistakes: List[Mistake] = [Mistake(text) for text in mistakes]


class NotFoundError(RequestError):
    """There is no such scenario, run, sweep or forecast."""


class RunFailedError(CorridorSimError):
    """A run was accepted, but ended without a result."""
