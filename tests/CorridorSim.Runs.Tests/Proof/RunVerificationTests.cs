using System.Text.Json.Nodes;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Proof;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using CorridorSim.Runs.Tests.Folders;

namespace CorridorSim.Runs.Tests.Proof;

public sealed class RunVerificationTests : IDisposable
{
    /// <summary>Nothing follows for these: they are the analyst's, or of the hour and the program; only seal and signature guard them.</summary>
    private static readonly string[] Open = ["name", "elapsedSeconds", "version", "build", "created"];

    private readonly StoredResult _stored = new();

    /// <inheritdoc/>
    public void Dispose() => _stored.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    public async Task A_run_is_confirmed_when_it_is_run_again_in_blocks_of_another_size(int blockSize)
    {
        var report = await VerifyAsync(blockSize: blockSize);

        Assert.Empty(report.Findings);
        Assert.Equal((true, 24), (report.IsConfirmed, (int)report.LanesSimulated));
    }

    [Fact]
    public async Task Another_seed_gives_other_numbers_and_is_told_as_altered()
    {
        var report = await VerifyAsync(seed: 8);

        Assert.NotEqual(report.StoredHash, report.RerunHash);
        Assert.Contains(report.Findings, f => f is { Kind: FindingKind.Altered, What: "seed" });
        Assert.Contains(report.Findings, f => f is { Kind: FindingKind.Altered, What: "resultHash" });
        Assert.Contains(report.Findings, f => f is { Kind: FindingKind.Altered, What: "summary.parquet" });
        Assert.DoesNotContain(report.Findings, f => f.Kind is FindingKind.Damaged or FindingKind.AnotherBuild);
    }

    [Fact]
    public async Task A_damaged_a_missing_and_an_added_file_are_told_apart()
    {
        Forgery.Flip(_stored.Run.PathOf("lanes.parquet"), 800);
        File.Move(_stored.Run.PathOf("events.parquet"), _stored.Run.PathOf("other.parquet"));

        var report = await VerifyAsync();

        Assert.Equal(
            [(FindingKind.Missing, "events.parquet"), (FindingKind.Damaged, "lanes.parquet"), (FindingKind.Unexpected, "other.parquet")],
            report.Findings.Select(f => (f.Kind, f.What)));
    }

    [Fact]
    public async Task Numbers_of_another_build_are_no_forgery()
    {
        Forgery.Edit(_stored.Run.Folder, m => m["build"] = "00000000000000000000000000000000", seals: true);

        var same = await VerifyAsync();
        var other = await VerifyAsync(seed: 8);

        Assert.True(same.IsConfirmed);
        Assert.Contains("another build", Assert.Single(same.Notes), StringComparison.Ordinal);
        Assert.Contains(other.Findings, f => f is { Kind: FindingKind.AnotherBuild, What: "resultHash" });
    }

    [Fact]
    public async Task Another_world_is_told_from_an_altered_run()
    {
        var report = await VerifyAsync(description: StoredResult.Description with { WorldHash = new string('b', 64), ScenarioHash = "other" });

        Assert.Equal((FindingKind.AnotherWorld, "worldHash"), (Assert.Single(report.Findings).Kind, report.Findings[0].What));
    }

    [Fact]
    public async Task Every_edit_of_the_manifest_is_noticed_by_readers_and_one_that_is_sealed_again_by_its_proof()
    {
        var path = _stored.Run.PathOf(RunManifest.FileName);
        var sound = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var edits = Forgery.Edits(JsonNode.Parse(sound)!.AsObject()).ToArray();
        foreach (var (what, change) in edits)
        {
            Forgery.Edit(_stored.Run.Folder, change, seals: false);
            Assert.True(IsRefused(() => _stored.Store.Open(_stored.Run.Manifest.Id)), what);
            await File.WriteAllTextAsync(path, sound, TestContext.Current.CancellationToken);

            Forgery.Edit(_stored.Run.Folder, change, seals: true);
            Assert.True(await IsNoticedAsync() || Open.Any(o => what.StartsWith(o, StringComparison.Ordinal)), what);
            await File.WriteAllTextAsync(path, sound, TestContext.Current.CancellationToken);
        }

        Assert.True(edits.Length >= 60, $"{edits.Length} edits");
        Assert.True((await VerifyAsync()).IsConfirmed);
    }

