using CorridorSim.Fuzzing.Inputs;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Fuzzing.Targets;

/// <summary>Questions in SQL about a run store; no file of the store may change.</summary>
public sealed class QueryTarget : IFuzzTarget
{
    private static readonly TextMutator Mutator = new(
    [
        "SELECT count(*) FROM runs", "SELECT month, median FROM summary WHERE variable = 'deaths' ORDER BY month LIMIT 3",
        "WITH entries AS (FROM series) SELECT count(DISTINCT lane) FROM entries", "SELECT * FROM read_text('/etc/passwd')",
        "COPY (SELECT 1) TO '/tmp/stolen.csv'", "SELECT run, quantile_cont(value, 0.5) FROM series GROUP BY run HAVING count(*) > 1",
    ]);

    private static readonly QueryLimits Limits = new() { Time = TimeSpan.FromSeconds(5), Rows = 100_000 };

    private readonly MadeStore _made = new();
    private readonly string _before;

    /// <summary>Questions about a store with one small run.</summary>
    public QueryTarget() => _before = Files();

    /// <inheritdoc/>
    public string Name => "query";

    /// <inheritdoc/>
    public string Next(Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.Chance(0.5) ? Mutator.Next(random) : SqlGrammar.Next(random);
    }

    /// <inheritdoc/>
    public Task<bool> TryAsync(string input, CancellationToken cancellation)
    {
        var isAnswered = IsAnswered(input, cancellation);
        return Files() == _before ? Task.FromResult(isAnswered) : throw new ImproperException("it changed the store");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _made.Dispose();
        return ValueTask.CompletedTask;
    }

    private bool IsAnswered(string input, CancellationToken cancellation)
    {
        try
        {
            var answer = new StoreQuery(_made.Store, Limits).Answer(input, cancellation);
            return answer.Rows.Any(r => r.Any(v => v is string s && s.Contains("root:", StringComparison.Ordinal)))
                ? throw new ImproperException("it read a file of the system")
                : true;
        }
        catch (QueryException error)
        {
            return string.IsNullOrWhiteSpace(error.Message) ? throw new ImproperException("refused without a word") : false;
        }
    }

    private string Files() => string.Join('\n', Directory.EnumerateFiles(_made.Store.Folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(f => $"{f} {new FileInfo(f).Length} {File.GetLastWriteTimeUtc(f):O}"));
}
