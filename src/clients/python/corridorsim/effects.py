"""Paired effects: what changes between two runs, replicate by replicate, with the same random draws."""

import html
from typing import Any, Dict, Iterator, List, Optional, Tuple

from .frames import frame


class Effect:
    """The paired difference of one indicator, other minus base, over replicates that see the same random draws."""

    def __init__(self, answer: Dict[str, Any]) -> None:
        self._answer = answer

    @property
    def indicator(self) -> str:
        """The indicator in words."""
        return self._answer["indicator"]

    @property
    def name(self) -> str:
        """The indicator as it is asked for, such as admissions:usa-resettlement."""
        return self._answer["name"]

    @property
    def unit(self) -> str:
        """Unit of all figures."""
        return self._answer["unit"]

    @property
    def period(self) -> str:
        """Months it covers."""
        return self._answer["period"]

    @property
    def base(self) -> Optional[float]:
        """Median of the base; None where it is not defined."""
        return self._answer["baseMedian"]

    @property
    def other(self) -> Optional[float]:
        """Median of the other; None where it is not defined."""
        return self._answer["otherMedian"]

    @property
    def median(self) -> Optional[float]:
        """Median of the differences; None where there is no effect to state."""
        return self._answer["differenceMedian"]

    @property
    def interval(self) -> Tuple[Optional[float], Optional[float]]:
        """Quantiles 0.05 and 0.95 of the differences."""
        return self._answer["p05"], self._answer["p95"]

    @property
    def verdict(self) -> str:
        """How sure its sign is: clear, leaning, cannot tell, exactly zero."""
        return self._answer["verdict"]

    @property
    def is_tiny(self) -> bool:
        """Whether it is too small to matter beside the level."""
        return bool(self._answer.get("isTiny"))

    def odds(self) -> Optional[float]:
        """Share of replicates in which the difference has the sign that most have, 0 to 1."""
        return self._answer["shareSameSign"]

    @property
    def counts(self) -> Tuple[int, int, int]:
        """Replicates in which it is greater, smaller and the same."""
        return self._answer["positive"], self._answer["negative"], self._answer["unchanged"]

    def to_dict(self) -> Dict[str, Any]:
        """Everything the program said of it."""
        return dict(self._answer)

    def __repr__(self) -> str:
        low, high = self.interval
        return f"<Effect {self.indicator} {_text(self.median)} ({_text(low)} to {_text(high)}) {self.unit}, {self.verdict}>"

    def _repr_html_(self) -> str:
        return Effects([self])._repr_html_()


class Effects:
    """Effects on several indicators; index by position or by the indicator's name."""

    def __init__(self, effects: List[Effect]) -> None:
        self._effects = effects

    def __len__(self) -> int:
        return len(self._effects)

    def __iter__(self) -> Iterator[Effect]:
        return iter(self._effects)

    def __getitem__(self, key: Any) -> Effect:
        if isinstance(key, int):
            return self._effects[key]
        for effect in self._effects:
            if key in (effect.name, effect.indicator):
                return effect
        raise KeyError(f"there is no effect on '{key}'; there are {', '.join(e.name for e in self._effects)}")

    def frame(self, kind: Optional[str] = None) -> Any:
        """One row an effect as a pandas DataFrame, or the rows where pandas is not installed; kind as for corridorsim.frame."""
        return frame((effect.to_dict() for effect in self._effects), kind)

    def __repr__(self) -> str:
        return "\n".join(map(repr, self._effects)) or "<no effects>"

    def _repr_html_(self) -> str:
        rows = "".join(_row(effect, _scale(self._effects)) for effect in self._effects)
        return (
            "<table><thead><tr><th>indicator</th><th>base</th><th>effect</th><th>90 % interval</th><th></th><th>verdict</th></tr></thead>"
            f"<tbody>{rows}</tbody></table>"
        )


def _row(effect: Effect, scale: float) -> str:
    low, high = effect.interval
    cells = [effect.indicator, f"{_text(effect.base)} {effect.unit}", _text(effect.median), f"{_text(low)} to {_text(high)}"]
    verdict = effect.verdict + (", tiny" if effect.is_tiny else "")
    return "<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in cells) + f"<td>{_picture(effect, scale)}</td><td>{html.escape(verdict)}</td></tr>"


def _scale(effects: List[Effect]) -> float:
    return max((abs(end / effect.base) for effect in effects if effect.base for end in effect.interval if end is not None), default=0) or 1


def _picture(effect: Effect, scale: float) -> str:
    """The interval and its median on a line, relative to the base, zero in the middle."""
    low, high = effect.interval
    if not effect.base or low is None or high is None or effect.median is None:
        return ""
    x = [80 + 75 * max(-1.0, min(1.0, value / abs(effect.base) / scale)) for value in (low, effect.median, high)]
    return (
        '<svg width="160" height="16" role="img"><line x1="80" y1="1" x2="80" y2="15" stroke="currentColor" stroke-opacity="0.4"/>'
        f'<line x1="{x[0]:.1f}" y1="8" x2="{x[2]:.1f}" y2="8" stroke="currentColor" stroke-width="3"/>'
        f'<circle cx="{x[1]:.1f}" cy="8" r="4" fill="currentColor"/></svg>'
    )


def _text(value: Optional[float]) -> str:
    if value is None:
        return "not defined"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
