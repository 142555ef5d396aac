using System.Globalization;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Runs.Caching;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Dashboard.Pages.Pact;

/// <summary>A size that another agreement or measure has for the same lever.</summary>
/// <param name="Title">The agreement, or whose measure it is.</param>
/// <param name="Channel">Channel, leg, border or country it is about; empty for none.</param>
/// <param name="Size">Its size.</param>
/// <param name="IsPublished">Whether the size is published, not assumed.</param>
/// <param name="Period">What it is for.</param>
public sealed record LeverPrecedent(string Title, string Channel, double Size, bool IsPublished, SizePeriod Period);

/// <summary>What others agreed: sizes of the same lever in the agreements and measures of the scenario files.</summary>
/// <param name="scenarios">The scenario files.</param>
public sealed class LeverPrecedents(ScenarioCatalogue scenarios)
{
    /// <summary>The sizes of a lever, smallest first; each agreement with the same size is named once.</summary>
    /// <param name="lever">Name of the lever.</param>
    public IReadOnlyList<LeverPrecedent> Of(string lever) => [.. Kept.Precedents.Get((this, scenarios.Stamp()), Read)[lever].Distinct().OrderBy(p => p.Size)];

    /// <summary>The range of the sizes in a sentence; empty when there are none.</summary>
    /// <param name="lever">Name of the lever.</param>
    /// <param name="period">What the sizes asked for are for.</param>
    public string Words(string lever, SizePeriod period)
    {
        var all = Of(lever).Where(p => p.Period == period).ToArray();
        var published = all.Where(p => p.IsPublished).ToArray();
        var told = published.Length > 0 ? published : all;
        return told.Length == 0 ? string.Empty
            : $"{(published.Length > 0 ? "Published by others" : "Assumed elsewhere, published by nobody")}: {Number(told[0].Size)}{(told[^1].Size == told[0].Size ? string.Empty : $" to {Number(told[^1].Size)}")}"
                + $" ({told[0].Title}{(told.Length > 1 && told[^1].Title != told[0].Title ? $"; {told[^1].Title}" : string.Empty)}).";
    }

    private static string Number(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);

    private ILookup<string, LeverPrecedent> Read()
    {
        var names = Names();
        return scenarios.Maps().SelectMany(m => Clauses(m, names)).ToLookup(c => c.Lever, c => c.Precedent);
    }

    private Dictionary<string, string> Names() =>
        scenarios.List().Select(e => e.World).OfType<string>().Distinct().SelectMany(scenarios.Countries).DistinctBy(c => c.Key).ToDictionary();

    private static IEnumerable<(string Lever, LeverPrecedent Precedent)> Clauses(YamlMap scenario, Dictionary<string, string> countries)
    {
        foreach (var agreement in Below(scenario["agreements"]))
        {
            var title = TitleText.WithoutRemark((agreement.Map["title"] as YamlText)?.Text ?? agreement.Key);
            foreach (var clause in Below(agreement.Map["provisions"]).SelectMany(c => Clause(title, c.Map)))
            {
                yield return clause;
            }
        }

        foreach (var country in Below(scenario["measures"]))
        {
            foreach (var clause in Below(country.Map).SelectMany(c => Clause($"a measure of {countries.GetValueOrDefault(country.Key, country.Key)}", c.Map)))
            {
                yield return clause;
            }
        }
    }

    private static IEnumerable<(string Lever, LeverPrecedent Precedent)> Clause(string title, YamlMap clause)
    {
        if ((clause["lever"] as YamlText)?.Text is not { } name || !LeverTable.All.TryGetValue(name, out var lever))
        {
            yield break;
        }

        foreach (var (key, period) in new[] { (lever.SizeKey, SizePeriod.Month), (lever.YearlyKey, SizePeriod.Year), (lever.StockKey, SizePeriod.Stock) })
        {
            var size = key is null ? null : clause[key];
            var text = ((size as YamlMap)?["value"] ?? size) as YamlText;
            if (text is not null && NumberText.TryParse(text.Text, out var number))
            {
                var basis = (((size as YamlMap)?["basis"] ?? clause["basis"]) as YamlText)?.Text;
                var where = lever.Subjects.Select(s => (clause[s.TrimEnd('?')] as YamlText)?.Text).FirstOrDefault(t => t is not null);
                yield return (name, new LeverPrecedent(title, where ?? string.Empty, number, basis == "published", period));
            }
        }
    }

    private static IEnumerable<(string Key, YamlMap Map)> Below(YamlItem? item) =>
        ((item as YamlMap)?.Entries ?? []).Where(e => e.Value is YamlMap).Select(e => (e.Key.Text, (YamlMap)e.Value));
}
