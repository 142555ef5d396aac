using System.Globalization;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>
/// Which dose of its agreements a scenario gives: what was promised, or what was delivered. At the delivered dose a clause with a
/// <c>delivered</c> series is as large in each month as the series says, and ends with it; any other stays as promised.
/// </summary>
internal sealed class Dose(DiagnosticBag bag)
{
    /// <summary>The key of a scenario.</summary>
    public const string Key = "dose";

    // What says when and how much: the series says both.
    private static readonly string[] Replaced =
    [
        .. new[] { ClauseKeys.From, ClauseKeys.To, ClauseKeys.RampMonths, ClauseKeys.FadeMonths, ClauseKeys.DelayMonths, ClauseKeys.When, ClauseKeys.Reciprocal, CommonKeys.Source, CommonKeys.Basis, ClauseKeys.Quantity, ClauseKeys.Delivered }
            .Concat(ClauseKeys.Terms).Concat(CountedKeys.All).Select(k => k.Name),
    ];

    // What ties a clause to another one.
    private static readonly string[] Ties =
        [.. new[] { ClauseKeys.Reciprocal, CountedKeys.OneFor, CountedKeys.OneForRatio, CountedKeys.InExchangeFor, CountedKeys.MinimumPerYear }.Select(k => k.Name)];

    /// <summary>The scenario at its dose.</summary>
    public YamlMap Apply(YamlMap scenario)
    {
        if (scenario[Key] is not YamlText dose)
        {
            return scenario;
        }

        if (dose.Text is not (Indicators.Promised or Indicators.Delivered))
        {
            bag.Add(dose.File, dose.Line, dose.Column, $"unknown dose '{dose.Text}'; use {Indicators.Promised} or {Indicators.Delivered}");
        }

        return dose.Text == Indicators.Delivered && scenario[CommonKeys.Agreements] is YamlMap agreements
            ? Replace(scenario, CommonKeys.Agreements, agreements with { Entries = [.. agreements.Entries.Select(OfAgreement)] })
            : scenario;
    }

    private static YamlMap Replace(YamlMap map, string key, YamlItem value) =>
        map with { Entries = [.. map.Entries.Select(e => e.Key.Text == key ? e with { Value = value } : e)] };

    private YamlEntry OfAgreement(YamlEntry agreement)
    {
        if (agreement.Value is not YamlMap map || map[AgreementKeys.Provisions.Name] is not YamlMap provisions)
        {
            return agreement;
        }

        string[] given = [.. provisions.Entries.Where(e => e.Value is YamlMap p && p[DeliveredSeries.Key] is YamlMap).Select(e => e.Key.Text)];
        return agreement with
        {
            Value = Replace(map, AgreementKeys.Provisions.Name, provisions with { Entries = [.. provisions.Entries.SelectMany(e => OfProvision(e, given))] }),
        };
    }

    private IEnumerable<YamlEntry> OfProvision(YamlEntry provision, string[] given)
    {
        if (provision.Value is not YamlMap map)
        {
            return [provision];
        }

        if (!given.Contains(provision.Key.Text))
        {
            // What was reciprocal to a clause that is counted now stands by itself.
            return [Ties.Any(t => map[t] is YamlText other && given.Contains(other.Text))
                ? provision with { Value = map with { Entries = [.. map.Entries.Where(e => !Ties.Contains(e.Key.Text))] } }
                : provision];
        }

        var reader = new MapReader(map, bag);
        return map[ClauseKeys.Lever.Name] is YamlText name && LeverTable.All.TryGetValue(name.Text, out var lever) && DeliveredSeries.Read(reader, reader.Month(ClauseKeys.From.Name)) is { } series
            ? Months(provision, map, lever, series)
            : [provision];
    }

    /// <summary>One clause for each run of months with the same count; none for months without.</summary>
    private static IEnumerable<YamlEntry> Months(YamlEntry provision, YamlMap map, LeverDefinition lever, DeliveredSeries series)
    {
        string?[] sizes = [lever.SizeKey, lever.YearlyKey, lever.StockKey];
        YamlEntry[] kept = [.. map.Entries.Where(e => !Replaced.Contains(e.Key.Text) && !sizes.Contains(e.Key.Text))];
        var (first, last) = series.Span;
        for (var start = first; start <= last;)
        {
            var value = series.ByMonth.GetValueOrDefault(start);
            var end = start + 1;
            while (end <= last && series.ByMonth.GetValueOrDefault(end) == value)
            {
                end++;
            }

            if (value > 0)
            {
                yield return new YamlEntry(
                    provision.Key with { Text = $"{provision.Key.Text}-{CalendarMonth.Format(start)}" },
                    map with
                    {
                        Entries =
                        [
                            .. kept,
                            Entry(lever.SizeKey, value.ToString("0.###", CultureInfo.InvariantCulture)),
                            Entry(ClauseKeys.From.Name, CalendarMonth.Format(start)), Entry(ClauseKeys.To.Name, CalendarMonth.Format(end)),
                            Entry(CommonKeys.Basis.Name, CommonKeys.Published), Entry(CommonKeys.Source.Name, series.Source, isQuoted: true),
                        ],
                    });
            }

            start = end;
        }

        YamlEntry Entry(string key, string text, bool isQuoted = false) => new(
            new YamlText(map.File, map.Line, map.Column, key), new YamlText(map.File, map.Line, map.Column, text) { IsQuoted = isQuoted });
    }
}
