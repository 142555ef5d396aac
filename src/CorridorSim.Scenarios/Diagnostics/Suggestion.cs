namespace CorridorSim.Scenarios.Diagnostics;

/// <summary>Finds the valid name that is nearest to a wrong one.</summary>
public static class Suggestion
{
    private const int MostDistance = 4;
    private const int MostInFull = 40;
    private const int MostOfMany = 12;
    private const int LeastBeginning = 4;

    /// <summary>A hint such as <c>; did you mean 'channel'?</c>, or a list of valid names, the likeliest first.</summary>
    public static string For(string wrong, IEnumerable<string> valid)
    {
        ArgumentNullException.ThrowIfNull(wrong);
        string[] names = [.. valid.Distinct().Order(StringComparer.Ordinal)];
        if (Nearest(wrong, names) is { } nearest)
        {
            return $"; did you mean '{nearest}'?";
        }

        // Who leaves out the end of a long name means the first that goes on so.
        if (wrong.Length >= LeastBeginning && names.FirstOrDefault(n => n.StartsWith(wrong, StringComparison.OrdinalIgnoreCase)) is { } longer)
        {
            return $"; did you mean '{longer}'?";
        }

        var listed = string.Join(", ", names.OrderBy(n => Distance(wrong, n)).Take(names.Length > MostInFull ? MostOfMany : MostInFull).Order(StringComparer.Ordinal));
        return names.Length == 0 ? string.Empty
            : names.Length > MostInFull ? $"; use one of {names.Length}, such as {listed}"
            : $"; use one of: {listed}";
    }

    /// <summary>The valid name that is like a wrong one; null when none is.</summary>
    public static string? Nearest(string wrong, IEnumerable<string> valid)
    {
        ArgumentNullException.ThrowIfNull(wrong);
        var nearest = valid.Order(StringComparer.Ordinal).MinBy(n => Distance(wrong, n));
        return nearest is not null && Distance(wrong, nearest) <= Math.Min(MostDistance, Math.Max(1, nearest.TrimStart('-').Length / 2)) ? nearest : null;
    }

    private static int Distance(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + cost));
            }
        }

        return row[b.Length];
    }
}
