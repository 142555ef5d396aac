using System.Globalization;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Caching;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Runs.Store;

/// <summary>
/// Compares what a manifest says of lanes, variants, replicates and months with the tables beside it. A seal shows a careless edit;
/// one that was sealed again, and a table exchanged under its own checksum, show here. Tables are looked into once and remembered by their checksums.
/// </summary>
internal static class TableAgreement
{
    private const string PeriodSeparator = "..";

    /// <summary>What the manifest of a run says otherwise than its tables, and what to do; null when they agree.</summary>
    public static string? Problem(StoredRun run) => Problem(run.Manifest.Id, "the scenario", () =>
    {
        var manifest = run.Manifest;
        var (lanes, summary) = (run.Checked(StoredRun.LanesFile), run.Checked(StoredRun.SummaryFile));
        var held = Kept.TableFacts.Get($"{manifest.Files[StoredRun.LanesFile]} {manifest.Files[StoredRun.SummaryFile]}", () => HeldByRun(lanes, summary));
        var said = string.Join('\n', manifest.Variants.Select((name, index) => LanesOf(manifest, name, index)));
        var areAllFailed = manifest.Failures.Count == manifest.Lanes;
        if (held != $"{said}\n{(areAllFailed ? NoMonths : MonthsOf(manifest.From, manifest.Months))}")
        {
            return "variants, replicates, lanes, failures or months in it are not those of its tables";
        }

        return (manifest.Step is null) == (run.PeriodFiles.Count == 0) ? null : "the step in it is not that of its tables";
    });

    /// <summary>What the manifest of a sweep says otherwise than its tables, and what to do; null when they agree.</summary>
    public static string? Problem(StoredSweep sweep) => Problem(sweep.Manifest.Id, "the sweep", () =>
    {
        var manifest = sweep.Manifest;
        var points = sweep.Checked(StoredSweep.PointsFile);
        if (Kept.TableFacts.Get(manifest.Files[StoredSweep.PointsFile], () => HeldByPoints(points)) != Text(manifest.Variants, manifest.Variants - 1, string.Join(',', manifest.Factors.Select(f => f.Id))))
        {
            return "points or factors in it are not those of its tables";
        }

        if (manifest.Columns.Any(c => !IsWithin(c.Period, manifest)))
        {
            return "a figure in it covers months that it does not have";
        }

        if (!manifest.IsFinished)
        {
            return null;
        }

        var outcomes = sweep.Checked(StoredSweep.OutcomesFile);
        var (said, held) = (
            (manifest.Lanes - manifest.Failures.Select(f => f.Lane).Distinct().Count()) * manifest.Columns.Count,
            Kept.TableFacts.Get(manifest.Files[StoredSweep.OutcomesFile], () => HeldByOutcomes(outcomes)).Split(' '));
        return said == Whole(held[0]) && Whole(held[1]) < manifest.Lanes && Whole(held[2]) < manifest.Variants && Whole(held[3]) < manifest.Replicates
            ? null
            : "lanes, replicates, failures or figures in it are not those of its tables";
    });

    private static string NoMonths => Text(string.Empty, string.Empty, 0);

    private static string? Problem(string id, string source, Func<string?> problem)
    {
        try
        {
            return problem() is { } words ? $"{id}/{RunManifest.FileName}: {words}; restore the manifest, or run {source} again." : null;
        }
        catch (RunStoreException fault)
        {
            return fault.Message;
        }
    }

    private static string LanesOf(RunManifest manifest, string variant, int index)
    {
        var first = (long)index * manifest.Replicates;
        var last = first + manifest.Replicates - 1;
        var failed = manifest.Failures.Select(f => f.Lane).Distinct().Count(l => l >= first && l <= last);
        return Text(variant, manifest.Replicates, first, last, 0, manifest.Replicates - 1, failed);
    }

    private static string MonthsOf(string from, int months)
    {
        var first = CalendarMonth.Parse(from);
        return Text(CalendarMonth.Format(first), CalendarMonth.Format(first + months - 1), months);
    }

    private static bool IsWithin(string period, SweepManifest manifest)
    {
        var first = CalendarMonth.Parse(manifest.From);
        return period.Split(PeriodSeparator) is not [var from, var to] || !CalendarMonth.TryParse(from, out var begin) || !CalendarMonth.TryParse(to, out var end)
            || (begin >= first && end < first + manifest.Months);
    }

    private static string HeldByRun(string lanes, string summary) => Rows($"""
        SELECT variant, count(DISTINCT lane), min(lane), max(lane), min(replicate), max(replicate), count(failure)
        FROM read_parquet({Sql.Quote(lanes)}) GROUP BY variant ORDER BY min(lane)
        """) + "\n" + Rows($"SELECT min(month), max(month), count(DISTINCT month) FROM read_parquet({Sql.Quote(summary)})");

    private static string HeldByPoints(string points) => Rows($"""
        SELECT (SELECT count(DISTINCT variant) FROM read_parquet({Sql.Quote(points)})), (SELECT max(variant) FROM read_parquet({Sql.Quote(points)})),
            (SELECT string_agg(column_name, ',') FROM (DESCRIBE FROM read_parquet({Sql.Quote(points)})) WHERE column_name NOT IN ('run', 'variant'))
        """);

    private static string HeldByOutcomes(string outcomes) => Rows(
        $"SELECT count(*), coalesce(max(lane), -1), coalesce(max(variant), -1), coalesce(max(replicate), -1) FROM read_parquet({Sql.Quote(outcomes)})");

    /// <summary>The rows of an answer, a line each.</summary>
    private static string Rows(string query)
    {
        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read())
        {
            lines.Add(Text([.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.IsDBNull(i) ? string.Empty : rows.GetValue(i))]));
        }

        return string.Join('\n', lines);
    }

    private static string Text(params object[] cells) => string.Join(' ', cells.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture)));

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
