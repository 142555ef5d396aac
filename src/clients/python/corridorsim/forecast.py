"""Registered forecasts: what was said before the months came, and how it did."""

from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Union

from .errors import RequestError
from .frames import frame
from .server import Server, default_server


class Forecast:
    """A forecast that was registered with `corridorsim register`. One that was changed since is refused with a RequestError."""

    def __init__(self, name: str, *, server: Optional[Server] = None) -> None:
        self.server = server or default_server()
        self.name = name
        answer = self.server.get("/forecasts", part=name)
        self.identity: Dict[str, Any] = answer["forecast"]
        self.hash: str = answer["hash"]

    @classmethod
    def names(cls, *, server: Optional[Server] = None) -> List[str]:
        """Names of all that were registered, also of those that were changed since."""
        return [entry["name"] for entry in (server or default_server()).get("/forecasts")]

    def rows(self) -> Iterator[Dict[str, Any]]:
        """Its months and quantiles in the columns of the hubverse: model_id, origin, horizon, target, location, output_type,
        output_type_id (None for a median) and value."""
        return iter(self.server.get("/forecasts", part=self.name, tail="/table", format="json"))

    def frame(self, kind: Optional[str] = None) -> Any:
        """.rows() as a pandas DataFrame, or the rows where pandas is not installed; kind as for corridorsim.frame."""
        return frame(self.rows(), kind)

    def score(self, observations: Union[str, Path, None] = None) -> Dict[str, Any]:
        """How it did: scoredMonths, and under horizons the errors beside the benchmarks, coverage, CRPS and WIS.

        observations: a CSV file with the columns series, nationality, month, value; the record of its world when None.
        """
        text = None
        if observations is not None:
            try:
                text = Path(observations).read_text(encoding="utf-8")
            except OSError as error:
                raise RequestError(f"{observations}: {error.strerror}; give a CSV file of observations") from None
        return self.server.post(f"/forecasts/{self.name}/score", {"observations": text})

    def __repr__(self) -> str:
        return f"<Forecast {self.name}: {self.identity['scenario']}, {self.identity['from']} to {self.identity['until']}>"
