using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Reports.Markup;

namespace CorridorSim.Analysis.Reports.Charts;

/// <summary>An SVG: how many months central intervals held, beside how many they should; a line per range of months ahead.</summary>
public static class ReliabilityPlot
{
    private const int Side = 420;
    private const int Left = 60;
    private const int Top = 56;

    private static readonly string[] Colours = ["#15549a", "#2c8a57", "#b3661b", "#8a2b6b"];

    /// <summary>Draws nationalities and totals side by side.</summary>
    /// <param name="scores">Scores by range of months ahead; those of all series together are drawn.</param>
    /// <returns>A whole SVG file.</returns>
    public static string Draw(IEnumerable<HorizonScore> scores)
    {
        HorizonScore[] drawn = [.. scores.Where(s => s.Series == HorizonScore.AllSeries)];
        const int Width = (2 * (Side + Left)) + 40;
        const int Height = Side + Top + 50;
        return Html.Of(
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{Height}" viewBox="0 0 {Width} {Height}" font-family="DejaVu Sans, sans-serif" font-size="12">
            <rect width="{Width}" height="{Height}" fill="#fff"/>
            {Panel(Left, "Single nationalities", drawn.Where(s => !s.IsTotal))}
            {Panel((2 * Left) + Side + 20, "All nationalities together", drawn.Where(s => s.IsTotal))}
            </svg>
            """).ToString() + "\n";
    }

    private static Html Panel(int left, string title, IEnumerable<HorizonScore> scores) => Html.Of(
        $"""
        <text x="{left}" y="20" font-size="15" font-weight="bold">{title}</text>
        {Html.Join(scores.Select((s, i) => Html.Of($"<text x=\"{left + (i * 105)}\" y=\"42\" fill=\"{Colours[i % Colours.Length]}\">{s.First} to {s.Last} months</text>")))}
        <rect x="{left}" y="{Top}" width="{Side}" height="{Side}" fill="none" stroke="#888"/>
        <line x1="{left}" y1="{Top + Side}" x2="{left + Side}" y2="{Top}" stroke="#888" stroke-dasharray="4 4"/>
        {Html.Join(new[] { 0, 25, 50, 75, 100 }.Select(tick => Tick(left, tick)))}
        {Html.Join(scores.Select((s, i) => Line(left, s, Colours[i % Colours.Length])))}
        <text x="{left + (Side / 2)}" y="{Top + Side + 36}" text-anchor="middle">share the interval should hold</text>
        """);

    private static Html Tick(int left, int percent) => Html.Of(
        $"""
        <text x="{left + (Side * percent / 100)}" y="{Top + Side + 18}" text-anchor="middle" fill="#333">{percent}%</text>
        <text x="{left - 6}" y="{Top + Side - (Side * percent / 100) + 4}" text-anchor="end" fill="#333">{percent}%</text>
        """);

    private static Html Line(int left, HorizonScore score, string colour)
    {
        var points = HorizonScore.Levels.Select((level, i) => FormattableString.Invariant($"{left + (Side * level):0.#},{Top + Side - (Side * score.Held[i]):0.#}"));
        return Html.Of($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', points)}\"/>");
    }
}
