namespace CorridorSim.Analysis.Forecasting;

/// <summary>How a backtest proceeds.</summary>
public sealed record BacktestOptions
{
    /// <summary>First month that is forecast, see <see cref="Model.Policy.CalendarMonth"/>; not before the scenario starts.</summary>
    public required int Origin { get; init; }

    /// <summary>Months that are forecast, at least 1.</summary>
    public required int Months { get; init; }

    /// <summary>Replicates, at least 2.</summary>
    public required int Replicates { get; init; }

    /// <summary>Key of all random draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>True when observations before the origin set the state at the origin.</summary>
    public bool StartsFromObservations { get; init; } = true;

    /// <summary>Observed series, all nationalities together, whose values after the origin are given instead of forecast.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];
}
