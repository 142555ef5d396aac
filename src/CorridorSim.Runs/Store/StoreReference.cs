using CorridorSim.Runs.Files;

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
    /// <param name="damaged">What cannot be read, and may be what is meant.</param>
    /// <param name="kind">What is looked for: run, sweep, or run or sweep.</param>
    /// <param name="store">The store; it is told what is passed over.</param>
    /// <exception cref="RunNotFoundException">None, or more than one, answers to the reference.</exception>
    /// <exception cref="RunStoreException">What alone can be meant is damaged.</exception>
    public static T Find<T>(
        string reference, IReadOnlyList<T> entries, Func<T, ReferenceSigns> signs, IReadOnlyList<DamagedRun> damaged, string kind, RunStore store)
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
        DamagedRun[] others = found.Length > 1 ? [] : [.. damaged.Where(d => CouldMean(reference, d, found)).OrderByDescending(d => d.Id, StringComparer.Ordinal)];
        if (found.Length == 1 && others is [var other, .. var more])
        {
            store.SayPassedOver(
                $"'{reference}' is taken to mean {found[0].Signs.Id}; {other.Id} is damaged and passed over{(more.Length > 0 ? $", and so are {more.Length} more" : string.Empty)}: {other.Reason}");
        }

        return found.Length switch
        {
            1 => found[0].Entry,
            0 when others is [var only, ..] => throw new RunStoreException(only.Reason),
            0 => throw new RunNotFoundException(
                $"No {kind} '{reference}' in {store.Folder}; use an identifier that 'list' shows, its start, a name, or '{RunStore.Latest}'."),
            _ => throw new RunNotFoundException($"'{reference}' means {found.Length} {kind.Replace("run", "runs", StringComparison.Ordinal).Replace("sweep", "sweeps", StringComparison.Ordinal)} ({Listed(found.Select(f => f.Signs.Id))}); write the whole identifier of one."),
        };
    }

    /// <summary>Whether a reference that found this, or nothing, may have been meant for something damaged.</summary>
    private static bool CouldMean<T>(string reference, DamagedRun damaged, (T Entry, ReferenceSigns Signs)[] found)
    {
        if (found is [var (_, signs)] && (signs.Id == reference || ((reference == RunStore.Latest || signs.SweepFile == reference) && RunId.IsOlder(damaged.Id, signs.Id))))
        {
            return false;
        }

        return reference == RunStore.Latest
            || LabelFile.Of(damaged.Folder).Name == reference
            || RunId.IsOf(damaged.Id, reference)
            || (reference.Length > 0 && damaged.Id.StartsWith(reference, StringComparison.Ordinal));
    }

    private static string Listed(IEnumerable<string> ids) =>
        string.Join(", ", ids.Take(MaxListed)) + (ids.Count() > MaxListed ? $" and {ids.Count() - MaxListed} more" : string.Empty);
}

/// <summary>What a run or a sweep answers to.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">The name that people gave it, or null.</param>
/// <param name="SweepFile">The id of the file of a sweep; null of a run.</param>
internal readonly record struct ReferenceSigns(string Id, string? Name, string? SweepFile);
