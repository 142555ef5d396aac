"""Tables for whatever library is at hand; none is needed."""

from typing import Any, Dict, Iterable, List, Optional

from .errors import CorridorSimError

KINDS = ("pandas", "polars", "arrow", "rows")


def frame(rows: Iterable[Dict[str, Any]], kind: Optional[str] = None) -> Any:
    """Rows as a table: pandas where it is installed, else the list of rows.

    kind: "pandas", "polars", "arrow" (pyarrow) or "rows" asks for one of them, and raises where it is not installed.
    """
    listed: List[Dict[str, Any]] = list(rows)
    if kind is None:
        try:
            import pandas
        except ImportError:
            return listed
        return pandas.DataFrame(listed)
    if kind not in KINDS:
        raise CorridorSimError(f"'{kind}' is no kind of table; choose one of {', '.join(KINDS)}")
    if kind == "rows":
        return listed
    try:
        if kind == "pandas":
            import pandas

            return pandas.DataFrame(listed)
        if kind == "polars":
            import polars

            return polars.DataFrame(listed)
        import pyarrow

        return pyarrow.Table.from_pylist(listed)
    except ImportError:
        name = "pyarrow" if kind == "arrow" else kind
        raise CorridorSimError(f"{name} is not installed; install it, or ask for another kind of {', '.join(KINDS)}") from None
