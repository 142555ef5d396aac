using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Status;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;

namespace CorridorSim.Cli.Verbs.Compare;

/// <summary>What a comparison says: paired effects of each other on the base.</summary>
/// <param name="order">What was asked for.</param>
/// <param name="ensembles">The base and the others.</param>
/// <param name="titles">Titles of those that were simulated from files.</param>
/// <param name="showsAll">True to gather no rows.</param>
/// <param name="step">Length of periods for which effects are shown beside those of the whole; null for none.</param>
internal sealed class CompareReport(
    ComparisonOrder order, IReadOnlyList<IEnsemble> ensembles, IReadOnlyDictionary<IEnsemble, string> titles, bool showsAll, ReportStep? step = null)
{
    private readonly (string Name, Comparison Comparison)[] _comparisons =
        [.. ensembles.Skip(1).Select((e, i) => (Name(e, order.Others[i]), new Comparison(ensembles[0], e)))];

    /// <summary>Why something cannot be compared; null when all can.</summary>
    public string? Obstacle => _comparisons.Select(c => c.Comparison.Obstacle).FirstOrDefault(o => o is not null);

    private string BaseName => Name(ensembles[0], order.Base);

    /// <summary>What each condition is of each other.</summary>
    public IReadOnlyList<(EffectCondition Condition, string Other, ConditionAnswer Answer)> Answers() =>
        [.. from comparison in _comparisons from condition in order.FailIf select (condition, comparison.Name, condition.Judge(comparison.Comparison, order.At))];

    public async Task WriteTextAsync()
    {
        foreach (var (name, comparison) in _comparisons)
        {
            var pairs = Math.Min(ensembles[0].Replicates, comparison.Other.Replicates);
            await Console.Out.WriteLineAsync(Titled(comparison.Other, name));
            await Console.Out.WriteLineAsync($"compared with {Titled(ensembles[0], BaseName)}");
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{pairs} paired simulations with the same random draws, {(order.At ?? comparison.Common)?.Spell()}. Effect: median difference, simulation by simulation."));
            await Console.Out.WriteLineAsync();
            var (effects, places) = (Effects(comparison), WorldWords.Of(comparison.Other));
            await Console.Out.WriteLineAsync(order.Indicators.Count == 0
                ? new HeadlineTable(showsAll, places).Effects(comparison.Headline.Zip(effects))
                : Details(effects, places));
            if (step is { } by)
            {
                await Console.Out.WriteLineAsync(new StepTable(comparison, by, order.At).Text(Chosen(comparison), places));
            }

            await Console.Out.WriteAsync(StatusLines.Text(Status(comparison), new StatusWords(places)));
        }
    }

    public Task WriteJsonAsync()
    {
        object[] all = [.. _comparisons.Select(c => new { Base = BaseName, Other = c.Name, Effects = Effects(c.Comparison).Select(EffectJson.Of), Periods = Periods(c.Comparison), Agreements = StatusLines.Json(Status(c.Comparison)) })];
        var (name, comparison) = _comparisons[0];
        return JsonOutput.WriteAsync(new
        {
            Base = BaseName,
            Other = name,
            Effects = Effects(comparison).Select(EffectJson.Of),
            Periods = Periods(comparison),
            Agreements = StatusLines.Json(Status(comparison)),
            Comparisons = all.Length > 1 ? all : null,
            FailIf = Answers().GroupBy(a => a.Condition.Text).Select(g => new
            {
                Condition = g.Key,
                IsTrue = g.Any(a => a.Answer.IsTrue == true) ? true : g.Any(a => a.Answer.IsTrue is null) ? (bool?)null : false,
                Lack = g.Select(a => a.Answer.Lack).FirstOrDefault(l => l.Length > 0),
            }),
        });
    }

    private IReadOnlyList<AgreementStatus> Status(Comparison comparison) =>
        comparison.Obstacle is null ? new StatusReader(comparison.Other, ensembles[0], (comparison.Other as ResultEnsemble)?.World).Read() : [];

    private string Titled(IEnsemble ensemble, string name) => titles.TryGetValue(ensemble, out var title) ? $"{title} ({name})" : name;

    private static string Name(IEnsemble ensemble, string reference) => ensemble is StoredEnsemble stored ? $"{stored.Name} ({stored.Run.Manifest.Id})"
        : ComparedEnsembles.IsFile(reference) ? ensemble.Name : reference;

    private object[]? Periods(Comparison comparison) => step is { } by ? [.. new StepTable(comparison, by, order.At).Json(Chosen(comparison))] : null;

    private IReadOnlyList<IndicatorName> Chosen(Comparison comparison) => order.Indicators.Count == 0
        ? [.. comparison.Headline.Select(h => h.Name).Where(n => n.Where is null)]
        : [.. order.Indicators.SelectMany(p => p.In(ensembles[0])).Distinct()];

    private IReadOnlyList<Effect> Effects(Comparison comparison) => order.Indicators.Count == 0
        ? comparison.OnHeadline(order.At)
        : [.. order.Indicators.SelectMany(p => p.In(ensembles[0])).Distinct().Select(n => comparison.On(n, order.At))];

    private static string Details(IReadOnlyList<Effect> effects, PlaceWords? places)
    {
        var table = new TextTable(
            new TextColumn("indicator", IsRight: false),
            new TextColumn("unit", IsRight: false, MayGo: true),
            new TextColumn("baseline"),
            new TextColumn("scenario"),
            new TextColumn("effect"),
            new TextColumn("90% interval"),
            new TextColumn("simulations that agree"),
            new TextColumn("direction", IsRight: false),
            new TextColumn("simulations needed"));
        foreach (var effect in effects)
        {
            var (unit, summary) = (effect.Other.Unit, effect.Summary);
            table.Row(
                places?.SeriesOf(IndicatorName.Parse(effect.Other.Name)) ?? effect.Other.Name,
                unit,
                Figures.Level(effect.BaseMedian, unit),
                Figures.Level(effect.OtherMedian, unit),
                Figures.Difference(summary.Median, unit),
                Figures.Differences(summary.P05, summary.P95, unit),
                summary.Verdict is Verdict.ExactlyZero or Verdict.Undefined ? "-" : (summary.ShareSameSign * 100).ToString("0", CultureInfo.InvariantCulture) + "%",
                effect.VerdictInWords,
                summary.ReplicatesToTell?.ToString("#,0", CultureInfo.InvariantCulture) ?? "-");
        }

        return table.Render(Screen.Width);
    }
}
