using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Sweeps;

namespace CorridorSim.Analysis.Evaluation;

/// <summary>A batch of settings of one scenario: n points of k values, each simulated with the same random draws.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Paths">The k inputs, as a sweep names them; each once.</param>
/// <param name="Points">The n points, k finite values each, within the bounds of their inputs.</param>
/// <param name="Indicators">What is measured; the compact headline when empty.</param>
/// <param name="Period">Months it covers; the whole horizon when null.</param>
/// <param name="Replicates">Replicates of each point, at least 1.</param>
/// <param name="Seed">Key of all random draws.</param>
public sealed record EvaluationQuestion(
    CompiledScenario Scenario,
    IReadOnlyList<string> Paths,
    IReadOnlyList<IReadOnlyList<double>> Points,
    IReadOnlyList<string> Indicators,
    Period? Period,
    int Replicates,
    ulong Seed)
{
    // A request with a thousand wrong cells is told of the first few.
    private const int MaxMistakes = 20;

    /// <summary>What is measured of each lane; every mistake is found before anything is simulated.</summary>
    /// <exception cref="EvaluationException">A path, a value or an indicator is wrong, or the batch is too large.</exception>
    internal LaneMeasure Compile()
    {
        var slots = new FactorPaths(Scenario);
        var mistakes = new List<string>();
        var found = Paths.Select((path, i) => Slots(slots, path, i, mistakes)).ToArray();
        var names = Indicators.Select((text, i) => Name(text, i, mistakes)).OfType<IndicatorName>().ToArray();
        if (Points.Count == 0 || SweepLimits.Obstacle(Points.Count, Replicates) is not null)
        {
            mistakes.Add(Points.Count == 0 ? "points: there is none; give at least one" : $"points: {SweepLimits.Obstacle(Points.Count, Replicates)}");
        }

        mistakes.AddRange(Points.SelectMany((point, row) => Wrong(point, row, found)).Take(MaxMistakes));
        if (mistakes.Count > 0)
        {
            throw new EvaluationException(mistakes);
        }

        try
        {
            return LaneMeasure.Of(Experiment(found!), names, Period is { } months ? [months] : []);
        }
        catch (UnknownIndicatorException error)
        {
            throw new EvaluationException([$"indicators: {error.Message}"]);
        }
    }

    private Experiment Experiment(IReadOnlyList<Slot>[] slots) => SweepCompiler.Rebased(Scenario.Experiment) with
    {
        Variants = [.. Points.Select((point, row) => new Variant(
            row.ToString("D6", CultureInfo.InvariantCulture),
            [.. slots.SelectMany((s, i) => s.Select(slot => new SlotSetting(slot, Distribution.Constant(point[i])))).OrderBy(s => s.Slot)]))],
        Replicates = Replicates,
        Seed = Seed,
        IsPaired = true,
    };

    private IReadOnlyList<Slot>? Slots(FactorPaths known, string path, int index, List<string> mistakes)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"paths[{index}]");
        if (known.Find(path) is not { } slots)
        {
            mistakes.Add($"{place}: unknown path '{path}'{Suggestion.For(path, known.All)}");
            return null;
        }

        if (Paths.Take(index).Any(p => known.Find(p) is { } others && others.Intersect(slots).Any()))
        {
            mistakes.Add($"{place}: '{path}' sets an input that an earlier path sets already; give each input once");
        }

        return slots;
    }

    private IEnumerable<string> Wrong(IReadOnlyList<double> point, int row, IReadOnlyList<Slot>?[] slots)
    {
        if (point.Count != Paths.Count)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"points[{row}]: {point.Count} values for {Paths.Count} paths; give one value a path");
            yield break;
        }

        for (var i = 0; i < slots.Length; i++)
        {
            foreach (var slot in (slots[i] ?? []).Select(s => Scenario.Experiment.World.Slots[s.Index]).Where(s => !(point[i] >= s.Minimum && point[i] <= s.Maximum)))
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture, $"points[{row}][{i}]: {Paths[i]} is {point[i]}; it must lie between {slot.Minimum} and {slot.Maximum}");
            }
        }
    }

    private static IndicatorName? Name(string text, int index, List<string> mistakes)
    {
        try
        {
            return IndicatorName.Parse(text);
        }
        catch (UnknownIndicatorException error)
        {
            mistakes.Add(string.Create(CultureInfo.InvariantCulture, $"indicators[{index}]: {error.Message}"));
            return null;
        }
    }
}

/// <summary>A batch of points that cannot be evaluated as it is asked for.</summary>
public sealed class EvaluationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="mistakes">Everything that is wrong: place in the request, cause and remedy; at least one.</param>
    public EvaluationException(IReadOnlyList<string> mistakes)
        : base(string.Join('\n', mistakes)) => Mistakes = mistakes;

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<string> Mistakes { get; }
}
