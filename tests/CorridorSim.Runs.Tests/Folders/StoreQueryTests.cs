using System.Globalization;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Runs.Tests.Folders;

public sealed class StoreQueryTests(StoredResult stored) : IClassFixture<StoredResult>
{
    [Theory]
    [InlineData("SELECT count(*) FROM runs", 1)]
    [InlineData("SELECT count(*) FROM lanes", 24)]
    [InlineData("SELECT count(DISTINCT month) FROM series", 6)]
    [InlineData("SELECT count(DISTINCT variant) FROM summary", 2)]
    [InlineData("SELECT count(*) FROM events WHERE variant = 'with' AND act = 'in force'", 12)]
    [InlineData("SELECT count(*) FROM events WHERE variant = 'without'", 0)]
    [InlineData("WITH entries AS (FROM series) SELECT count(DISTINCT lane) FROM entries", 24)]
    public void A_question_over_all_runs_is_answered(string sql, long expected)
    {
        var answer = new StoreQuery(stored.Store).Answer(sql, TestContext.Current.CancellationToken);

        Assert.Equal(expected, Convert.ToInt64(answer.Rows[0][0], CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("SELECT * FROM read_text('/etc/passwd')")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd', sep = ':')")]
    [InlineData("SELECT * FROM read_blob('/etc/passwd')")]
    [InlineData("SELECT * FROM '/etc/passwd.csv'")]
    [InlineData("SELECT * FROM glob('/etc/*')")]
    [InlineData("SELECT * FROM read_parquet('/tmp/*.parquet')")]
    [InlineData("SELECT * FROM query('SELECT * FROM read_text(''/etc/passwd'')')")]
    [InlineData("SELECT * FROM read_csv('https://example.org/a.csv')")]
    [InlineData("SELECT * FROM read_text('STORE/RUN/../../../../etc/passwd')")]
    [InlineData("SELECT * FROM read_text('STORE/RUN/manifest.json')")]
    [InlineData("COPY (SELECT 1) TO 'STORE/stolen.csv'")]
    [InlineData("COPY (SELECT 1) TO 'STORE/RUN/lanes.parquet'")]
    [InlineData("SELECT 1; COPY (SELECT 1) TO 'STORE/stolen.csv'")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("EXPORT DATABASE 'STORE/stolen'")]
    [InlineData("ATTACH 'STORE/stolen.db'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD httpfs")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("PRAGMA enable_external_access = true")]
    [InlineData("RESET lock_configuration")]
    [InlineData("CREATE TABLE mine AS SELECT 1")]
    [InlineData("DELETE FROM runs")]
    [InlineData("DROP VIEW series")]
    [InlineData("CALL force_checkpoint()")]
    [InlineData("SELECT * FROM parquet_metadata('/tmp/a.parquet')")]
    [InlineData("SELECT * FROM read_parquet('s3://bucket/a.parquet')")]
    [InlineData("SELECT * FROM read_text('LINK/passwd')")]
    [InlineData("SELECT * FROM read_text('STORE/../secret.txt')")]
    [InlineData("SELECT getenv('HOME')")]
    [InlineData("SELECT * FROM sniff_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM read_json('/etc/passwd')")]
    [InlineData("WITH stolen AS (FROM read_text('/etc/passwd')) SELECT * FROM stolen")]
    [InlineData("SELECT (SELECT content FROM read_text('/etc/passwd'))")]
    [InlineData("SELECT * FROM query_table(['/etc/passwd.csv'])")]
    [InlineData("CREATE TABLE 'STORE/stolen' AS SELECT 1")]
    [InlineData("CREATE SECRET s (TYPE s3)")]
    [InlineData("CREATE MACRO f() AS TABLE FROM read_text('/etc/passwd')")]
    [InlineData("IMPORT DATABASE '/tmp'")]
    [InlineData("DETACH memory")]
    [InlineData("VACUUM")]
    [InlineData("SELECT 1 FROM runs GROUP BY 1e400")]
    [InlineData("EXPLAIN ANALYZE COPY (SELECT 1) TO 'STORE/stolen.csv'")]
    [InlineData("PREPARE p AS SELECT 1")]
    [InlineData("SET memory_limit = '100GB'")]
    [InlineData("")]
    public void A_question_that_writes_or_reaches_outside_is_refused(string sql)
    {
        var link = Path.Combine(stored.Store.Folder, stored.Run.Manifest.Id, "link");
        using var undone = new Undo(() => File.Delete(link));
        _ = Directory.CreateSymbolicLink(link, "/etc");
        var before = FilesOf(stored);
        var aimed = sql
            .Replace("LINK", link, StringComparison.Ordinal)
            .Replace("STORE", stored.Store.Folder, StringComparison.Ordinal)
            .Replace("RUN", stored.Run.Manifest.Id, StringComparison.Ordinal);

        var error = Assert.Throws<QueryException>(
            () => new StoreQuery(stored.Store).Answer(aimed, TestContext.Current.CancellationToken));

        Assert.Matches("^(Only one SELECT is answered|Permission Error|Catalog Error|Binder Error|Invalid Input Error)", error.Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Equal(before, FilesOf(stored));
    }

    [Fact]
    public void A_question_about_an_unknown_table_is_a_clear_mistake()
    {
        var error = Assert.Throws<QueryException>(
            () => new StoreQuery(stored.Store).Answer("SELECT 1 FROM nowhere", TestContext.Current.CancellationToken));

        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_of_a_run_that_is_a_link_to_elsewhere_is_not_read()
    {
        using var other = new StoredResult();
        var table = other.Run.PathOf("lanes.parquet");
        var elsewhere = Path.Combine(Path.GetTempPath(), $"corridorsim-elsewhere-{Guid.NewGuid():N}.parquet");
        using var undone = new Undo(() => File.Delete(elsewhere));
        File.Move(table, elsewhere);
        _ = File.CreateSymbolicLink(table, elsewhere);

        var error = Assert.Throws<QueryException>(
            () => new StoreQuery(other.Store).Answer("SELECT count(*) FROM lanes", TestContext.Current.CancellationToken));

        Assert.Contains("link", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_without_end_is_stopped()
    {
        var query = new StoreQuery(stored.Store, new QueryLimits { Time = TimeSpan.FromSeconds(1) });

        var error = Assert.Throws<QueryException>(
            () => query.Answer("SELECT sum(a.range * b.range % 7) FROM range(10000000) a, range(10000000) b", TestContext.Current.CancellationToken));

        Assert.Equal("The question took over 1 s and was stopped; ask for less.", error.Message);
    }

    [Fact]
    public void A_question_that_needs_more_memory_than_it_may_use_is_stopped()
    {
        var query = new StoreQuery(stored.Store, new QueryLimits { MemoryMegabytes = 64 });

        var error = Assert.Throws<QueryException>(
            () => query.Answer("SELECT max(len(l)) FROM (SELECT list(range) AS l FROM range(50000000))", TestContext.Current.CancellationToken));

        Assert.StartsWith("Out of Memory Error", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void An_answer_has_at_most_so_many_rows(int rows, bool isAnswered)
    {
        var query = new StoreQuery(stored.Store, new QueryLimits { Rows = 10 });
        var question = $"SELECT * FROM range({rows})";

        if (isAnswered)
        {
            Assert.Equal(rows, query.Answer(question, TestContext.Current.CancellationToken).Rows.Count);
        }
        else
        {
            Assert.Contains("over 10 rows", Assert.Throws<QueryException>(() => query.Answer(question, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_empty_store_has_the_tables_without_rows()
    {
        var nowhere = new RunStore(Path.Combine(stored.Store.Folder, "not-there"));

        var answer = new StoreQuery(nowhere).Answer(
            "SELECT (SELECT count(*) FROM runs) + (SELECT count(*) FROM series)", TestContext.Current.CancellationToken);

        Assert.Equal(0L, Convert.ToInt64(answer.Rows[0][0], CultureInfo.InvariantCulture));
    }

    private sealed class Undo(Action act) : IDisposable
    {
        public void Dispose() => act();
    }

    private static (string Path, DateTime Written)[] FilesOf(StoredResult stored) =>
    [
        .. Directory.EnumerateFiles(stored.Store.Folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(f => (f, File.GetLastWriteTimeUtc(f))),
    ];
}
