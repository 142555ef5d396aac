using System.Globalization;
using System.Reflection;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Sweeps;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Sweeps;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Analysis.Sweeps;

/// <summary>Makes a sweep file ready to run.</summary>
public static class SweepCompiler
{
    /// <summary>Loads, checks and compiles a file; reports everything that is wrong and returns null.</summary>
    public static SweepDefinition? Load(string path, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return SweepFile.Load(path, bag) is { } sweep ? Compile(sweep, bag) : null;
    }

    /// <summary>Compiles what a sweep kept, enough to simulate it again; reports what is wrong and returns null.</summary>
    /// <param name="text">The sweep.</param>
    /// <param name="scenario">Its base, resolved.</param>
    /// <param name="folder">Folder in which the world lies.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static SweepDefinition? OfSweep(string text, string scenario, string folder, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        return SweepFile.OfSweep(text, scenario, folder, bag) is { } sweep ? Compile(sweep, bag) : null;
    }

    private static SweepDefinition? Compile(SweepText sweep, DiagnosticBag bag)
    {
        if (!IsOfSensibleSize(sweep, bag) || !IsByMonth(sweep, bag))
        {
            return null;
        }

        var points = OnDays(sweep, SweepPoints.Of(sweep));
        var experiment = ExperimentOf(sweep, points);
        return MeasureOf(sweep, experiment, bag) is { } measure ? Define(sweep, points, measure) : null;
    }

    /// <summary>
    /// The scenario with its own settings as defaults, so that a variant holds only the factors: thousands of variants stay small.
    /// </summary>
    public static Experiment Rebased(Experiment experiment)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var settings = experiment.Variants[0].Settings.ToDictionary(s => s.Slot, s => s.Value);
        return experiment with
        {
            World = experiment.World with
            {
                Slots = [.. experiment.World.Slots.Select((slot, i) => settings.TryGetValue(new Slot(i), out var value) ? slot with { Value = value } : slot)],
            },
            Variants = [new Variant(experiment.Variants[0].Name, [])],
        };
    }

    /// <summary>The variant of a point.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="factors">The factors.</param>
    /// <param name="value">Value of factor i.</param>
    public static Variant VariantOf(string name, IReadOnlyList<SweepFactor> factors, Func<int, double> value) => new(
        name,
        [.. factors.SelectMany((f, i) => f.Slots.Select(slot => new SlotSetting(slot, Distribution.Constant(value(i))))).OrderBy(s => s.Slot)]);

    /// <summary>Puts dates on whole days: a date between two days has no name under which the point could be run again.</summary>
    private static double[,] OnDays(SweepText sweep, double[,] points)
    {
        for (var factor = 0; factor < sweep.Factors.Count; factor++)
        {
            for (var point = 0; sweep.Factors[factor].Unit == InputSlot.Month && point < points.GetLength(0); point++)
            {
                points[point, factor] = DateText.Nearest(points[point, factor]);
            }
        }

        return points;
    }

    private static Experiment ExperimentOf(SweepText sweep, double[,] points) => Rebased(sweep.Base.Experiment) with
    {
        Variants = [.. Enumerable.Range(0, points.GetLength(0)).Select(row => VariantOf(
            row.ToString("D6", CultureInfo.InvariantCulture), sweep.Factors, f => points[row, f]))],
        Replicates = sweep.Replicates,
        Seed = sweep.Seed,
        IsPaired = sweep.IsPaired,
    };

    private static bool IsOfSensibleSize(SweepText sweep, DiagnosticBag bag)
    {
        long count;
        try
        {
            count = SweepPoints.Count(sweep);
        }
        catch (OverflowException)
        {
            count = long.MaxValue;
        }

        if (SweepLimits.Obstacle(count, sweep.Replicates) is not { } obstacle)
        {
            return true;
        }

        var item = sweep.Design.Item;
        bag.Add(item.File, item.Line, item.Column, obstacle);
        return false;
    }

    /// <summary>A sweep keeps few figures of many lanes: of the horizon, of years or of months.</summary>
    private static bool IsByMonth(SweepText sweep, DiagnosticBag bag)
    {
        if (sweep.Base.Scenario.Step == ReportStep.Month)
        {
            return true;
        }

        var (item, name) = (sweep.Design.Item, sweep.Base.Scenario.Step.Name());
        bag.Add(item.File, item.Line, item.Column, $"the base reports by {name}, and a sweep keeps figures of months, years or the horizon; add 'set: {{ outputs.step: month }}'");
        return false;
    }

    private static LaneMeasure? MeasureOf(SweepText sweep, Experiment experiment, DiagnosticBag bag)
    {
        YamlText[] asked =
            [.. sweep.Record, .. sweep.Goals.Select(g => g.Indicator), .. sweep.Parties.SelectMany(p => p.Interests.Select(i => i.Indicator))];
        var names = new List<IndicatorName>();
        if (sweep.Record.Count == 0)
        {
            names.AddRange(LaneMeasure.CompactHeadline(BlockPlan.Compile(experiment with { Recorded = null })).Select(h => h.Name));
        }

        foreach (var item in asked)
        {
            try
            {
                var name = IndicatorName.Parse(item.Text);
                _ = LaneMeasure.Of(experiment, [name], []);
                names.Add(name);
            }
            catch (UnknownIndicatorException error)
            {
                bag.Add(item.File, item.Line, item.Column, error.Message);
            }
        }

        return bag.HasErrors ? null : LaneMeasure.Of(experiment, names, Periods(sweep.Periods, experiment));
    }

    private static Period[] Periods(string word, Experiment experiment)
    {
        var whole = new Period(experiment.FirstMonth, experiment.FirstMonth + experiment.Months - 1);
        var months = Enumerable.Range(whole.First, experiment.Months);
        return word switch
        {
            "years" => [whole, .. months.GroupBy(CalendarMonth.YearOf).Select(y => new Period(y.Min(), y.Max()))],
            "months" => [whole, .. months.Select(m => new Period(m, m))],
            _ => [whole],
        };
    }

    private static SweepDefinition Define(SweepText sweep, double[,] points, LaneMeasure measure)
    {
        var design = sweep.Design;
        return new SweepDefinition
        {
            Id = sweep.Id,
            Title = sweep.Title,
            Text = sweep.Canonical,
            Scenario = sweep.Base.Scenario.Id,
            ScenarioText = sweep.Base.Scenario.Canonical,
            ScenarioHash = sweep.Base.Scenario.Hash,
            WorldHash = sweep.Base.World.ContentHash,
            Design = new SweepDesignInfo(
                SweepFile.Designs.Single(d => d.Value == design.Kind).Key,
                design.Kind == DesignKind.Morris ? design.Trajectories : design.Points,
                design.Kind == DesignKind.Morris ? design.Levels : 0),
            Factors = [.. sweep.Factors.Select(f => new SweepFactorInfo(
                f.Id, f.Label, f.Path, f.Kind == FactorKind.Lever ? SweepFactorInfo.Lever : "uncertainty", f.Unit, f.Baseline))],
            Points = points,
            Columns = [.. measure.Columns.Select(c => new SweepColumn(c.Words, c.Name.ToString(), c.Unit, c.Period.ToString()))],
            Plan = measure.Plan,
            Measure = measure.Measure,
            Version = Assembly.GetExecutingAssembly().GetName().Version?.ToString() ?? "unknown",
        };
    }
}
