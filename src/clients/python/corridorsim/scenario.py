"""Scenarios, what is changed in them, and their runs."""

import json
import math
import os
import re
import shutil
from http.client import HTTPException
from typing import Any, Dict, Iterator, List, Mapping, Optional, Sequence, Tuple, Union

from .effects import Effect, Effects
from .errors import CorridorSimError, NotFoundError, RequestError, RunFailedError
from .evaluation import Evaluation, Point
from .jobs import wait
from .server import Server, default_server

Value = Union[float, int, str, bool]
Points = Union[Mapping[str, Sequence[float]], Sequence[Mapping[str, float]]]

_GROUPED = re.compile(r"^[-+]?[0-9]+(,[0-9]+)+(\.[0-9]+)?$")
_BROKEN = "the answer broke off; the program ended or a simulation failed"


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

    def __iter__(self) -> Iterator["Scenario"]:
        return (self.scenario(entry["name"]) for entry in self.scenarios())

    def __getitem__(self, name: str) -> "Scenario":
        return self.scenario(name)

    def __repr__(self) -> str:
        return f"<World of {len(self.scenarios())} scenarios at {self.server.url}>"


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
        if not isinstance(path, str) or not path or "=" in path:
            raise RequestError(f"{path!r} is no path; give the way to a value as a text, such as ensemble.replicates")
        changed = Scenario(self.name, server=self.server, settings=(*self.settings, f"{path}={_yaml(path, value)}"))
        changed._check()
        return changed

    def without(self, agreement: str) -> "Scenario":
        """A scenario without an agreement."""
        # The way to its title proves that there is such an agreement: what is not there can be taken away without a word.
        self.set(f"agreements.{agreement}.title", "without")
        return self.set(f"agreements.{agreement}", "null")

    def levers(self) -> List[Dict[str, Any]]:
        """What can be varied: path, title, unit, range, default and source of each."""
        return self.server.get("/scenarios", part=self.name, tail="/levers")

    def run(self, replicates: Optional[int] = None, seed: Optional[int] = None, name: Optional[str] = None) -> "Run":
        """Runs it beside its parent and waits for the end; Ctrl-C stops it."""
        _whole("replicates", replicates)
        _whole("seed", seed)
        job = self.server.post(
            "/runs", {"scenario": self.name, "set": list(self.settings), "replicates": replicates, "seed": seed, "name": name}
        )
        job = wait(self.server, "/jobs", job)
        if not job.get("runId"):
            raise RunFailedError(job.get("failure") or f"the run ended as {job['state']}")
        return Run(job["runId"], server=self.server)

    def evaluate(
        self,
        points: Points,
        indicators: Union[str, Sequence[str]] = (),
        *,
        replicates: Optional[int] = None,
        seed: Optional[int] = None,
        at: Optional[str] = None,
    ) -> Evaluation:
        """Simulates many settings with the same random draws.

        points: a list of {path: value}, or a mapping of paths to columns (a DataFrame's to_dict("list") is one).
        indicators: what is measured, such as deaths or admissions:usa-resettlement; the headline when none is given.
        """
        paths, rows, body = self._batch(points, indicators, replicates, seed, at)
        with self.server.open("POST", "/evaluate", {**body, "format": "json"}) as answer:
            try:
                document = json.load(answer)
            except (ValueError, HTTPException):
                raise CorridorSimError(_BROKEN) from None
        return Evaluation(paths, rows, document)

    def stream(
        self,
        points: Points,
        indicators: Union[str, Sequence[str]] = (),
        *,
        replicates: Optional[int] = None,
        seed: Optional[int] = None,
        at: Optional[str] = None,
    ) -> Iterator[Point]:
        """As .evaluate(), but each point as soon as it is done, in their order, with one of them in memory.

        Leaving the loop (break, an exception, closing the generator) stops the simulation.
        """
        _, rows, body = self._batch(points, indicators, replicates, seed, at)
        seen = 0
        with self.server.open("POST", "/evaluate", {**body, "format": "csv"}) as answer:
            try:
                for point in Point.read(answer, rows):
                    seen += 1
                    yield point
            except HTTPException:
                raise CorridorSimError(_BROKEN) from None
        if seen < len(rows):
            raise CorridorSimError(_BROKEN)

    def _batch(
        self, points: Points, indicators: Union[str, Sequence[str]], replicates: Optional[int], seed: Optional[int], at: Optional[str]
    ) -> Tuple[List[str], List[List[float]], Dict[str, Any]]:
        paths, rows = _table(points)
        _whole("replicates", replicates)
        _whole("seed", seed)
        return paths, rows, {
            "scenario": self.name,
            "set": list(self.settings),
            "paths": paths,
            "points": rows,
            "indicators": [indicators] if isinstance(indicators, str) else list(indicators),
            "replicates": replicates,
            "seed": seed,
            "at": at,
        }

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
        self._detail = self.server.get("/runs", part=run_id)

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
            query["indicator"] = [indicators] if isinstance(indicators, str) else list(indicators)
        answer = self.server.get("/compare", **query)
        return Effects([Effect(effect) for effect in answer["effects"]])

    def effect(self, indicator: str, *, at: Optional[str] = None, against: Optional[str] = None) -> Effect:
        """The paired effect on one indicator."""
        return self.effects([indicator], at=at, against=against)[0]

    def monthly(self, indicator: str) -> Dict[str, Any]:
        """Months with median and 90 % interval of an indicator."""
        return self.server.get("/runs", part=self.id, tail="/monthly", indicator=indicator)

    def save(self, path: Union[str, "os.PathLike[str]"], format: Optional[str] = None) -> None:
        """Writes all series, tidy, to a file. format: csv, parquet, arrow or iamc; the ending of the file when None."""
        with self.server.open("GET", f"/runs/{self.id}/results?format={format or str(path).rsplit('.', 1)[-1]}") as answer, open(path, "wb") as file:
            shutil.copyfileobj(answer, file)

    def __repr__(self) -> str:
        return f"<Run {self.id}>"


def _whole(name: str, value: Any) -> None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, int)):
        raise RequestError(f"{name} is {value!r}; give a whole number")


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
    if _GROUPED.match(value):
        raise RequestError(f"{path}: '{value}' has a comma in a number; write {value.replace(',', '')} for thousands, and a point before decimals")
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