    [Fact]
    public async Task The_tables_of_another_seed_under_their_own_checksums_are_noticed()
    {
        var other = StoredResult.Simulate(_stored.Result.Plan.Experiment with { Seed = 8 }, 8);
        var foreign = new RunWriter(_stored.Store).Write(other, StoredResult.Description);
        foreach (var file in new[] { "summary.parquet", "lanes.parquet", "events.parquet", _stored.Run.SeriesFiles[0] })
        {
            var sound = await File.ReadAllBytesAsync(_stored.Run.PathOf(file), TestContext.Current.CancellationToken);
            File.Copy(foreign.PathOf(file), _stored.Run.PathOf(file), overwrite: true);
            Forgery.Edit(_stored.Run.Folder, m => m["files"]![file] = foreign.Manifest.Files[file], seals: true);

            var report = await VerifyAsync();

            Assert.Contains(report.Findings, f => f.Kind == FindingKind.Altered && f.What == file);
            await File.WriteAllBytesAsync(_stored.Run.PathOf(file), sound, TestContext.Current.CancellationToken);
            Forgery.Edit(_stored.Run.Folder, m => m["files"]![file] = _stored.Run.Manifest.Files[file], seals: true);
        }
    }

    [Fact]
    public async Task Two_files_in_the_place_of_each_other_are_noticed()
    {
        var (a, b) = (_stored.Run.SeriesFiles[0], _stored.Run.SeriesFiles[1]);
        File.Move(_stored.Run.PathOf(a), _stored.Run.PathOf("aside"));
        File.Move(_stored.Run.PathOf(b), _stored.Run.PathOf(a));
        File.Move(_stored.Run.PathOf("aside"), _stored.Run.PathOf(b));

        var careless = await VerifyAsync();
        Forgery.Edit(
            _stored.Run.Folder,
            m => (m["files"]![a], m["files"]![b]) = (_stored.Run.Manifest.Files[b], _stored.Run.Manifest.Files[a]),
            seals: true);
        var careful = await VerifyAsync();

        Assert.Equal([(FindingKind.Damaged, a), (FindingKind.Damaged, b)], careless.Findings.Select(f => (f.Kind, f.What)));
        Assert.Equal([(FindingKind.Altered, a), (FindingKind.Altered, b)], careful.Findings.Select(f => (f.Kind, f.What)));
    }

    [Fact]
    public async Task A_signature_holds_until_the_manifest_is_another_and_is_that_of_its_author()
    {
        var (author, shared) = ManifestSignature.NewKeys();
        var (_, stranger) = ManifestSignature.NewKeys();

        var unsigned = await VerifyAsync(author: shared);
        var signature = ManifestSignature.Sign(_stored.Run.Folder, author);
        var signed = await VerifyAsync(author: shared);
        var foreign = await VerifyAsync(author: stranger);
        Forgery.Edit(_stored.Run.Folder, m => m["name"] = "another", seals: true);
        var forged = await VerifyAsync();

        Assert.Equal((FindingKind.Missing, ManifestSignature.FileName), (Assert.Single(unsigned.Findings).Kind, unsigned.Findings[0].What));
        Assert.Equal((true, signature.Fingerprint), (signed.IsConfirmed, signed.SignedBy));
        Assert.Equal((FindingKind.Altered, ManifestSignature.FileName), (Assert.Single(foreign.Findings).Kind, foreign.Findings[0].What));
        Assert.Equal((FindingKind.Altered, ManifestSignature.FileName), (Assert.Single(forged.Findings).Kind, forged.Findings[0].What));
        Assert.Throws<SigningKeyException>(() => ManifestSignature.Sign(_stored.Run.Folder, shared));
        Assert.Throws<SigningKeyException>(() => ManifestSignature.Sign(_stored.Run.Folder, "no key"));
    }

    private async Task<bool> IsNoticedAsync()
    {
        try
        {
            return !(await VerifyAsync()).IsConfirmed;
        }
        catch (RunStoreException)
        {
            return true;
        }
    }

    private Task<VerificationReport> VerifyAsync(int blockSize = 8, ulong? seed = null, RunDescription? description = null, string? author = null)
    {
        var experiment = _stored.Result.Plan.Experiment;
        var again = StoredResult.Simulate(seed is { } other ? experiment with { Seed = other } : experiment, blockSize);
        return new RunVerification(_stored.Store.OpenClaims(_stored.Run.Manifest.Id)).VerifyAsync(
            (_, _) => Task.FromResult<ProvenRun?>(new ProvenRun(again, description ?? StoredResult.Description)), author, TestContext.Current.CancellationToken);
    }

    private static bool IsRefused(Func<StoredRun> act)
    {
        try
        {
            _ = act();
            return false;
        }
        catch (RunStoreException)
        {
            return true;
        }
    }
}
