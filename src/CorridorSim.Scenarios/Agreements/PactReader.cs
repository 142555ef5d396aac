using CorridorSim.Model;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Agreements;

/// <summary>Reads the clauses of agreements without a world: from a file of the library, or from a scenario with all that it includes.</summary>
public static class PactReader
{
    /// <summary>The clauses of a file, or of all files of a folder, in order; reports what is wrong.</summary>
    /// <param name="path">File or folder of the library.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static IReadOnlyList<PactClause> Library(string path, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        string[] files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.yaml").Order(StringComparer.Ordinal)] : [path];
        return [.. files.Select(f => YamlReader.Read(f, f, bag)).OfType<YamlMap>().SelectMany(f => Clauses(f, null, bag))];
    }

    /// <summary>The clauses that a scenario has and its parent has not; at the delivered dose none, as they are replaced by counts.</summary>
    /// <param name="scenario">The scenario with all that it inherits and includes.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static IReadOnlyList<PactClause> Of(LoadedScenario scenario, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return Clauses(scenario.Merged, scenario.Parent, bag);
    }

    /// <summary>The clauses that a scenario has, from its canonical text.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<PactClause> OfText(string text)
    {
        var bag = new DiagnosticBag();
        return YamlReader.Parse(text, ScenarioFile.StoredName, bag) is { } map ? Clauses(map, null, bag) : [];
    }

    private static IReadOnlyList<PactClause> Clauses(YamlMap map, YamlMap? parent, DiagnosticBag bag)
    {
        var known = (parent?[CommonKeys.Agreements] as YamlMap)?.Entries.Select(e => e.Key.Text).ToHashSet() ?? [];
        return
        [
            .. from agreement in new MapReader(map, bag).Children(CommonKeys.Agreements)
               where !known.Contains(agreement.Key.Text)
               from clause in agreement.Value.Children(CommonKeys.Provisions)
               let read = Read(agreement.Key, agreement.Value, clause.Key, clause.Value)
               where read is not null
               select read,
        ];
    }

    private static PactClause? Read(YamlText id, MapReader agreement, YamlText clauseId, MapReader clause)
    {
        if (clause.Text(ClauseKeys.Lever.Name) is not { } name || !LeverTable.All.TryGetValue(name, out var lever))
        {
            clause.Report(clause.Map[ClauseKeys.Lever.Name] ?? clauseId, $"'{clauseId.Text}' names no known lever{Suggestion.For(clause.Text(ClauseKeys.Lever.Name) ?? string.Empty, LeverTable.All.Keys)}");
            return null;
        }

        var period = lever.PeriodOf(k => clause.Map[k] is not null);
        var size = clause.Sized(lever.KeyOf(period), lever.Minimum, lever.MaximumOf(period));
        return new PactClause
        {
            Agreement = (id.Text, agreement.Text("title") ?? id.Text),
            Parties = [.. agreement.Names("parties").Select(p => p.Text)],
            SignedMonth = Month(agreement, "signed"),
            Clause = (clauseId.Text, clause.Text("title").OrInWords(clauseId.Text)),
            Lever = lever,
            Quantity = clause.Text("quantity") ?? string.Empty,
            Size = size?.Value.Central,
            Range = size?.Range is { Count: 2 } range ? (range[0], range[1]) : null,
            Period = period,
            IsExchange = clause.Map[CountedKeys.OneFor.Name] is not null,
            Ceiling = clause.Sized(CountedKeys.Ceiling.Name, 0, double.MaxValue)?.Value.Central,
            IsAssumed = (size?.Basis ?? clause.Text(CommonKeys.Basis)) != CommonKeys.Published,
            Source = size?.Source ?? clause.Text("source") ?? agreement.Text("source") ?? string.Empty,
            Dates = Month(clause, "from") is { } from ? (from, Month(clause, "to") ?? double.PositiveInfinity) : null,
            Delivered = DeliveredSeries.Read(clause, Month(clause, "from")),
        };
    }

    /// <summary>A date; null where a name such as $from stands for it.</summary>
    private static double? Month(MapReader map, string key) => map.Map[key] is YamlText { Text: ['$', ..] } ? null : map.Month(key);
}
