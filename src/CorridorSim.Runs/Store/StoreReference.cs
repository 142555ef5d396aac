namespace CorridorSim.Runs.Store;

/// <summary>
/// How people name what is in a store: by identifier, as <c>latest</c>, by a name that was given, by the id of a sweep file (the
/// newest sweep of it), or by the start of an identifier; the first of these that fits counts.
/// </summary>
internal static class StoreReference
{
    private const int MaxListed = 10;

    /// <summary>The one entry that is meant.</summary>
    /// <param name="reference">What was written.</param>
    /// <param name="entries">What there is, newest first.</param>
    /// <param name="signs">What an entry answers to.</param>
    /// <param name="kind">What is looked for: run, sweep, or run or sweep.</param>
    /// <param name="store">Folder of the store.</param>
    /// <exception cref="RunNotFoundException">None, or more than one, answers to the reference.</exception>
    public static T Find<T>(string reference, IReadOnlyList<T> entries, Func<T, ReferenceSigns> signs, string kind, string store)
    {
        ArgumentNullException.ThrowIfNull(reference);
        (T Entry, ReferenceSigns Signs)[] known = [.. entries.Select(e => (e, signs(e)))];
        IEnumerable<IEnumerable<(T Entry, ReferenceSigns Signs)>> steps =
        [
            known.Where(e => e.Signs.Id == reference),
            known.Where(_ => reference == RunStore.Latest).Take(1),
            known.Where(e => e.Signs.Name == reference),
            known.Where(e => e.Signs.SweepFile == reference).Take(1),
            known.Where(e => reference.Length > 0 && e.Signs.Id.StartsWith(reference, StringComparison.Ordinal)),
        ];
        (T Entry, ReferenceSigns Signs)[] found = [.. steps.FirstOrDefault(s => s.Any()) ?? []];
        return found.Length switch
        {
            1 => found[0].Entry,
            0 => throw new RunNotFoundException(
                $"No {kind} '{reference}' in {store}; use an identifier that 'list' shows, its start, a name, or '{RunStore.Latest}'."),
            _ => throw new RunNotFoundException($"'{reference}' means {found.Length} {kind.Replace("run", "runs", StringComparison.Ordinal).Replace("sweep", "sweeps", StringComparison.Ordinal)} ({Listed(found.Select(f => f.Signs.Id))}); write the whole identifier of one."),
        };
    }

    private static string Listed(IEnumerable<string> ids) =>
        string.Join(", ", ids.Take(MaxListed)) + (ids.Count() > MaxListed ? $" and {ids.Count() - MaxListed} more" : string.Empty);
}

/// <summary>What a run or a sweep answers to.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">The name that people gave it, or null.</param>
/// <param name="SweepFile">The id of the file of a sweep; null of a run.</param>
internal readonly record struct ReferenceSigns(string Id, string? Name, string? SweepFile);
