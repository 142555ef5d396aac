using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Optimisation;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Analysis.Optimisation;

/// <summary>A search whose goals and constraints have been found among what the world measures.</summary>
public sealed class PolicyProblem
{
    private readonly IReadOnlyList<IndicatorName> _indicators;
    private readonly IReadOnlyList<Period> _periods;

    private PolicyProblem(OptimiseText text, IReadOnlyList<(IndicatorName Name, Period Period)> asked)
    {
        Text = text;
        _indicators = [.. asked.Select(a => a.Name).Distinct()];
        _periods = [.. asked.Select(a => a.Period).Distinct()];
        Space = new LeverSpace(text.Levers, text.Budgets);
        var columns = Measure([Baseline(text)], text.Replicates, text.Seed).Columns.ToList();
        PolicyTarget[] targets = [.. asked.Select(a => Target(columns, a.Name, a.Period))];
        (Goals, Constraints) = (targets[..text.Goals.Count], targets[text.Goals.Count..]);
    }

    /// <summary>The search as its file states it.</summary>
    public OptimiseText Text { get; }

    /// <summary>The settings there are.</summary>
    public LeverSpace Space { get; }

    /// <summary>What the goals look at, in the order of the file.</summary>
    public IReadOnlyList<PolicyTarget> Goals { get; }

    /// <summary>What the constraints look at, in the order of the file.</summary>
    public IReadOnlyList<PolicyTarget> Constraints { get; }

    /// <summary>Finds goals and constraints; reports everything that is wrong, with that of the file itself, and returns null.</summary>
    public static PolicyProblem? Of(OptimiseText text, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bag);
        (IndicatorName Name, Period Period)?[] asked =
        [
            .. text.Goals.Select(g => Ask(text, g.Indicator, g.At, bag)),
            .. text.Constraints.Select(c => Ask(text, c.Indicator, c.At, bag)),
        ];
        return bag.HasErrors ? null : new PolicyProblem(text, [.. asked.Select(a => a!.Value)]);
    }

    /// <summary>Prepares to measure candidates.</summary>
    /// <param name="candidates">Settings, one array per candidate.</param>
    /// <param name="replicates">Replicates of each.</param>
    /// <param name="seed">Seed: one seed gives every candidate the same random draws.</param>
    public LaneMeasure Measure(IReadOnlyList<double[]> candidates, int replicates, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var experiment = Text.Base.Experiment with
        {
            Variants = [.. candidates.Select((settings, i) => Variant(FormattableString.Invariant($"candidate-{i}"), settings))],
            Replicates = replicates,
            Seed = seed,
        };
        return LaneMeasure.Of(experiment, _indicators, _periods);
    }

    /// <summary>The settings of the base scenario.</summary>
    public static double[] Baseline(OptimiseText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.Levers.Select(l => l.Baseline)];
    }

    private Variant Variant(string name, double[] settings) =>
        settings.Select((value, lever) => (Text.Levers[lever].Slot, value)).Aggregate(
            Text.Base.Experiment.Variants[0] with { Name = name }, (variant, set) => variant.With(set.Slot, Distribution.Constant(set.value), name));

    private static PolicyTarget Target(List<MeasuredColumn> columns, IndicatorName name, Period period)
    {
        var column = columns.FindIndex(c => c.Name == name && c.Period == period);
        return new PolicyTarget(name, period, columns[column].Words, columns[column].Unit, column);
    }

    private static (IndicatorName Name, Period Period)? Ask(OptimiseText text, YamlText indicator, YamlText? at, DiagnosticBag bag)
    {
        var experiment = text.Base.Experiment;
        var whole = new Period(experiment.FirstMonth, experiment.FirstMonth + experiment.Months - 1);
        var period = at is null ? whole : Period.TryParse(at.Text);
        if (period?.Within(whole) is not { } months || months != period)
        {
            bag.Add(at!.File, at.Line, at.Column, period is null
                ? $"'{at.Text}' is not a period; write 2024, 2024-03 or 2023-10..2024-03"
                : $"{period} lies outside the horizon {whole}; choose months inside");
            months = whole;
        }

        try
        {
            var name = IndicatorName.Parse(indicator.Text);
            _ = LaneMeasure.Of(experiment, [name], [months]);
            return (name, months);
        }
        catch (UnknownIndicatorException error)
        {
            bag.Add(indicator.File, indicator.Line, indicator.Column, error.Message);
            return null;
        }
    }
}

/// <summary>An indicator over a period that a goal or a constraint looks at.</summary>
/// <param name="Name">The indicator.</param>
/// <param name="Period">The months.</param>
/// <param name="Words">What it is called.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Column">Its place among the figures that are worked out for every lane.</param>
public sealed record PolicyTarget(IndicatorName Name, Period Period, string Words, string Unit, int Column);
