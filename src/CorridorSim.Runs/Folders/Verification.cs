namespace CorridorSim.Runs.Folders;

/// <summary>Proves a stored run: its files are those that were written, and running it again gives the same numbers.</summary>
public static class Verification
{
    /// <summary>Checks the files, then runs the scenario again.</summary>
    /// <param name="run">The run.</param>
    /// <param name="rerun">Runs the stored run again and returns the result hash.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<VerificationReport> VerifyAsync(
        StoredRun run, Func<StoredRun, CancellationToken, Task<string>> rerun, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(rerun);
        var written = run.Manifest.Files;
        var found = FileChecksums.Of(run.Folder);
        return new VerificationReport
        {
            Altered = [.. written.Keys.Where(f => found.TryGetValue(f, out var hash) && hash != written[f]).Order(StringComparer.Ordinal)],
            Missing = [.. written.Keys.Where(f => !found.ContainsKey(f)).Order(StringComparer.Ordinal)],
            Unexpected = [.. found.Keys.Where(f => !written.ContainsKey(f))],
            StoredHash = run.Manifest.ResultHash,
            RerunHash = await rerun(run, cancellation),
        };
    }
}
