using System.Globalization;
using CorridorSim.Analysis.Reports.Markup;
using CorridorSim.Analysis.Validation;
using CorridorSim.Model;
using CorridorSim.Model.Policy;

namespace CorridorSim.Analysis.Reports.Charts;

/// <summary>An SVG of one series of a backtest: observed months as dots, median, 50 and 90 % bands, on a logarithmic scale.</summary>
public sealed class BacktestPlot
{
    private const int PlotWidth = 900;
    private const int Height = 400;
    private const int Left = 78;
    private const int Right = 16;
    private const int Top = 72;
    private const int Bottom = 34;
    private const int KeyStep = 15;
    private const int KeyIndent = 20;
    private const int LettersOfKey = 120;

    private readonly IReadOnlyList<BacktestMonth> _months;
    private readonly int _origin;
    private readonly double _least;
    private readonly double _greatest;

    private BacktestPlot(IReadOnlyList<BacktestMonth> months, int origin)
    {
        (_months, _origin) = (months, origin);
        double[] values = [.. months.SelectMany(m => new[] { m.Observed, m.P05, m.P95 }).Where(double.IsFinite).Select(Scale)];
        (_least, _greatest) = (Math.Floor(values.Min()), Math.Max(Math.Ceiling(values.Max()), Math.Floor(values.Min()) + 1));
    }

