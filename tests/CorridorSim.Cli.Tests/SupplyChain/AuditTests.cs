using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CorridorSim.Cli.Tests.SupplyChain;

/// <summary>Restores a project under the rules of this repository, with a source of advisories that names one of its packages.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-audit-").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("true", "4.0.0", "error NU1903", 1)]
    [InlineData("false", "4.0.0", "warning NU1903", 0)]
    [InlineData("true", "3.0.0", "", 0)]
    public async Task A_known_vulnerability_is_an_error_in_continuous_integration(string ci, string vulnerableBelow, string expected, int code)
    {
        await using var advisories = await AdvisoriesAsync(vulnerableBelow);

        var (exit, output) = await RestoreAsync(ci, $"{advisories.Urls.Single()}/index.json");

        Assert.Equal((code, true), (exit, output.Contains(expected, StringComparison.Ordinal)));
        Assert.Equal(expected.Length > 0, output.Contains("NU1903", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_source_of_advisories_that_is_away_is_only_a_warning()
    {
        var (exit, output) = await RestoreAsync("true", "http://127.0.0.1:1/index.json");

        Assert.Equal((0, true), (exit, output.Contains("warning NU1900", StringComparison.Ordinal)));
    }

    private static async Task<WebApplication> AdvisoriesAsync(string vulnerableBelow)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        string Here(HttpContext context, string path) => $"{context.Request.Scheme}://{context.Request.Host}/{path}";
        app.MapGet("/index.json", (HttpContext c) => Results.Text(
            $$"""{"version":"3.0.0","resources":[{"@id":"{{Here(c, "vulnerabilities.json")}}","@type":"VulnerabilityInfo/6.7.0"}]}""", "application/json"));
        app.MapGet("/vulnerabilities.json", (HttpContext c) => Results.Text(
            $$"""[{"@name":"base","@id":"{{Here(c, "base.json")}}","@updated":"2026-01-01T00:00:00Z"}]""", "application/json"));
        app.MapGet("/base.json", () => Results.Text(
            $$"""{"google.protobuf":[{"severity":2,"url":"https://example.org/advisory","versions":"(, {{vulnerableBelow}})"}]}""", "application/json"));
        await app.StartAsync();
        return app;
    }

    private async Task<(int Code, string Output)> RestoreAsync(string ci, string advisories)
    {
        var rules = Path.Combine(Repository.Root, "Directory.Build.props");
        var version = Version();
        await File.WriteAllTextAsync(Path.Combine(_folder, "Directory.Build.props"), $"<Project><Import Project=\"{rules}\" /></Project>");
        await File.WriteAllTextAsync(Path.Combine(_folder, "audited.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><RuntimeIdentifiers></RuntimeIdentifiers><UseCurrentRuntimeIdentifier>false</UseCurrentRuntimeIdentifier></PropertyGroup>
              <ItemGroup><PackageReference Include="Google.Protobuf" Version="[{version}]" /></ItemGroup>
            </Project>
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <auditSources><clear /><add key="advisories" value="{advisories}" allowInsecureConnections="true" /></auditSources>
            </configuration>
            """);
        var start = new ProcessStartInfo("dotnet", ["restore", "audited.csproj", "--no-cache", "-tl:off", "--disable-build-servers"]) { RedirectStandardOutput = true, WorkingDirectory = _folder };
        start.Environment["CI"] = ci;
        // Answers are kept by address, and ports come back.
        start.Environment["NUGET_HTTP_CACHE_PATH"] = Path.Combine(_folder, "cache");
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var restore = Process.Start(start)!;
        var output = await restore.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await restore.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (restore.ExitCode, output);
    }

    /// <summary>The version that these tests themselves restore: it is there without a registry.</summary>
    private static string Version() => File.ReadLines(Path.Combine(Repository.Root, "Directory.Packages.props"))
        .Single(l => l.Contains("\"Google.Protobuf\"", StringComparison.Ordinal)).Split('"')[3];
}
