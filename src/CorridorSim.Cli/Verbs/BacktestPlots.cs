using CorridorSim.Analysis.Validation;

namespace CorridorSim.Cli.Verbs;

/// <summary>Pictures of a backtest.</summary>
internal static class BacktestPlots
{
    public static void Write(string folder, BacktestReport report, int origin) => throw new NotSupportedException($"{folder}{report}{origin}");
}
