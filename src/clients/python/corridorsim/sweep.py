"""Sweeps: many settings of one scenario that are kept in the store."""

from typing import Any, Dict, Iterator, List, Optional

from .errors import RunFailedError
from .frames import frame
from .jobs import wait
from .server import Server, default_server


class Sweep:
    """A finished sweep: every replicate of every point, with the values of its factors."""

    def __init__(self, sweep_id: str, *, server: Optional[Server] = None) -> None:
        self.server = server or default_server()
        self._manifest: Dict[str, Any] = self.server.get("/sweeps", part=sweep_id)
        self.id: str = self._manifest["id"]

    @classmethod
    def files(cls, *, server: Optional[Server] = None) -> List[Dict[str, Any]]:
        """The sweep files that can be run: name, title and base scenario."""
        return (server or default_server()).get("/sweep-files")

    @classmethod
    def run(cls, file: str, *, server: Optional[Server] = None) -> "Sweep":
        """Runs a sweep file by its name, without its ending, and waits for the end; Ctrl-C stops it, what is done is kept."""
        server = server or default_server()
        job = wait(server, "/sweeps/jobs", server.post("/sweeps", {"file": file}))
        if job["state"] != "Done" or not job.get("sweepId"):
            raise RunFailedError(job.get("failure") or f"the sweep ended as {job['state']}")
        return cls(job["sweepId"], server=server)

    @property
    def title(self) -> str:
        """What it is about."""
        return self._manifest["title"]

    @property
    def factors(self) -> List[Dict[str, Any]]:
        """What varies: id, label, path, unit and value of the base scenario."""
        return list(self._manifest["factors"])

    @property
    def indicators(self) -> List[str]:
        """What is measured."""
        return list(dict.fromkeys(column["name"] for column in self._manifest["columns"]))

    @property
    def result_hash(self) -> str:
        """Hash over every figure."""
        return self._manifest["resultHash"]

    def rows(self) -> Iterator[Dict[str, Any]]:
        """One row a point and replicate: point, replicate, a column a factor, a column an indicator; None where not defined."""
        return iter(self.server.get("/sweeps", part=self.id, tail="/results"))

    def frame(self, kind: Optional[str] = None) -> Any:
        """.rows() as a pandas DataFrame, or the rows where pandas is not installed; kind as for corridorsim.frame."""
        return frame(self.rows(), kind)

    def __len__(self) -> int:
        return self._manifest["variants"]

    def __repr__(self) -> str:
        return f"<Sweep {self.id}: {len(self)} points x {self._manifest['replicates']} replicates of {self._manifest['scenario']}>"
