using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Tables;

/// <summary>Reads what agreements and measures did in a stored run.</summary>
public static class RunActs
{
    /// <summary>The acts of a variant, by month.</summary>
    /// <param name="run">The run.</param>
    /// <param name="variant">Name of the variant.</param>
    public static IReadOnlyList<RunAct> Read(StoredRun run, string variant) =>
        Read(run, variant, "count(DISTINCT replicate)::INTEGER", "GROUP BY ALL");

    /// <summary>The acts of a variant one by one, by month; what is counted is the replicate in which each happened, from 0.</summary>
    /// <param name="run">The run.</param>
    /// <param name="variant">Name of the variant.</param>
    public static IReadOnlyList<RunAct> ReadEach(StoredRun run, string variant) => Read(run, variant, "replicate::INTEGER", string.Empty);

    private static List<RunAct> Read(StoredRun run, string variant, string replicates, string grouping)
    {
        ArgumentNullException.ThrowIfNull(run);
        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT month, instrument, provision, act, reason, {replicates}
            FROM read_parquet({Sql.Quote(run.Checked(StoredRun.EventsFile))}) WHERE variant = $variant {grouping} ORDER BY ALL
            """;
        command.Parameters.Add(new DuckDBParameter("variant", variant));
        using var rows = command.ExecuteReader();
        var acts = new List<RunAct>();
        while (rows.Read())
        {
            acts.Add(new RunAct(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetInt32(5)));
        }

        return acts;
    }
}

/// <summary>What an agreement or measure did, counted over replicates or in one of them.</summary>
/// <param name="Month">Month, <c>yyyy-MM</c>.</param>
/// <param name="Instrument">Agreement or measures.</param>
/// <param name="Provision">Provision.</param>
/// <param name="Act">In force, suspended, resumed or ended.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="Replicates">Number of replicates in which it happened, or which one.</param>
public sealed record RunAct(string Month, string Instrument, string Provision, string Act, string Reason, int Replicates);
