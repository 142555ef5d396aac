namespace CorridorSim.Cli.Tests;

/// <summary>Indicators over a whole period, replicate by replicate, worked out of the tables of a store with nothing but SQL.</summary>
internal static class RecomputedSql
{
    private static readonly string Shares = Values("legal-share", """
        select variant, replicate, sum(value) filter (variable <> 'irregular-arrivals') / sum(value) as v
        from cells where variable in ('admissions', 'encounters-at-ports', 'irregular-arrivals') group by all
        """);

    /// <summary>The rows of a run over all nationalities; a part of a query called <c>cells</c>.</summary>
    public static string Rows(string id) =>
        $"select variable, coalesce(channel, leg, place, '') as place, variant, replicate, month, value from series where run = '{id}' and nationality = 'ALL'";

    /// <summary>Indicator, variant, replicate and value of some indicators, out of <c>cells</c>.</summary>
    public static string Tables(IEnumerable<string> indicators) => string.Join(" union all ", indicators.Select(Table));

    /// <summary>An indicator over the whole period, replicate by replicate: a queue at its end, a wait weighted by admissions, a share, or a sum.</summary>
    private static string Table(string name) => name.Split(':') switch
    {
        ["queue", var place] => Values(name, $"select variant, replicate, arg_max(value, month) as v from cells where variable = 'queue' and place = '{place}' group by all"),
        ["wait", var place] => Wait(place),
        ["legal-share"] => Shares,
        [var variable] => Flow(variable, null),
        [var variable, .. var place] => Flow(variable, string.Join(':', place)),
        _ => throw new InvalidOperationException(name),
    };

    private static string Flow(string variable, string? place) => Values(
        place is null ? variable : $"{variable}:{place}",
        $"select variant, replicate, sum(value) as v from cells where variable = '{variable}'{(place is null ? string.Empty : $" and place = '{place}'")} group by all");

    private static string Wait(string channel) => Values($"wait:{channel}", $"""
        select variant, replicate, sum(w.value * a.value) filter (w.value is not null) / nullif(sum(a.value) filter (w.value is not null), 0) as v
        from (select * from cells where variable = 'wait' and place = '{channel}') w
        join (select * from cells where variable = 'admissions' and place = '{channel}') a using (variant, replicate, month) group by all
        """);

    private static string Values(string indicator, string select) => $"select '{indicator}' as indicator, variant, replicate, v from ({select})";
}
