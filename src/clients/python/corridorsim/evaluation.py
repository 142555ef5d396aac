"""What a batch of points brought."""

from typing import Any, Dict, Iterator, List, Optional, Sequence


class Evaluation:
    """n points x replicates x indicators, simulated with the same luck."""

    def __init__(self, paths: Sequence[str], points: Sequence[Sequence[float]], document: Dict[str, Any]) -> None:
        self.paths = list(paths)
        self.points = [list(point) for point in points]
        self.replicates: int = document["replicates"]
        self.seed: int = document["seed"]
        self.indicators: List[str] = [column["indicator"] for column in document["indicators"]]
        self.units: List[str] = [column["unit"] for column in document["indicators"]]
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
        return [_median([v for v in point if v is not None]) for point in self.values(indicator)]

    def rows(self) -> Iterator[Dict[str, Any]]:
        """One row a point and replicate."""
        for index, (settings, point) in enumerate(zip(self.points, self._values)):
            for replicate in range(self.replicates):
                row: Dict[str, Any] = {"point": index, "replicate": replicate}
                row.update(zip(self.paths, settings))
                row.update((name, point[column][replicate]) for column, name in enumerate(self.indicators))
                yield row

    def frame(self) -> Any:
        """A pandas DataFrame of .rows(); a list of dicts where pandas is not installed."""
        try:
            import pandas
        except ImportError:
            return list(self.rows())
        return pandas.DataFrame(list(self.rows()))

    def __repr__(self) -> str:
        return f"<Evaluation of {len(self)} points x {self.replicates} replicates: {', '.join(self.indicators)}>"


def _median(values: List[float]) -> Optional[float]:
    values = sorted(values)
    if not values:
        return None
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
