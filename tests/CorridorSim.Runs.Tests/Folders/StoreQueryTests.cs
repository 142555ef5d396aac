using System.Globalization;
using CorridorSim.Runs.Folders;

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
    [InlineData("")]
    public void A_question_that_writes_or_reaches_outside_is_refused(string sql)
    {
        var before = FilesOf(stored);
        var aimed = sql
            .Replace("STORE", stored.Store.Folder, StringComparison.Ordinal)
            .Replace("RUN", stored.Run.Manifest.Id, StringComparison.Ordinal);

        var error = Assert.Throws<QueryException>(
            () => new StoreQuery(stored.Store).Answer(aimed, TestContext.Current.CancellationToken));

        Assert.Matches("^(Only one SELECT is answered|Permission Error)", error.Message);
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
    public void An_empty_store_has_the_tables_without_rows()
    {
        var nowhere = new RunStore(Path.Combine(stored.Store.Folder, "not-there"));

        var answer = new StoreQuery(nowhere).Answer(
            "SELECT (SELECT count(*) FROM runs) + (SELECT count(*) FROM series)", TestContext.Current.CancellationToken);

        Assert.Equal(0L, Convert.ToInt64(answer.Rows[0][0], CultureInfo.InvariantCulture));
    }

    private static (string Path, DateTime Written)[] FilesOf(StoredResult stored) =>
    [
        .. Directory.EnumerateFiles(stored.Store.Folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(f => (f, File.GetLastWriteTimeUtc(f))),
    ];
}
