using System.Globalization;
using System.Numerics;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Runs.Tests.Folders;

/// <summary>Values of every kind come out of a query as ISO 8601 or as DuckDB writes them, with nothing lost.</summary>
public sealed class QueryValueTests(StoredResult stored) : IClassFixture<StoredResult>
{
    [Theory]
    [InlineData("date '2021-01-01'", "2021-01-01")]
    [InlineData("date '0044-03-15 (BC)'", "0044-03-15 (BC)")]
    [InlineData("'infinity'::date", "infinity")]
    [InlineData("timestamp '2026-11-29 01:20:27.040147'", "2026-11-29 01:20:27.040147")]
    [InlineData("timestamp_ns '2026-11-29 01:20:27.040147123'", "2026-11-29 01:20:27.040147123")]
    [InlineData("timestamptz '2026-11-29 01:20:27.5+00'", "2026-11-29 01:20:27.5+00")]
    [InlineData("time '12:30:15'", "12:30:15")]
    [InlineData("time '12:30:15.000001'", "12:30:15.000001")]
    [InlineData("interval 3 day", "P3D")]
    [InlineData("interval 14 month", "P1Y2M")]
    [InlineData("interval '1 month 3 days 04:05:06.25'", "P1M3DT4H5M6.25S")]
    [InlineData("interval '-90 seconds'", "PT-1M-30S")]
    [InlineData("interval 0 day", "PT0S")]
    [InlineData("'x'::blob", "x")]
    [InlineData("'\\xAA\\x00b'::blob", "\\xAA\\x00b")]
    [InlineData("'101'::bit", "101")]
    [InlineData("[date '2021-01-01', null]", "[2021-01-01, NULL]")]
    [InlineData("{'d': date '2021-01-01', 'n': 1}", "{'d': 2021-01-01, 'n': 1}")]
    [InlineData("12345678901234567890123456789012.5::decimal(38, 1)", "12345678901234567890123456789012.5")]
    public void A_value_without_a_plain_form_here_is_text(string expression, string expected) => Assert.Equal(expected, Value(expression));

    [Theory]
    [InlineData("'text'", "text")]
    [InlineData("1.25::decimal(9, 2)", "1.25")]
    [InlineData("true", "True")]
    [InlineData("uuid '00000000-0000-0000-0000-000000000001'", "00000000-0000-0000-0000-000000000001")]
    public void A_plain_value_stays_what_it_is(string expression, string expected) =>
        Assert.Equal(expected, Convert.ToString(Value(expression), CultureInfo.InvariantCulture));

    [Fact]
    public void Lists_and_maps_of_plain_values_stay_such()
    {
        Assert.Equal(new List<int> { 1, 2 }, Value("[1, 2]"));
        Assert.Equal(new BigInteger(6), Value("sum(x) from (values (1), (2), (3)) t(x)"));
        Assert.Equal(2.5, Assert.IsType<Dictionary<string, object?>>(Value("{'a': 2.5::double}"))["a"]);
        Assert.Null(Value("null::date"));
    }

    [Theory]
    [InlineData("select date '2021-01-01' as a, 2 as a;")]
    [InlineData("select date '2021-01-01' as a, 2 as a -- at the end")]
    [InlineData("with t as (select 1) select date '2021-01-01' as a, 2 as a from t; /* ; */ -- ; ")]
    public void Names_of_columns_and_endings_of_questions_are_kept(string sql)
    {
        var answer = new StoreQuery(stored.Store).Answer(sql, TestContext.Current.CancellationToken);

        Assert.Equal(["a", "a"], answer.Columns);
        Assert.Equal(["2021-01-01", 2], answer.Rows.Single());
    }

    [Fact]
    public void Rows_with_dates_keep_their_order()
    {
        var answer = new StoreQuery(stored.Store).Answer(
            "select date '2021-01-01' + range::int as d from range(5000) order by range % 7, range desc", TestContext.Current.CancellationToken);

        var expected = Enumerable.Range(0, 5000).OrderBy(i => i % 7).ThenByDescending(i => i)
            .Select(i => new DateOnly(2021, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.Equal(expected, answer.Rows.Select(r => (string)r[0]!));
    }

    private object? Value(string expression) =>
        new StoreQuery(stored.Store).Answer($"select {expression}", TestContext.Current.CancellationToken).Rows.Single()[0];
}
