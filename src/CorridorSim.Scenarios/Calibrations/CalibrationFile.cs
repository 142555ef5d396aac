using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Observations;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Calibrations;

/// <summary>Reads calibration files (<c>*.calibration.yaml</c>).</summary>
public sealed class CalibrationFile
{
    private readonly string _root;
    private readonly DiagnosticBag _bag;
    private readonly MapReader _file;

    private CalibrationFile(string path, YamlMap map, DiagnosticBag bag)
    {
        _root = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        _bag = bag;
        _file = new MapReader(map, bag);
    }

    /// <summary>Reads a file and everything it names; reports what is wrong and returns null.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="observations">Observations file that takes the place of the one it names, or null.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static CalibrationPlan? Load(string path, string? observations, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        var plan = YamlReader.Read(path, path, bag) is { } map ? new CalibrationFile(path, map, bag).Read(observations) : null;
        return bag.HasErrors ? null : plan;
    }

    private CalibrationPlan? Read(string? observations)
    {
        _file.Allow(CalibrationKeys.All);
        _file.DemandVersion();
        var id = _file.Identifier();
        var scenario = Inside("base") is { } basePath ? CompiledScenario.Load(basePath, WithoutPosterior(basePath), _bag) : null;
        var (first, months) = Window(scenario);
        var file = observations ?? Inside("observations");
        var table = file is null ? null : ObservationTable.Read(file, Path.GetRelativePath(Directory.GetCurrentDirectory(), file), _bag);
        if (scenario is null || table is null)
        {
            return null;
        }

        var ensemble = _file.Child(CalibrationKeys.Ensemble.Name);
        ensemble?.Allow(CalibrationKeys.Ensemble.Keys());
        return new CalibrationPlan
        {
            Id = id,
            Title = _file.Text(CommonKeys.Title) ?? id,
            Base = scenario,
            FirstMonth = first,
            Months = months,
            Observations = table,
            ObservationsFile = Path.GetFileName(file!),
            Method = _file.Choice(CalibrationKeys.Method) == CalibrationKeys.Point ? CalibrationMethod.Point : CalibrationMethod.Kalman,
            Members = ensemble.Whole(CalibrationKeys.Members),
            MostUpdates = ensemble.Whole(CalibrationKeys.Updates),
            Seed = ensemble.Seed(CalibrationKeys.Seed),
            Inflation = ensemble.Number(CalibrationKeys.Inflation)!.Value,
            Localisation = ensemble.Number(CalibrationKeys.Localisation),
            ErrorFactor = ensemble.Number(CalibrationKeys.ErrorFactor)!.Value,
            Parameters = Parameters(scenario.World.Slots),
            Series = Series(scenario, table, first, months),
            FitsShocks = _file.Choice(CalibrationKeys.Shocks) == CalibrationKeys.Fit,
            WriteTo = Inside("write") ?? string.Empty,
        };
    }

    /// <summary>An earlier posterior has no say in a new fit, and may name clauses that are gone.</summary>
    private static string[] WithoutPosterior(string basePath) =>
        ScenarioFile.Load(basePath, [], new DiagnosticBag())?.Merged[CommonKeys.Assumptions] is YamlMap assumptions && assumptions["posterior"] is not null
            ? ["assumptions.posterior=null"]
            : [];

    /// <summary>Full path of a file that a key names, which must not leave the folder.</summary>
    private string? Inside(string key)
    {
        if (_file.Text(key, key is "base" or "observations") is not { } name)
        {
            return null;
        }

        var path = Path.GetFullPath(Path.Combine(_root, name));
        if (Path.IsPathRooted(name) || !ScenarioFile.IsInside(_root, path))
        {
            _file.Report(_file.Map[key]!, $"'{name}' lies outside the folder of the calibration; name a file in that folder or below it");
            return null;
        }

        return Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
    }

    private (int First, int Months) Window(CompiledScenario? scenario)
    {
        if (_file.Child(CalibrationKeys.Window.Name) is not { } window)
        {
            _file.Report(_file.Map, "the calibration has no window; add 'window: { from: 2021-01, to: 2022-12 }'");
            return (0, 1);
        }

        window.Allow(CalibrationKeys.Window.Keys());
        if (CalibrationKeys.Window.Keys().Any(k => window.Map[k.Name] is null))
        {
            _file.Report(window.Map, "the window needs 'from' and 'to', such as 2021-01");
        }

        if ((window.WholeMonth(CalibrationKeys.From.Name), window.WholeMonth(CalibrationKeys.To.Name)) is not (int from, int to))
        {
            return (0, 1);
        }

        if (to < from || (scenario is not null && from < scenario.Scenario.FirstMonth))
        {
            _file.Report(window.Map, to < from
                ? "the window ends before it begins; exchange from and to"
                : "the window begins before the scenario; begin it with or after the horizon of the base scenario");
        }

        return (from, to - from + 1);
    }

    private List<FittedParameter> Parameters(Worlds.SlotBook slots)
    {
        var fitted = new List<FittedParameter>();
        if (_file.Child(CalibrationKeys.Parameters.Name) is not { } parameters)
        {
            _file.Report(_file.Map, "the calibration fits nothing; add 'parameters:' with a prior for each path");
            return fitted;
        }

        foreach (var entry in parameters.Map.Entries)
        {
            var path = entry.Key.Text;
            if (!slots.TryFind(path, out var slot))
            {
                parameters.Report(entry.Key, $"unknown parameter '{path}'{Suggestion.For(path, slots.Slots.Select(s => s.Path))}");
            }
            else if (parameters.Sized(path, slots[slot].Minimum, slots[slot].Maximum) is { } prior)
            {
                if (prior.Value.Kind == Model.Inputs.DistributionKind.Constant)
                {
                    parameters.Report(entry.Value, $"'{path}' has no prior; give a distribution such as {{ normal: [0, 1] }}");
                }

                fitted.Add(new FittedParameter(slot, prior.Value, prior.Source ?? string.Empty));
            }
        }

        return fitted;
    }

    private List<ObservedSeries> Series(CompiledScenario scenario, ObservationTable table, int first, int months)
    {
        var map = ObservationMap.Of(scenario, _bag);
        var chosen = new List<ObservedSeries>();
        foreach (var (key, value) in _file.Children("series"))
        {
            value.Allow(CalibrationKeys.Series.Keys());
            var names = value.Names("nationalities").Select(n => n.Text).ToArray();
            var from = Math.Max(first, value.WholeMonth(CalibrationKeys.SeriesFrom.Name) ?? first);
            if (from >= first + months)
            {
                _file.Report(key, $"{key.Text} counts from {CalendarMonth.Format(from)} on, when the window has ended; leave it out or give an earlier 'from'");
                continue;
            }

            var found = table.Names.Where(n => n.Series == key.Text && (names.Length == 0 || names.Contains(n.Nationality))).ToArray();
            foreach (var missing in names.Except(found.Select(n => n.Nationality)).DefaultIfEmpty(found.Length == 0 ? "*" : null).OfType<string>())
            {
                _file.Report(key, $"the observations hold no {key.Text}/{missing}; check the name");
            }

            foreach (var name in found.Where(n => table.Values(n, from, first + months - from).Any(v => !double.IsNaN(v))))
            {
                if (map.Find(name) is { } series)
                {
                    var own = series with { Step = table.Step(name), CountsFrom = from };
                    chosen.Add(value.Number(CalibrationKeys.Error) is { } error ? own with { Error = error } : own);
                }
                else
                {
                    _file.Report(key, $"the model measures nothing like {name}; leave it out or add a row to observed-series.csv of the world");
                }
            }
        }

        if (chosen.Count == 0)
        {
            _file.Report(_file.Map, "the calibration is held against nothing; name 'series' that the observations hold in the window");
        }

        return chosen;
    }
}
