using System.Globalization;
using CorridorSim.Analysis.Optimisation;

namespace CorridorSim.Cli.Verbs;

/// <summary>Tells on standard error how far a search is, a line a generation.</summary>
internal sealed class SearchProgressLine(PolicyProblem problem, bool quiet) : IProgress<SearchProgress>
{
    public void Report(SearchProgress value)
    {
        if (quiet)
        {
            return;
        }

        var best = value.Best is null
            ? "none keeps the constraints yet"
            : string.Join(", ", problem.Goals.Zip(value.Best, (g, b) => $"best {g.Words} {Words.Number(b)}"));
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"generation {value.Generation} of at most {value.MostGenerations}: {value.Evaluated} candidates, {value.Feasible} keep the constraints; {best}"));
    }
}
