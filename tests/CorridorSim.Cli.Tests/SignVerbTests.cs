using System.Text.Json;

namespace CorridorSim.Cli.Tests;

public sealed class SignVerbTests : IDisposable
{
    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_signed_run_is_confirmed_as_its_authors_and_nobody_elses()
    {
        var (author, stranger) = (Path.Combine(_program.Runs, "author.pem"), Path.Combine(_program.Runs, "stranger.pem"));
        var runs = Path.Combine(_program.Runs, "runs");
        await StartAsync(0, "run", "scenarios/us-panama-2022.yaml", "--replicates", "1", "--to", "2021-03", "--quiet", "--runs", runs);
        await StartAsync(0, "sign", "--new-key", author);
        await StartAsync(0, "sign", "--new-key", stranger);

        await StartAsync(3, "sign", "--new-key", author);
        await StartAsync(2, "sign", "latest", "--runs", runs);
        await StartAsync(7, "verify", "latest", "--author", author + ".pub", "--runs", runs);
        await StartAsync(3, "sign", "latest", "--key", author + ".pub", "--runs", runs);
        var signed = await StartAsync(0, "sign", "latest", "--key", author, "--json", "--runs", runs);
        var proof = await StartAsync(0, "verify", "latest", "--author", author + ".pub", "--json", "--runs", runs);
        var foreign = await StartAsync(7, "verify", "latest", "--author", stranger + ".pub", "--runs", runs);

        Assert.Equal(Member(signed, "signedBy"), Member(proof, "signedBy"));
        Assert.Contains("altered: signature.json: another author signed it", foreign, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(author));
        }
    }

    private static string Member(string json, string name) => JsonDocument.Parse(json).RootElement.GetProperty(name).GetString()!;

    private async Task<string> StartAsync(int expected, params string[] arguments)
    {
        var (code, output, error) = await _program.StartAsync(arguments);
        Assert.True(code == expected, $"{string.Join(' ', arguments)}: {code}, {error}");
        return output;
    }
}
