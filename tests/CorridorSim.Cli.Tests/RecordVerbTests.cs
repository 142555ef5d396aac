namespace CorridorSim.Cli.Tests;

/// <summary>Months of made-up agency tables are appended to a made-up record.</summary>
public sealed class RecordVerbTests : IDisposable
{
    private const string Record = """
        series,nationality,month,value,source
        encounters-between-ports:MEX>USA,ALL,2023-09,100,somebody
        encounters-between-ports:MEX>USA,VEN,2023-09,40,somebody
        irregular-entries:COL>PAN,ALL,2023-12,9,somebody
        irregular-entries:COL>PAN,HTI,2023-12,5,somebody
        transit-detections:MEX,ALL,2023-12,7,somebody
        """;

    private const string Names = "name,nationality\nVENEZUELA,VEN\nHAITÍ,HTI\nCUBA,CUB\nTOTAL,ALL\n";

    private readonly BuiltProgram _program = new();

    private string Target => Path.Combine(_program.Runs, "observations.csv");

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Fiscal_october_is_that_of_the_year_before_and_rows_of_a_month_are_added()
    {
        const string Table = """
            Fiscal Year,Month (abbv),Component,Land Border Region,Citizenship,Encounter Count
            2023,SEP,U.S. Border Patrol,Southwest Land Border,VENEZUELA,41
            2024,OCT,U.S. Border Patrol,Southwest Land Border,VENEZUELA,30
            2024,OCT,U.S. Border Patrol,Southwest Land Border,VENEZUELA,12
            2024,OCT,U.S. Border Patrol,Southwest Land Border,PHILIPPINES,8
            2024,OCT,U.S. Border Patrol,Northern Land Border,VENEZUELA,1000
            2024,OCT,Office of Field Operations,Southwest Land Border,VENEZUELA,500
            """;

        var (code, output, error) = await AppendAsync(Table, "--agency", "cbp");

        Assert.Equal(0, code);
        Assert.Contains("2 rows of 2 series: 2023-10", output, StringComparison.Ordinal);
        Assert.Contains("encounters-between-ports:MEX>USA/VEN 2023-09 is 41 in the table and 40 in the record", error, StringComparison.Ordinal);
        Assert.Equal(
            ["encounters-between-ports:MEX>USA,ALL,2023-10,50,US CBP", "encounters-between-ports:MEX>USA,VEN,2023-10,42,US CBP"],
            (await File.ReadAllLinesAsync(Target, TestContext.Current.CancellationToken))[^2..]);
    }

    [Fact]
    public async Task Months_in_columns_are_read_by_their_spanish_names_and_empty_cells_are_no_count()
    {
        var (code, _, _) = await AppendAsync("País,Enero,Febrero,Marzo\nHaití,3,4,\nTotal,10,11,\n", "--agency", "snm", "--year", "2024");
        var (again, output, _) = await AppendAsync("País,Enero,Febrero,Marzo\nHaití,3,4,\nTotal,10,11,\n", "--agency", "snm", "--year", "2024", keep: true);

        Assert.Equal((0, 0), (code, again));
        Assert.Contains("every month", output, StringComparison.Ordinal);
        Assert.Equal(
            ["ALL,2024-01,10", "ALL,2024-02,11", "HTI,2024-01,3", "HTI,2024-02,4"],
            (await File.ReadAllLinesAsync(Target, TestContext.Current.CancellationToken))[^4..].Select(l => string.Join(',', l.Split(',')[1..4])));
    }

    [Fact]
    public async Task The_year_of_a_mexican_table_stands_in_a_column()
    {
        var (code, _, _) = await AppendAsync("Año,País,Ene,Feb\n2024,Total,20,21\n2024,Japón,1,1\n", "--agency", "inm");

        Assert.Equal(0, code);
        Assert.Equal("transit-detections:MEX,ALL,2024-02,21,Migration Policy Unit of Mexico", (await File.ReadAllLinesAsync(Target, TestContext.Current.CancellationToken))[^1]);
    }

    [Theory]
    [InlineData("País,Enero\nHaití,many\n", "snm", ":2:7")]
    [InlineData("Pais,Enero\nHaití,3\n", "snm", "País")]
    [InlineData("Fiscal Year,Month (abbv),Component,Land Border Region,Citizenship,Encounter Count\n2024,XXX,U.S. Border Patrol,Southwest Land Border,CUBA,1\n", "cbp", "XXX")]
    [InlineData("Fiscal Year,Month (abbv),Component,Land Border Region,Citizenship,Encounter Count\nFY,OCT,U.S. Border Patrol,Southwest Land Border,CUBA,1\n", "cbp", ":2:1: 'FY' is no fiscal year")]
    public async Task A_table_that_cannot_be_read_ends_with_3_and_writes_nothing(string table, string agency, string cause)
    {
        var (code, _, error) = await AppendAsync(table, ["--agency", agency, .. agency == "snm" ? ["--year", "2024"] : Array.Empty<string>()]);

        Assert.Equal(3, code);
        Assert.Contains(cause, error, StringComparison.Ordinal);
        Assert.Equal(Record.ReplaceLineEndings("\n"), await File.ReadAllTextAsync(Target, TestContext.Current.CancellationToken));
    }

    private Task<(int Code, string Out, string Error)> AppendAsync(string table, params string[] options) => AppendAsync(table, options, keep: false);

    private Task<(int Code, string Out, string Error)> AppendAsync(string table, string a, string b, string c, string d, bool keep) => AppendAsync(table, [a, b, c, d], keep);

    private async Task<(int Code, string Out, string Error)> AppendAsync(string table, string[] options, bool keep)
    {
        Directory.CreateDirectory(_program.Runs);
        var source = Path.Combine(_program.Runs, "table.csv");
        await File.WriteAllTextAsync(source, table, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_program.Runs, "agency-names.csv"), Names, TestContext.Current.CancellationToken);
        if (!keep)
        {
            await File.WriteAllTextAsync(Target, Record.ReplaceLineEndings("\n"), TestContext.Current.CancellationToken);
        }

        return await _program.StartAsync(["record", source, "--to", Target, .. options]);
    }
}
