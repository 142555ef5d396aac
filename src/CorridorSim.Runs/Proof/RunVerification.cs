using System.Text.Json;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Runs.Proof;

/// <summary>
/// Proves a stored run: its files are those that were written, and manifest, set of files and tables are what its scenario gives
/// when it is run again. Nothing that the folder says is compared with itself alone.
/// </summary>
/// <param name="run">The run, its manifest as it claims to be.</param>
public sealed class RunVerification(StoredRun run)
{
    /// <summary>What nothing follows for: the name is the analyst's, the time and the program are those of then.</summary>
    private static readonly string[] Open = ["created", "elapsedSeconds", "version", "build", "files"];

    private static readonly string[] OfNumbers = ["resultHash", "ledgerError", "failures", "status"];

    private readonly FolderProof _folder = new(run.Folder);
    private readonly List<Finding> _findings = [];
    private readonly List<string> _notes = [];

    /// <summary>Checks the files, then runs the scenario again and compares.</summary>
    /// <param name="prove">Runs the stored scenario again; null when it cannot be run here.</param>
    /// <param name="author">A key, PEM, whose signature there must be; null when there need be none.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<VerificationReport> VerifyAsync(
        Func<StoredRun, CancellationToken, Task<ProvenRun?>> prove, string? author = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(prove);
        var manifest = run.Manifest;
        _folder.LookAtFiles(manifest.Files);
        _folder.LookAtManifest(author);
        LookAtName();
        var proven = _folder.IsSound(StoredRun.ScenarioFile) ? await prove(run, cancellation) : null;
        if (proven is not null)
        {
            Compare(proven, cancellation);
        }
        else if (_folder.IsSound(StoredRun.ScenarioFile))
        {
            _findings.Add(new Finding(FindingKind.AnotherWorld, StoredRun.ScenarioFile, "the scenario cannot be run with the world that lies here; name its folder with --scenarios"));
        }

        return new VerificationReport
        {
            Findings = [.. _folder.Findings, .. _findings],
            Notes = _notes,
            SignedBy = _folder.SignedBy,
            StoredHash = manifest.ResultHash,
            RerunHash = proven?.Result.Hash,
            LanesSimulated = proven?.Result.Plan.Experiment.Lanes ?? 0,
        };
    }

    /// <summary>A run is called by its scenario, its time and its result.</summary>
    private void LookAtName()
    {
        var name = RunId.Of(run.Manifest.Scenario, run.Manifest.Created, run.Manifest.ResultHash);
        if (run.Manifest.Id != name && !run.Manifest.Id.StartsWith(name + "-", StringComparison.Ordinal))
        {
            _findings.Add(new Finding(FindingKind.Altered, "created", $"a run of this scenario, time and result is called {name}"));
        }
    }

    private void Compare(ProvenRun proven, CancellationToken cancellation)
    {
        var (stored, description) = (run.Manifest, proven.Description with { Name = run.Manifest.Name });
        if (stored.WorldHash.Length > 0 && stored.WorldHash != description.WorldHash)
        {
            _findings.Add(new Finding(FindingKind.AnotherWorld, "worldHash", $"the run was made with the world {stored.WorldHash[..Math.Min(8, stored.WorldHash.Length)]}, here lies {description.WorldHash[..8]}"));
            return;
        }

        if (stored.Build != ModelBuild.Id || stored.Version != description.Version)
        {
            _notes.Add($"another build wrote it: version {stored.Version}, model {Short(stored.Build)}; this is version {description.Version}, model {Short(ModelBuild.Id)}");
        }

        var folder = Directory.CreateTempSubdirectory("corridorsim-proof-");
        try
        {
            using var tables = new RunTables(proven.Result);
            var derived = RunFiles.Write(folder.FullName, tables, proven.Result, description, stored.Id, stored.Created, cancellation);
            Compare(derived);
            Compare(stored, derived, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void Compare(RunManifest derived)
    {
        foreach (var finding in ManifestComparison.Of(run.Folder, JsonSerializer.SerializeToNode(derived, ManifestJson.Default.RunManifest), Open))
        {
            _findings.Add(OfNumbers.Contains(finding.What) ? OfBuild(finding) : finding);
        }
    }

    private void Compare(RunManifest stored, RunManifest derived, string folder)
    {
        foreach (var file in stored.Files.Keys.Union(derived.Files.Keys).Order(StringComparer.Ordinal).Where(_folder.IsSound))
        {
            if (!derived.Files.TryGetValue(file, out var checksum))
            {
                _findings.Add(OfBuild(new Finding(FindingKind.Altered, file, "the scenario gives no such file")));
            }
            else if (!stored.Files.TryGetValue(file, out var written))
            {
                _findings.Add(OfBuild(new Finding(FindingKind.Altered, file, "the scenario gives this file, and the manifest does not have it")));
            }
            else if (written != checksum && Difference(file, folder) is { } difference)
            {
                _findings.Add(OfBuild(new Finding(FindingKind.Altered, file, difference)));
            }
        }
    }

    private string? Difference(string file, string folder) => file.EndsWith(".parquet", StringComparison.Ordinal)
        ? TableComparison.Difference(run.PathOf(file), Path.Combine(folder, file))
        : "it is not the text that the scenario gives";

    /// <summary>Other numbers of another build are no forgery; the build that made them can tell.</summary>
    private Finding OfBuild(Finding finding) =>
        run.Manifest.Build == ModelBuild.Id ? finding : finding with { Kind = FindingKind.AnotherBuild };

    private static string Short(string build) => build.Length > 8 ? build[..8] : build.Length == 0 ? "unknown" : build;
}

/// <summary>A stored scenario run again: everything that its folder should say follows from this.</summary>
/// <param name="Result">The new result.</param>
/// <param name="Description">What the scenario and the program here say of it.</param>
public sealed record ProvenRun(ExperimentResult Result, RunDescription Description);
