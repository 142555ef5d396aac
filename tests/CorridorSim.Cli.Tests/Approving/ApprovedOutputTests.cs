using System.Net;
using System.Text.RegularExpressions;

namespace CorridorSim.Cli.Tests.Approving;

/// <summary>What a reader sees of a shipped scenario: help, tables and report, as somebody has read and approved them.</summary>
public sealed partial class ApprovedOutputTests : IDisposable
{
    private const string Pact = "scenarios/us-panama-2022.yaml";

    private static readonly string[] Small = ["--replicates", "8", "--to", "2023-06", "--quiet"];

    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Help_reads_as_approved() => Approved.Check("help", await PrintedAsync("--help"));

    [Fact]
    public async Task Manual_with_every_verb_and_option_reads_as_approved() => Approved.Check("manual", await PrintedAsync("man"));

    [Fact]
    public async Task Table_of_a_run_reads_as_approved() => Approved.Check("run", await PrintedAsync(["run", Pact, "--runs", _program.Runs, .. Small]));

    [Fact]
    public async Task Table_of_a_comparison_reads_as_approved() =>
        Approved.Check("compare", await PrintedAsync(["compare", "scenarios/no-pacts.yaml", Pact, .. Small]));

    [Fact]
    public async Task Report_of_a_run_reads_as_approved()
    {
        var file = Path.Combine(_program.Runs, "report.html");
        await PrintedAsync(["run", Pact, "--runs", _program.Runs, .. Small]);
        await PrintedAsync("report", "latest", "--runs", _program.Runs, "--out", file);

        Approved.Check("report", Readable(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
    }

    private async Task<string> PrintedAsync(params string[] arguments)
    {
        var (code, output, error) = await _program.StartAsync(arguments);
        Assert.True(code == 0, error);
        return output;
    }

    /// <summary>What a reader reads without opening anything: text, and tables row by row; not drawings, nor the scenario, which its own file shows.</summary>
    private static string Readable(string html)
    {
        var text = WebUtility.HtmlDecode(Tag().Replace(Cell().Replace(Unread().Replace(html, string.Empty), " | "), "\n"));
        return string.Join('\n', text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)) + "\n";
    }

    [GeneratedRegex("<(style|svg|pre|script|details)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unread();

    [GeneratedRegex("(</t[dh]>|<br>)\\s*<t[dh][^>]*>")]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
