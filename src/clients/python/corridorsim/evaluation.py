"""What a batch of points brought."""

import csv
from typing import IO, Any, Dict, Iterable, Iterator, List, Optional, Sequence

from .frames import frame


class Point:
    """One point of a batch: its settings in the order of the paths, and .values[indicator], one a replicate, None where not defined."""

    def __init__(self, index: int, settings: Sequence[float], values: Dict[str, List[Optional[float]]]) -> None:
        self.index = index
        self.settings = list(settings)
        self.values = values

    def median(self, indicator: str) -> Optional[float]:
        """Median over the replicates; None where no replicate has a value."""
        if indicator not in self.values:
            raise KeyError(f"'{indicator}' was not measured; there are {', '.join(self.values)}")
        return median([v for v in self.values[indicator] if v is not None])

    @staticmethod
    def read(answer: IO[bytes], settings: Sequence[Sequence[float]]) -> Iterator["Point"]:
        """The points of a table of comma-separated values, as they come."""
        rows = csv.reader(line.decode() for line in answer)
        names = next(rows)[2:]
        index, values = 0, {name: [] for name in names}  # type: int, Dict[str, List[Optional[float]]]
        for row in rows:
            if int(row[0]) != index:
                yield Point(index, settings[index], values)
                index, values = int(row[0]), {name: [] for name in names}
            for name, cell in zip(names, row[2:]):
                values[name].append(float(cell) if cell else None)
        if names and values[names[0]]:
            yield Point(index, settings[index], values)

    def __repr__(self) -> str:
        return f"<Point {self.index}: {self.settings}>"


class Evaluation:
    """n points x replicates x indicators, simulated with the same random draws."""

    def __init__(self, paths: Sequence[str], points: Sequence[Sequence[float]], document: Dict[str, Any]) -> None:
        self.paths = list(paths)
        self.points = [list(point) for point in points]
        self.replicates: int = document["replicates"]
        self.seed: int = document["seed"]
        self.indicators: List[str] = [column["indicator"] for column in document["indicators"]]
        self.units: List[str] = [column["unit"] for column in document["indicators"]]
        self.simulated_seconds: float = document["simulatedSeconds"]
        self._values: List[List[List[Optional[float]]]] = document["points"]

    def __len__(self) -> int:
        return len(self.points)

    def values(self, indicator: str) -> List[List[Optional[float]]]:
        """Points x replicates of one indicator; None where it is not defined."""
        if indicator not in self.indicators:
            raise KeyError(f"'{indicator}' was not measured; there are {', '.join(self.indicators)}")
        column = self.indicators.index(indicator)
        return [point[column] for point in self._values]

    def medians(self, indicator: str) -> List[Optional[float]]:
        """Median over the replicates of each point; None where no replicate has a value."""
        return [median([v for v in point if v is not None]) for point in self.values(indicator)]

    def rows(self) -> Iterator[Dict[str, Any]]:
        """One row a point and replicate."""
        for index, (settings, point) in enumerate(zip(self.points, self._values)):
            for replicate in range(self.replicates):
                row: Dict[str, Any] = {"point": index, "replicate": replicate}
                row.update(zip(self.paths, settings))
                row.update((name, point[column][replicate]) for column, name in enumerate(self.indicators))
                yield row

    def frame(self, kind: Optional[str] = None) -> Any:
        """.rows() as a pandas DataFrame, or the rows where pandas is not installed; kind as for corridorsim.frame."""
        return frame(self.rows(), kind)

    def __repr__(self) -> str:
        return f"<Evaluation of {len(self)} points x {self.replicates} replicates: {', '.join(self.indicators)}>"


def median(values: Iterable[float]) -> Optional[float]:
    """Median; None of nothing."""
    values = sorted(values)
    if not values:
        return None
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
