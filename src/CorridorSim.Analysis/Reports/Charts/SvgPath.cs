using System.Globalization;
using System.Text;
using CorridorSim.Analysis.Reports.Markup;

namespace CorridorSim.Analysis.Reports.Charts;

/// <summary>Paths through monthly values; a month without a value interrupts them.</summary>
internal static class SvgPath
{
    /// <summary>A line through the values.</summary>
    public static string Along(ChartFrame frame, double[] values)
    {
        var path = new StringBuilder();
        foreach (var (first, last) in Runs(values.Length, month => double.IsFinite(values[month])))
        {
            for (var month = first; month <= last; month++)
            {
                Add(path, month == first ? 'M' : 'L', frame.X(month), frame.Y(values[month]));
            }
        }

        return path.ToString();
    }

    /// <summary>The area between two lines.</summary>
    public static string Between(ChartFrame frame, double[] lower, double[] upper)
    {
        var path = new StringBuilder();
        foreach (var (first, last) in Runs(lower.Length, month => double.IsFinite(lower[month]) && double.IsFinite(upper[month])))
        {
            for (var month = first; month <= last; month++)
            {
                Add(path, month == first ? 'M' : 'L', frame.X(month), frame.Y(upper[month]));
            }

            for (var month = last; month >= first; month--)
            {
                Add(path, 'L', frame.X(month), frame.Y(lower[month]));
            }

            path.Append('Z');
        }

        return path.ToString();
    }

    private static IEnumerable<(int First, int Last)> Runs(int months, Func<int, bool> isThere)
    {
        for (var month = 0; month < months; month++)
        {
            if (!isThere(month))
            {
                continue;
            }

            var first = month;
            while (month + 1 < months && isThere(month + 1))
            {
                month++;
            }

            yield return (first, month);
        }
    }

    private static void Add(StringBuilder path, char command, double x, double y) =>
        path.Append(command).Append(x.ToString("0.#", CultureInfo.InvariantCulture)).Append(' ').Append(y.ToString("0.#", CultureInfo.InvariantCulture));
}

/// <summary>An SVG image in the page, with the title and description that screen readers say.</summary>
internal static class SvgImage
{
    public static Html Of(string id, string title, string description, Html content) => Html.Of(
        $"""
        <svg role="img" viewBox="0 0 {ChartFrame.Width} {ChartFrame.Height}" aria-labelledby="{id}-title {id}-desc">
        <title id="{id}-title">{title}</title><desc id="{id}-desc">{description}</desc>
        {content}
        </svg>
        """);
}
