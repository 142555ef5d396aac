"""Scenarios, what is changed in them, and their runs."""

import json
import math
from typing import Any, Dict, List, Mapping, Optional, Sequence, Tuple, Union

from .effects import Effect, Effects
from .errors import CorridorSimError, NotFoundError, RequestError, RunFailedError
from .evaluation import Evaluation
from .server import Server, default_server

Value = Union[float, int, str, bool]


class World:
    """The scenarios that a server offers."""

    def __init__(self, server: Optional[Server] = None) -> None:
        self.server = server or default_server()

    def scenarios(self) -> List[Dict[str, Any]]:
        """Name, title and parent of each."""
        return self.server.get("/scenarios")

    def scenario(self, name: str) -> "Scenario":
        """One of them."""
        return Scenario(name, server=self.server)


class Scenario:
    """A scenario of the server by name, with changes. It is never changed itself: .set() gives a new one."""

    def __init__(self, name: str, *, server: Optional[Server] = None, settings: Sequence[str] = ()) -> None:
        self.name = name
        self.server = server or default_server()
        self.settings: Tuple[str, ...] = tuple(settings)
        if not settings:
            self._check()

    def set(self, path: str, value: Value) -> "Scenario":
        """A scenario in which one value is another. A wrong path or value raises a RequestError that says what is right."""
        changed = Scenario(self.name, server=self.server, settings=(*self.settings, f"{path}={_yaml(path, value)}"))
        changed._check()
        return changed

    def without(self, agreement: str) -> "Scenario":
        """A scenario without an agreement."""
        return self.set(f"agreements.{agreement}", "null")

    def levers(self) -> List[Dict[str, Any]]:
        """What can be varied: path, title, unit, range, default and source of each."""
        return self.server.get(f"/scenarios/{self.name}/levers")

    def run(self, replicates: Optional[int] = None, seed: Optional[int] = None, name: Optional[str] = None) -> "Run":
        """Runs it beside its parent and waits for the end; Ctrl-C stops it."""
        job = self.server.post(
            "/runs", {"scenario": self.name, "set": list(self.settings), "replicates": replicates, "seed": seed, "name": name}
        )
        job_id = job["id"]
        try:
            for state in _follow(self.server, job_id):
                job = state
        except BaseException:
            self.server.post(f"/jobs/{job_id}/stop", {})
            raise
        if not job.get("runId"):
            raise RunFailedError(job.get("failure") or f"the run ended as {job['state']}")
        return Run(job["runId"], server=self.server)

    def evaluate(
        self,
        points: Union[Mapping[str, Sequence[float]], Sequence[Mapping[str, float]]],
        indicators: Sequence[str] = (),
        *,
        replicates: Optional[int] = None,
        seed: Optional[int] = None,
        at: Optional[str] = None,
    ) -> Evaluation:
        """Simulates many settings with the same luck.

        points: a list of {path: value}, or a mapping of paths to columns (a DataFrame's to_dict("list") is one).
        """
        paths, rows = _table(points)
        body = {
            "scenario": self.name,
            "set": list(self.settings),
            "paths": paths,
            "points": rows,
            "indicators": list(indicators),
            "replicates": replicates,
            "seed": seed,
            "at": at,
            "format": "json",
        }
        with self.server.open("POST", "/evaluate", body) as answer:
            try:
                document = json.load(answer)
            except ValueError:
                raise CorridorSimError("the answer broke off; the program ended or a simulation failed") from None
        return Evaluation(paths, rows, document)

    def _check(self) -> None:
        answer = self.server.post("/scenarios/validate", {"scenario": self.name, "set": list(self.settings)})
        if not answer["isValid"]:
            raise RequestError(f"the scenario '{self.name}' has mistakes", 422, answer["mistakes"])

    def __repr__(self) -> str:
        return f"<Scenario {self.name}{''.join(' ' + s for s in self.settings)}>"


class Run:
    """A finished run: the scenario beside its parent."""

    def __init__(self, run_id: str, *, server: Optional[Server] = None) -> None:
        self.id = run_id
        self.server = server or default_server()
        self._detail = self.server.get(f"/runs/{run_id}")

    @property
    def variants(self) -> List[str]:
        """The scenario and, when it has one, its parent."""
        return list(self._detail["run"]["variants"])

    @property
    def result_hash(self) -> str:
        """Hash over every recorded number."""
        return self._detail["run"]["resultHash"]

    def headline(self) -> List[Dict[str, Any]]:
        """Headline figures: indicator, unit, period, median, p05, p95."""
        return list(self._detail["headline"])

    def effects(self, indicators: Sequence[str] = (), *, at: Optional[str] = None, against: Optional[str] = None) -> Effects:
        """Paired effects against its parent, or against another run ('RUN' or 'RUN:VARIANT').

        indicators: names or patterns such as admissions:usa-*; the headline when none is given.
        """
        if against is None:
            if len(self.variants) < 2:
                raise CorridorSimError(f"{self.variants[0]} extends no other scenario; say what to compare it with: against=...")
            against = f"{self.id}:{self.variants[1]}"
        query: Dict[str, Any] = {"base": against, "other": f"{self.id}:{self.variants[0]}", "at": at}
        if indicators:
            query["indicator"] = list(indicators)
        answer = self.server.get("/compare", **query)
        return Effects([Effect(effect) for effect in answer["effects"]])

    def effect(self, indicator: str, *, at: Optional[str] = None, against: Optional[str] = None) -> Effect:
        """The paired effect on one indicator."""
        return self.effects([indicator], at=at, against=against)[0]

    def monthly(self, indicator: str) -> Dict[str, Any]:
        """Months with median and 90 % interval of an indicator."""
        return self.server.get(f"/runs/{self.id}/monthly", indicator=indicator)

    def __repr__(self) -> str:
        return f"<Run {self.id}>"


def _follow(server: Server, job_id: str):
    """States of a job until it ends."""
    with server.open("GET", f"/jobs/{job_id}/events") as stream:
        for line in stream:
            if line.startswith(b"data:"):
                yield json.loads(line[5:])


def _yaml(path: str, value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        if not math.isfinite(value):
            raise RequestError(f"{path}: {value} is not a number that can be set; give a finite one")
        return repr(value)
    if hasattr(value, "item"):
        return _yaml(path, value.item())
    if not isinstance(value, str):
        raise RequestError(f"{path}: {type(value).__name__} cannot be set; give a number, a text or a truth value")
    return value


def _table(points: Any) -> Tuple[List[str], List[List[float]]]:
    if isinstance(points, Mapping):
        paths = [str(p) for p in points]
        columns = [list(points[p]) for p in paths]
        if len({len(c) for c in columns}) > 1:
            raise RequestError("points: the columns differ in length: " + ", ".join(f"{p} {len(c)}" for p, c in zip(paths, columns)))
        rows = [list(row) for row in zip(*columns)]
    else:
        points = list(points)
        if not points:
            raise RequestError("points: there is none; give at least one")
        paths = [str(p) for p in points[0]]
        for index, point in enumerate(points):
            if set(map(str, point)) != set(paths):
                raise RequestError(f"points[{index}]: every point must set the same paths: {', '.join(paths)}")
        rows = [[point[p] for p in paths] for point in points]
    return paths, [[_number(paths[i], r, v) for i, v in enumerate(row)] for r, row in enumerate(rows)]


def _number(path: str, row: int, value: Any) -> float:
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise RequestError(f"points[{row}]: {path} is {value!r}; give a finite number")
    return float(value)
