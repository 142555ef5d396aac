using CorridorSim.Runs.Folders;

namespace CorridorSim.Runs.Tests.Folders;

public sealed class VerificationTests : IDisposable
{
    private readonly StoredResult _stored = new();

    [Theory]
    [InlineData(1)]
    [InlineData(24)]
    public async Task A_run_is_confirmed_when_it_is_run_again_in_blocks_of_another_size(int blockSize)
    {
        var report = await Verification.VerifyAsync(
            _stored.Run, (_, _) => Task.FromResult(StoredResult.Simulate(_stored.Result.Plan.Experiment, blockSize).Hash));

        Assert.True(report.IsConfirmed);
    }

    [Fact]
    public async Task A_run_that_gives_other_numbers_is_not_confirmed()
    {
        var other = _stored.Result.Plan.Experiment with { Seed = 8 };

        var report = await Verification.VerifyAsync(_stored.Run, (_, _) => Task.FromResult(StoredResult.Simulate(other, 8).Hash));

        Assert.False(report.IsConfirmed);
        Assert.NotEqual(report.StoredHash, report.RerunHash);
    }

    [Fact]
    public async Task One_altered_byte_in_any_file_is_found()
    {
        foreach (var file in _stored.Run.Manifest.Files.Keys)
        {
            var path = _stored.Run.PathOf(file);
            var bytes = await File.ReadAllBytesAsync(path);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(path, bytes);

            var report = await VerifyFilesAsync();

            Assert.Equal(file, Assert.Single(report.Altered));
            Assert.False(report.IsConfirmed);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(path, bytes);
        }
    }

    [Fact]
    public async Task A_missing_and_an_added_file_are_found()
    {
        File.Move(_stored.Run.PathOf("events.parquet"), _stored.Run.PathOf("other.parquet"));

        var report = await VerifyFilesAsync();

        Assert.Equal("events.parquet", Assert.Single(report.Missing));
        Assert.Equal("other.parquet", Assert.Single(report.Unexpected));
        Assert.False(report.IsConfirmed);
    }

    public void Dispose() => _stored.Dispose();

    private Task<VerificationReport> VerifyFilesAsync() =>
        Verification.VerifyAsync(_stored.Run, (run, _) => Task.FromResult(run.Manifest.ResultHash));
}
