namespace CorridorSim.Fuzzing.Inputs;

/// <summary>Makes statements of SQL, most of them questions about a run store, some of them attempts to leave it.</summary>
public static class SqlGrammar
{
    private static readonly string[] Tables =
        ["runs", "series", "summary", "events", "lanes", "sweeps", "points", "outcomes", "nowhere", "range(100)", "glob('/etc/*')", "read_text('/etc/passwd')", "duckdb_settings()", "'/etc/passwd'"];

    private static readonly string[] Columns =
        ["run", "month", "variable", "value", "lane", "variant", "median", "*", "1", "count(*)", "NULL", "'x'", "1/0", "sum(value)", "random()", "getenv('HOME')", "current_setting('threads')", "[1, 2]", "{'a': 1}"];

    private static readonly string[] Starts =
        ["ATTACH ':memory:' AS m", "INSTALL httpfs", "LOAD httpfs", "PRAGMA database_list", "SET threads = 1", "COPY runs TO '/tmp/x'", "DROP TABLE runs", "CREATE TABLE t(i INT)", "EXPORT DATABASE '/tmp/x'", "CHECKPOINT", "EXPLAIN SELECT 1", "DESCRIBE runs", "VALUES (1)", "FROM runs", "SHOW TABLES"];

    /// <summary>A statement.</summary>
    public static string Next(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.Next(8) switch
        {
            0 => random.Pick(Starts),
            1 => $"{Select(random, 2)}; {(random.Chance(0.5) ? random.Pick(Starts) : Select(random, 1))}",
            _ => Select(random, 3),
        };
    }

    private static string Select(Random random, int depth)
    {
        var from = depth > 0 && random.Chance(0.3) ? $"({Select(random, depth - 1)}) AS inner_{depth}" : random.Pick(Tables);
        var text = $"SELECT {random.Pick(Columns)}, {random.Pick(Columns)} FROM {from}";
        text += random.Chance(0.2) ? $" CROSS JOIN {random.Pick(Tables)} AS other" : string.Empty;
        text += random.Chance(0.4) ? $" WHERE {random.Pick(Columns)} {random.Pick(["=", "<", "IN", "LIKE", "IS NOT"])} {random.Pick(Columns)}" : string.Empty;
        text += random.Chance(0.3) ? $" GROUP BY {random.Pick(["ALL", "run", "1", "variable"])}" : string.Empty;
        text += random.Chance(0.3) ? $" ORDER BY {random.Pick(["ALL", "1", "99", "value"])}" : string.Empty;
        return text + (random.Chance(0.5) ? $" LIMIT {random.Pick(["0", "10", "-1", "1e10", "NULL"])}" : string.Empty);
    }
}
