using CorridorSim.Analysis.Verdicts;

namespace CorridorSim.Analysis.Tests.Verdicts;

public sealed class KeptVerdictsTests : IDisposable
{
    private const string Deaths = "pact,deaths,clear,down,1 to 10 %,1000,-50,-60,-40";
    private const string Result = "pact,32,48,1,abc";

    private static readonly DateOnly Day = new(2026, 1, 2);

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Tables_that_were_written_read_the_same_and_nothing_differs()
    {
        var tables = Tables(Deaths, Result);

        tables.Save(_folder, "first, with a comma", Day);
        var read = KeptVerdicts.Load(_folder);

        Assert.Empty(read.Differences(tables));
        Assert.True(read.HasReason(_folder));
    }

    [Theory]
    [InlineData("pact,deaths,cannot tell,down,1 to 10 %,1000,-50,-60,4", "was clear, down, 1 to 10 %; is cannot tell, down, 1 to 10 %")]
    [InlineData("pact,deaths,clear,up,1 to 10 %,1000,50,40,60", "is clear, up")]
    [InlineData("pact,deaths,clear,down,10 to 50 %,1000,-150,-160,-140", "is clear, down, 10 to 50 %")]
    [InlineData("pact,deaths,clear,down,1 to 10 %,1000,-51,-60,-40", "as before, but the difference was -50")]
    [InlineData("pact,returns,clear,down,1 to 10 %,1000,-50,-60,-40", "pact deaths: gone")]
    public void What_changed_is_named(string line, string expected)
    {
        var differences = Tables(Deaths, Result).Differences(Tables(line, Result));

        Assert.Contains(differences, d => d.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Other_bits_with_the_same_figures_are_told_as_such()
    {
        var differences = Tables(Deaths, Result).Differences(Tables(Deaths, "pact,32,48,1,def"));

        Assert.Contains("pact: other numbers than were kept", Assert.Single(differences), StringComparison.Ordinal);
    }

    [Fact]
    public void Scenarios_that_were_not_run_are_left_out()
    {
        var kept = new KeptVerdicts([VerdictTable.Header, Deaths, Deaths.Replace("pact", "other", StringComparison.Ordinal)], [VerdictTable.ResultHeader, Result]);

        Assert.Empty(kept.Differences(Tables(Deaths, Result)));
    }

    [Fact]
    public void Scenarios_that_were_not_run_keep_their_lines_when_others_are_written()
    {
        const string Other = "other,deaths,clear,down,1 to 10 %,900,-9,-10,-8";
        new KeptVerdicts([VerdictTable.Header, Deaths, Other], [VerdictTable.ResultHeader, Result, "other,32,48,1,def"]).Save(_folder, "first", Day);

        Tables("pact,returns,clear,up,1 to 10 %,70,5,4,6", "pact,32,48,1,new").Among(_folder).Save(_folder, "second", Day);
        Tables("third,deaths,clear,down,tiny,1,-1,-2,-1", "third,32,48,1,ghi").Among(_folder).Save(_folder, "third", Day);

        var kept = KeptVerdicts.Load(_folder);
        Assert.Equal([VerdictTable.Header, "pact,returns,clear,up,1 to 10 %,70,5,4,6", Other, "third,deaths,clear,down,tiny,1,-1,-2,-1"], kept.Verdicts);
        Assert.Equal([VerdictTable.ResultHeader, "pact,32,48,1,new", "other,32,48,1,def", "third,32,48,1,ghi"], kept.Results);
        Assert.True(kept.HasReason(_folder));
    }

    [Fact]
    public void Tables_with_other_columns_are_not_mixed()
    {
        new KeptVerdicts(["scenario,old", "other,1"], [VerdictTable.ResultHeader, "other,32,48,1,def"]).Save(_folder, "first", Day);

        var error = Assert.Throws<StudyException>(() => Tables(Deaths, Result).Among(_folder));

        Assert.Contains("other columns", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_is_edited_has_lost_its_reason()
    {
        Tables(Deaths, Result).Save(_folder, "first", Day);
        var file = Path.Combine(_folder, "verdicts.csv");
        File.WriteAllText(file, File.ReadAllText(file).Replace("-50", "-49", StringComparison.Ordinal));

        Assert.False(KeptVerdicts.Load(_folder).HasReason(_folder));
    }

    private static KeptVerdicts Tables(string verdict, string result) =>
        new([VerdictTable.Header, verdict], [VerdictTable.ResultHeader, result]);
}