    /// <summary>Draws a series.</summary>
    /// <param name="title">The series in words.</param>
    /// <param name="months">Its months in order, at least one with a forecast.</param>
    /// <param name="origin">First month that is forecast.</param>
    /// <param name="marks">Dated measures: month and name.</param>
    /// <returns>A whole SVG file.</returns>
    public static string Draw(string title, IReadOnlyList<BacktestMonth> months, int origin, IEnumerable<(string Month, string Measure)> marks)
    {
        ArgumentNullException.ThrowIfNull(months);
        ArgumentNullException.ThrowIfNull(marks);
        var plot = new BacktestPlot(months, origin);
        var keys = plot.Keys(marks);
        var height = Height + (keys.Count == 0 ? 0 : (keys.Sum(k => k.Lines.Count) + 1) * KeyStep);
        return Html.Of(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{PlotWidth}" height="{height}" viewBox="0 0 {PlotWidth} {height}" font-family="DejaVu Sans, sans-serif" font-size="12">
            <rect width="{PlotWidth}" height="{height}" fill="#fff"/>
            <text x="{Left}" y="20" font-size="15" font-weight="bold">{title}</text>
            {Legend()}{plot.Forecast()}{plot.Grid()}{plot.Band(m => m.P05, m => m.P95, "#cfe0f3")}{plot.Band(m => m.P25, m => m.P75, "#8fb8e0")}{plot.Marks(keys)}{plot.Median()}{plot.Dots()}{plot.Note()}
            </svg>
            """).ToString() + "\n";
    }

    // log10(1 + flow), the scale of the scores: a month without anybody has a place.
    private static double Scale(double value) => Math.Log10(1 + Math.Max(value, 0));

    private double X(double index) => Left + ((PlotWidth - Left - Right) * (_months.Count == 1 ? 0.5 : index / (_months.Count - 1)));

    private double Y(double value) => Top + ((Height - Top - Bottom) * (_greatest - Scale(value)) / (_greatest - _least));

    private static Html Legend() => Html.Of(
        $"""
        <g fill="#333"><circle cx="{Left + 4}" cy="36" r="3.5" fill="#111"/><text x="{Left + 12}" y="40">observed</text>
        <line x1="{Left + 82}" x2="{Left + 102}" y1="36" y2="36" stroke="#15549a" stroke-width="2"/><text x="{Left + 107}" y="40">median</text>
        <rect x="{Left + 162}" y="29" width="14" height="14" fill="#8fb8e0"/><text x="{Left + 180}" y="40">50%</text>
        <rect x="{Left + 222}" y="29" width="14" height="14" fill="#cfe0f3"/><text x="{Left + 240}" y="40">90% bands</text></g>
        """);

    private int FirstForecast => _origin - CalendarMonth.Parse(_months[0].Month);

    private Html Forecast() => FirstForecast <= 0
        ? Html.Empty
        : Html.Of($"<rect x=\"{X(FirstForecast - 0.5):0.#}\" y=\"{Top}\" width=\"{PlotWidth - Right - X(FirstForecast - 0.5):0.#}\" height=\"{Height - Top - Bottom}\" fill=\"#fbf3e2\"/>");

    private Html Note() => FirstForecast <= 0
        ? Html.Empty
        : Html.Of($"<text x=\"{X(FirstForecast - 0.5) - 5:0.#}\" y=\"{Height - Bottom - 8}\" text-anchor=\"end\" fill=\"#8a6d1f\">shaded: forecast</text>");

    private IEnumerable<Html> Grid()
    {
        for (var power = (int)_least; power <= _greatest; power++)
        {
            // Ticks stand where 1 + flow is a power of ten, but for the lowest the difference does not show.
            var value = power == 0 ? 0 : Math.Pow(10, power);
            yield return Html.Of($"<line x1=\"{Left}\" x2=\"{PlotWidth - Right}\" y1=\"{Y(value):0.#}\" y2=\"{Y(value):0.#}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(value) + 4:0.#}\" text-anchor=\"end\" fill=\"#555\">{value.ToString("N0", CultureInfo.InvariantCulture)}</text>");
        }

        for (var index = 0; index < _months.Count; index += 3)
        {
            yield return Html.Of($"<text x=\"{X(index):0.#}\" y=\"{Height - Bottom + 20}\" text-anchor=\"{(index == _months.Count - 1 ? "end" : "middle")}\" fill=\"#555\">{_months[index].Month}</text>");
        }
    }

    /// <summary>The months with dated measures that are drawn, with what began in them.</summary>
    private List<(int Index, List<string> Lines)> Keys(IEnumerable<(string Month, string Measure)> marks)
    {
        var first = CalendarMonth.Parse(_months[0].Month);
        return
        [
            .. from mark in marks.Distinct()
               group mark.Measure by CalendarMonth.Parse(mark.Month) - first into month
               where month.Key >= 0 && month.Key < _months.Count
               orderby month.Key
               select (month.Key, Wrapped($"{_months[month.Key].Month}: {string.Join("; ", month.Distinct().Order(StringComparer.Ordinal))}")),
        ];
    }

    private static List<string> Wrapped(string text)
    {
        var lines = new List<string> { string.Empty };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= LettersOfKey)
            {
                lines.Add(string.Empty);
            }

            lines[^1] += lines[^1].Length == 0 ? word : $" {word}";
        }

        return lines;
    }

    /// <summary>A numbered line for each month with measures, and below the plot what the numbers stand for.</summary>
    private IEnumerable<Html> Marks(List<(int Index, List<string> Lines)> keys)
    {
        var y = Height;
        for (var k = 0; k < keys.Count; k++)
        {
            var (x, number) = (X(keys[k].Index), k + 1);
            yield return Html.Of(
                $"<line x1=\"{x:0.#}\" x2=\"{x:0.#}\" y1=\"{Top - 4}\" y2=\"{Height - Bottom}\" stroke=\"#b5521b\" stroke-dasharray=\"4 3\"/><text x=\"{x:0.#}\" y=\"{Top - 9}\" text-anchor=\"middle\" fill=\"#b5521b\" font-weight=\"bold\">{number}</text>"
                + $"<text x=\"{Left}\" y=\"{y + KeyStep}\" font-size=\"11\" fill=\"#b5521b\" font-weight=\"bold\">{number}</text>");
            foreach (var line in keys[k].Lines)
            {
                y += KeyStep;
                yield return Html.Of($"<text x=\"{Left + KeyIndent}\" y=\"{y}\" font-size=\"11\" fill=\"#333\">{line}</text>");
            }
        }
    }

    private Html Band(Func<BacktestMonth, double> lower, Func<BacktestMonth, double> upper, string colour)
    {
        int[] drawn = [.. Drawn()];
        var points = drawn.Select(i => Point(i, upper(_months[i]))).Concat(drawn.Reverse().Select(i => Point(i, lower(_months[i]))));
        return Html.Of($"<polygon points=\"{string.Join(' ', points)}\" fill=\"{colour}\" fill-opacity=\"0.8\"/>");
    }

    private Html Median() => Html.Of(
        $"<polyline points=\"{string.Join(' ', Drawn().Select(i => Point(i, _months[i].Median)))}\" fill=\"none\" stroke=\"#15549a\" stroke-width=\"2\"/>");

    private IEnumerable<Html> Dots() =>
        from index in Enumerable.Range(0, _months.Count)
        where double.IsFinite(_months[index].Observed)
        select Html.Of($"<circle cx=\"{X(index):0.#}\" cy=\"{Y(_months[index].Observed):0.#}\" r=\"3.5\" fill=\"#111\"/>");

    private IEnumerable<int> Drawn() => Enumerable.Range(0, _months.Count).Where(i => double.IsFinite(_months[i].Median));

    private string Point(int index, double value) => string.Create(CultureInfo.InvariantCulture, $"{X(index):0.#},{Y(value):0.#}");
}
