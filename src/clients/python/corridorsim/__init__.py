"""CorridorSim from Python: run scenarios, compare them, evaluate batches of settings.

    import corridorsim as cs

    pact = cs.Scenario("us-panama-2022")
    bolder = pact.set("agreements.us-panama.provisions.referrals.places-per-month.value", 1000)
    effect = bolder.run(replicates=16).effect("admissions:usa-resettlement")
    print(effect.median, effect.interval, effect.verdict)
"""

from .effects import Effect, Effects
from .errors import CorridorSimError, Mistake, NotFoundError, ProgramError, RequestError, RunFailedError
from .evaluation import Evaluation, Point
from .forecast import Forecast
from .frames import frame
from .scenario import Run, Scenario, World
from .server import Server, close_default_server, default_server
from .sweep import Sweep

__version__ = "0.1.0"

__all__ = [
    "CorridorSimError",
    "Effect",
    "Effects",
    "Evaluation",
    "Forecast",
    "Mistake",
    "NotFoundError",
    "Point",
    "ProgramError",
    "RequestError",
    "Run",
    "RunFailedError",
    "Scenario",
    "Server",
    "Sweep",
    "World",
    "close_default_server",
    "default_server",
    "frame",
]
