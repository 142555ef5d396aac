namespace CorridorSim.Architecture.Tests;

/// <summary>Finds what reaches itself along arrows.</summary>
internal static class Circles
{
    /// <summary>Groups of two or more that all reach each other, in order of names.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IEnumerable<(string From, string To)> arrows)
    {
        var next = arrows.ToLookup(a => a.From, a => a.To);
        string[] all = [.. next.Select(g => g.Key).Order(StringComparer.Ordinal)];
        var reached = all.ToDictionary(from => from, from => Reached(from, next), StringComparer.Ordinal);
        return
        [
            .. all.Where(a => reached[a].Contains(a))
                .GroupBy(a => string.Join(' ', all.Where(b => reached[a].Contains(b) && reached[b].Contains(a))))
                .Select(g => (IReadOnlyList<string>)[.. g]),
        ];
    }

    private static HashSet<string> Reached(string start, ILookup<string, string> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(next[start]);
        while (waiting.TryPop(out var one))
        {
            if (reached.Add(one))
            {
                foreach (var another in next[one])
                {
                    waiting.Push(another);
                }
            }
        }

        return reached;
    }
}
