using CorridorSim.Analysis.Validation;

namespace CorridorSim.Analysis.Tests.Validation;

public sealed class ForecastLedgerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ledger-");

    private ForecastLedger Ledger => new(_folder.FullName);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_was_registered_opens_with_the_same_hash()
    {
        var hash = Ledger.Register(Forecast("first"), new Dictionary<string, string> { ["forecasts.csv"] = "a,b\n" });

        var (forecast, again) = Ledger.Open("first");

        Assert.Equal(hash, again);
        Assert.Equal(Forecast("first"), forecast);
        Assert.Equal(["first"], Ledger.Names);
    }

    [Fact]
    public void A_name_is_never_written_twice()
    {
        _ = Ledger.Register(Forecast("first"), new Dictionary<string, string> { ["forecasts.csv"] = "a\n" });

        var refusal = Assert.Throws<StudyException>(() => Ledger.Register(Forecast("first"), new Dictionary<string, string> { ["forecasts.csv"] = "b\n" }));

        Assert.Contains("registered already", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("a\n", File.ReadAllText(Path.Combine(_folder.FullName, "first", "forecasts.csv")));
        Assert.Single(_folder.GetDirectories());
    }

    public static TheoryData<string> Files => ["forecasts.csv", "manifest.json", "SHA256SUMS"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_changed_byte_in_any_file_is_refused(string file)
    {
        _ = Ledger.Register(Forecast("first"), new Dictionary<string, string> { ["forecasts.csv"] = "a,b\n1,2\n" });
        var path = Path.Combine(_folder.FullName, "first", file);
        var bytes = File.ReadAllBytes(path);
        for (var place = 0; place < bytes.Length; place += Math.Max(1, bytes.Length / 7))
        {
            bytes[place] ^= 1;
            File.WriteAllBytes(path, bytes);

            Assert.Throws<ChangedForecastException>(() => Ledger.Open("first"));

            bytes[place] ^= 1;
            File.WriteAllBytes(path, bytes);
        }

        Assert.Equal("first", Ledger.Open("first").Forecast.Name);
    }

    [Fact]
    public void A_file_that_is_gone_or_was_added_is_refused()
    {
        _ = Ledger.Register(Forecast("first"), new Dictionary<string, string> { ["forecasts.csv"] = "a\n", ["posterior.csv"] = "p\n" });
        var added = Path.Combine(_folder.FullName, "first", "later.csv");
        File.WriteAllText(added, "x");

        Assert.Contains("later.csv", Assert.Throws<ChangedForecastException>(() => Ledger.Open("first")).Message, StringComparison.Ordinal);

        File.Delete(added);
        File.Delete(Path.Combine(_folder.FullName, "first", "posterior.csv"));
        Assert.Throws<ChangedForecastException>(() => Ledger.Open("first"));
    }

    [Theory]
    [InlineData("../elsewhere")]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("a/b")]
    public void A_name_that_is_a_path_is_none(string name)
    {
        Assert.Throws<StudyException>(() => Ledger.Register(Forecast(name), new Dictionary<string, string>()));
        Assert.Throws<StudyException>(() => Ledger.Open(name));
    }

    [Fact]
    public void An_unknown_name_is_answered_with_those_that_are_there()
    {
        _ = Ledger.Register(Forecast("first"), new Dictionary<string, string>());

        Assert.Contains("first", Assert.Throws<StudyException>(() => Ledger.Open("second")).Message, StringComparison.Ordinal);
    }

    private static RegisteredForecast Forecast(string name) => new()
    {
        Name = name,
        RegisteredAt = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Build = "1.0",
        Scenario = "history",
        ScenarioHash = "abc",
        From = "2024-01",
        Until = "2024-06",
        LastObserved = "2023-12",
        Fitted = "2021-01 to 2023-12",
        Replicates = 8,
        Seed = 3,
    };
}
