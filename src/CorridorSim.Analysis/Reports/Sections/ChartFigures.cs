using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Records;
using CorridorSim.Analysis.Reports.Charts;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Words;
using CorridorSim.Model;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Reports.Sections;

/// <summary>Figures with one indicator: levels of all ensembles, and the paired difference of each subject from the base.</summary>
/// <param name="question">What is reported.</param>
/// <param name="isShort">Without the tables of their data, for paper.</param>
/// <param name="prefix">What identifiers begin with, where an indicator may stand in two sections.</param>
internal sealed class ChartFigures(ReportQuestion question, bool isShort = false, string prefix = "")
{
    private readonly IndicatorReader? _base = question.Base is { } known ? new IndicatorReader(known.Ensemble) : null;
    private readonly IndicatorReader[] _subjects = [.. question.Subjects.Select(s => new IndicatorReader(s.Ensemble))];
    private readonly IReadOnlyList<ChartMark> _marks = PolicyMarks.Of(question);
    private readonly RecordedMonths? _record = question.Subjects[0].Record;

    /// <summary>Whether every ensemble has recorded an indicator.</summary>
    public bool IsRecorded(HeadlineIndicator indicator) =>
        _subjects.Select(r => r.Ensemble).Concat(_base is null ? [] : [_base.Ensemble]).All(e => Headline.Of(e).Any(h => h.Name == indicator.Name));

    /// <summary>Levels, and differences beside them.</summary>
    public Html LevelAndDifference(HeadlineIndicator indicator)
    {
        var named = indicator with { Words = question.WordsOf(indicator) };
        return Html.Of(
            $"""
            <div class="pair">
            {Levels(named)}
            {(_base is null ? Html.Empty : Differences(named))}
            </div>
            """);
    }

    /// <summary>Differences where there is a base, else levels.</summary>
    public Html Only(HeadlineIndicator indicator) => _base is null ? Levels(indicator) : Differences(indicator);

    private Html Levels(HeadlineIndicator indicator)
    {
        ChartLine[] lines =
        [
            .. _base is null ? [] : new[] { new ChartLine(question.LabelOf(question.Base!), ChartLine.Base, Fan.Of(_base.Monthly(indicator.Name))) },
            .. _subjects.Select((s, i) => new ChartLine(question.LabelOf(question.Subjects[i]), Color(i), Fan.Of(s.Monthly(indicator.Name)))),
        ];
        return Figure(indicator, Level, Capital(indicator.Words), $"{Unit(indicator)}; {string.Join(" and ", lines.Select(l => l.Name))}.", lines);
    }

    private Html Differences(HeadlineIndicator indicator)
    {
        var findings = question.Comparisons.Select(c => new Finding(indicator, c.On(indicator.Name, words: indicator.Words))).ToArray();
        ChartLine[] lines =
        [
            .. question.Comparisons.Select((c, i) => new ChartLine(question.LabelOf(question.Subjects[i]), Color(i), Fan.Of(c.MonthlyDifferences(indicator.Name)))),
        ];
        var odds = string.Join("; ", findings.Select((f, i) => findings.Length == 1 ? f.Odds : $"{question.LabelOf(question.Subjects[i])} {f.Odds}"));
        return lines.All(l => l.Fan.IsZero)
            ? Html.Of($"<figure><figcaption><strong>{EffectTitle(indicator)}</strong> no change in any month of any simulation.</figcaption></figure>")
            : Figure(indicator, "difference", EffectTitle(indicator), $"{Unit(indicator)}; over the whole period {odds}.", lines);
    }

    private string EffectTitle(HeadlineIndicator indicator) => isShort ? $"Effect on {indicator.Words}" : "Effect";

    private Html Figure(HeadlineIndicator indicator, string kind, string title, string words, ChartLine[] lines)
    {
        var observed = kind == Level ? _record?.Monthly(indicator.Name) : null;
        var id = $"{prefix}{kind}-{Slug(indicator.Name.ToString())}";
        var (firstMonth, unit) = (question.Subjects[0].Ensemble.FirstMonth, _subjects[0].Unit(indicator.Name));
        var description = $"{indicator.Words}, {words} Medians by month, with bands that hold 50% and 90% of the simulations{(isShort ? string.Empty : "; the table below has the values")}.";
        return Html.Of(
            $"""
            <figure id="{id}">
            <figcaption><strong>{title}</strong> {words}</figcaption>
            {Legend(lines, observed is not null)}
            {FanChart.Draw(id, $"{title}: {indicator.Words}", description, unit, firstMonth, lines, _marks, _record?.LastFitted, observed)}
            {(isShort ? Html.Empty : MonthTable.Write(firstMonth, lines, unit, observed))}
            </figure>
            """);
    }

    private Html Legend(ChartLine[] lines, bool isObserved)
    {
        var names = lines.Length > 1 || isObserved ? lines.Select(l => Html.Of($"<span><i class=\"swatch {l.Color}\"></i>{l.Name}</span> ")) : [];
        var last = question.Subjects[0].Ensemble.FirstMonth + question.Subjects[0].Ensemble.Months - 1;
        return Html.Of($"<p class=\"legend\">{names}{(isObserved ? RecordWords.Observed : Html.Empty)}{RecordWords.Shade(_record?.LastFitted, last)}</p>");
    }

    private string Unit(HeadlineIndicator indicator) =>
        _subjects[0].Unit(indicator.Name).Replace(Units.EachMonth, " a month", StringComparison.Ordinal);

    private static string Color(int subject) => FormattableString.Invariant($"c{(subject % Palette) + 1}");

    private const int Palette = 8;

    private const string Level = "level";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>An identifier of letters, digits and hyphens; other characters by their code, so that two names never meet.</summary>
    private static string Slug(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c.ToString() : FormattableString.Invariant($"_{(int)c}_")));
}

/// <summary>The date from which the first clause of a scenario differs from its base.</summary>
internal static class PolicyMarks
{
    public static IReadOnlyList<ChartMark> Of(ReportQuestion question)
    {
        if (question is not { Subjects: [{ Scenario: { } scenario }], Base.Scenario: { } baseline })
        {
            return [];
        }

        var changed = ClauseChange.Of(scenario, baseline)[true].Select(c => c.Clause.From).Where(double.IsFinite).ToArray();
        return changed.Length == 0 ? [] : [new ChartMark(changed.Min(), "first clause in force")];
    }
}
