using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Suites;

/// <summary>Reads suites of natural experiments, <c>*.suite.yaml</c>.</summary>
public sealed class SuiteFile
{
    /// <summary>End of the name of a suite.</summary>
    public const string Ending = ".suite.yaml";

    private readonly string _folder;
    private readonly DiagnosticBag _bag;
    private readonly MapReader _root;

    private SuiteFile(string path, YamlMap map, DiagnosticBag bag)
    {
        _folder = Path.GetDirectoryName(path) ?? string.Empty;
        _bag = bag;
        _root = new MapReader(map, bag);
    }

    /// <summary>Reads a file and everything it names; reports what is wrong and returns null.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="observations">Observations that take the place of those it names, or null.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static SuitePlan? Load(string path, string? observations, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        var plan = YamlReader.Read(path, path, bag) is { } map ? new SuiteFile(path, map, bag).Read(observations) : null;
        return bag.HasErrors ? null : plan;
    }

    private SuitePlan? Read(string? observations)
    {
        _root.Allow(SuiteKeys.All);
        _root.DemandVersion();
        var id = _root.Identifier();
        var file = observations ?? (_root.Text(SuiteKeys.Observations) is { } name ? Path.Combine(_folder, name) : null);
        var table = file is null ? null : ObservationTable.Read(file, file, _bag);
        if (table is null)
        {
            return null;
        }

        var experiments = _root.Children(SuiteKeys.Experiments.Name).Select(e => Experiment(e.Key, e.Value, table)).OfType<SuiteExperiment>().ToArray();
        if (experiments.Length == 0 && !_bag.HasErrors)
        {
            _root.Report(_root.Map, "the suite has no experiments; add one below 'experiments:' with scenario, date and treated series");
        }

        return new SuitePlan(id, _root.Text(CommonKeys.Title) ?? id, table, experiments);
    }

    private SuiteExperiment? Experiment(YamlText key, MapReader experiment, ObservationTable table)
    {
        experiment.Allow(SuiteKeys.Experiments.Keys());
        var awaits = experiment.Flag(SuiteKeys.AwaitsMonths);
        var month = Month(experiment, key, SuiteKeys.Date.Name);
        var series = new[] { (SuiteKeys.Treated.Name, SeriesRole.Treated), (SuiteKeys.Diverted.Name, SeriesRole.Diverted), (SuiteKeys.Placebo.Name, SeriesRole.Placebo) }
            .SelectMany(r => experiment.Names(r.Item1).Select(n => Series(experiment, n, r.Item2, table, awaits))).OfType<SuiteSeries>().ToArray();
        if (experiment.Map[SuiteKeys.Treated.Name] is null)
        {
            experiment.Report(key, $"'{key.Text}' names no treated series; add 'treated: [series/NATIONALITY]'");
        }

        var (scenario, without) = awaits ? (null, null) : Scenarios(experiment, key);
        if (month is null || (scenario is null && !awaits))
        {
            return null;
        }

        return new SuiteExperiment
        {
            Id = key.Text,
            Title = experiment.Text(CommonKeys.Title) ?? key.Text,
            Scenario = scenario,
            Without = without,
            Month = month.Value,
            Origin = experiment.Map[SuiteKeys.Origin.Name] is null ? month.Value : Math.Min(Month(experiment, key, SuiteKeys.Origin.Name) ?? month.Value, month.Value),
            Horizon = experiment.Whole(SuiteKeys.Horizon),
            Series = series,
            PlaceboMonths = [.. experiment.Names(SuiteKeys.PlaceboDates.Name).Select(n => Month(experiment, n)).OfType<int>()],
            AwaitsMonths = awaits,
        };
    }

    private (CompiledScenario? With, CompiledScenario? Without) Scenarios(MapReader experiment, YamlText key)
    {
        if (experiment.Text(SuiteKeys.Scenario) is not { } name)
        {
            experiment.Report(key, $"'{key.Text}' names no scenario; add 'scenario: FILE' with parameters fitted before its date");
            return (null, null);
        }

        var path = Path.Combine(_folder, name);
        var with = CompiledScenario.Load(path, [], _bag);
        var measures = experiment.Names(SuiteKeys.Measures.Name);
        return (with, with is null || measures.Count == 0 ? null : CompiledScenario.Load(path, [.. measures.Select(m => $"{m.Text}.in-force=0")], _bag));
    }

    private static SuiteSeries? Series(MapReader experiment, YamlText text, SeriesRole role, ObservationTable table, bool awaits)
    {
        var slash = text.Text.LastIndexOf('/');
        var name = slash < 0 ? new ObservedName(text.Text, "ALL") : new ObservedName(text.Text[..slash], text.Text[(slash + 1)..]);
        if (!awaits && !table.Names.Contains(name))
        {
            experiment.Report(text, $"the observations hold no '{name}'{Suggestion.For(name.ToString(), table.Names.Select(n => n.ToString()))}");
            return null;
        }

        return new SuiteSeries(name, role);
    }

    private static int? Month(MapReader experiment, YamlText key, string name)
    {
        if (experiment.Map[name] is YamlText text)
        {
            return Month(experiment, text);
        }

        experiment.Report(key, $"'{key.Text}' has no {name}; add '{name}: 2012-08'");
        return null;
    }

    /// <summary>A measure from the middle of a month on counts from the next month.</summary>
    private static int? Month(MapReader experiment, YamlText text)
    {
        if (DateText.TryParse(text.Text, out var month))
        {
            return (int)Math.Round(month);
        }

        experiment.Report(text, DateText.Complaint(text.Text));
        return null;
    }
}
