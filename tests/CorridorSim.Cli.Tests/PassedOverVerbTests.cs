namespace CorridorSim.Cli.Tests;

/// <summary>Where the newest run is damaged, readers say which one they take, and who would do harm to another one refuses.</summary>
public sealed class PassedOverVerbTests : IAsyncLifetime
{
    private readonly BuiltProgram _program = new();
    private string _sound = string.Empty;
    private string _damaged = string.Empty;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        string[] run = ["run", "scenarios/no-pacts.yaml", "--to", "2021-03", "--replicates", "2", "--quiet", "--runs", _program.Runs];
        Assert.Equal(0, (await _program.StartAsync(run)).Code);
        _sound = Path.GetFileName(Directory.GetDirectories(_program.Runs).Single());
        Assert.Equal(0, (await _program.StartAsync(run)).Code);
        _damaged = Directory.GetDirectories(_program.Runs).Select(Path.GetFileName).Single(f => f != _sound)!;
        await File.WriteAllTextAsync(Path.Combine(_program.Runs, _damaged, "manifest.json"), "{", TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _program.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Readers_answer_of_the_newest_sound_one_and_name_the_damaged_one_in_one_line()
    {
        string[][] readers =
        [
            ["show", "latest"], ["show", "latest", "--json"], ["compare", "latest", "latest"],
            ["export", "latest", "--headline", "--out", Path.Combine(_program.Runs, "sheet.csv")], ["report", "latest", "--out", Path.Combine(_program.Runs, "page.html")],
            ["note", "latest", "read"],
        ];
        foreach (var reader in readers)
        {
            var (code, _, error) = await _program.StartAsync([.. reader, "--runs", _program.Runs]);

            Assert.True(code == 0, $"{string.Join(' ', reader)}: {code} {error}");
            Assert.All(error.TrimEnd('\n').Split('\n'), line => Assert.StartsWith($"corridorsim: 'latest' is taken to mean {_sound}; {_damaged} is damaged and passed over: ", line, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("verify")]
    [InlineData("sign")]
    public async Task Who_deletes_proves_or_signs_does_it_to_no_other_one(string verb)
    {
        var key = Path.Combine(_program.Runs, "author.pem");
        Assert.Equal(0, (await _program.StartAsync("sign", "--new-key", key)).Code);

        var (code, _, error) = await _program.StartAsync([verb, "latest", "--runs", _program.Runs, .. verb == "sign" ? (string[])["--key", key] : []]);

        Assert.Equal(10, code);
        Assert.Contains(_damaged, Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_program.Runs, _sound, "manifest.json")));
        Assert.False(File.Exists(Path.Combine(_program.Runs, _sound, "signature.json")));
    }
}
