using System.Globalization;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Proof;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Sweeps;
using CorridorSim.Runs.Tables;
using CorridorSim.Runs.Tests.Folders;
using CorridorSim.Runs.Tests.Sweeps;

namespace CorridorSim.Runs.Tests.Proof;

/// <summary>
/// One bit of one file is flipped, over and over: verification notices, and readers tell what they told before or nothing. The
/// number of flips is CORRIDORSIM_BIT_FLIPS for each test, few in the suite; tests/bit-flips.sh does many.
/// </summary>
/// <param name="output">Takes the figures.</param>
public sealed class BitFlipTests(ITestOutputHelper output)
{
    private static readonly int Flips = int.Parse(Environment.GetEnvironmentVariable("CORRIDORSIM_BIT_FLIPS") ?? "25", CultureInfo.InvariantCulture);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_bit_of_a_run()
    {
        using var stored = new StoredResult();
        var (store, id) = (stored.Store, stored.Run.Manifest.Id);

        await FlipAsync(
            stored.Run.Folder,
            async () => (await new RunVerification(store.OpenClaims(id)).VerifyAsync(
                (_, _) => Task.FromResult<ProvenRun?>(new ProvenRun(stored.Result, StoredResult.Description)), cancellation: Cancellation)).IsConfirmed,
            () => Answers(store.Open(id)));
    }

    [Fact]
    public async Task Any_bit_of_a_sweep()
    {
        using var folder = new StoredResult();
        var store = new SweepStore(folder.Store);
        using var engine = new StoppingEngine();
        var options = new SweepOptions { Runner = new RunnerOptions { BlockSize = 8, Concurrency = 1 } };
        var sweep = await new SweepRunner(new Runner(engine), store).RunAsync(SmallSweep.Of(), options, null, Cancellation);

        await FlipAsync(
            sweep.Folder,
            async () => (await new SweepVerification(store.FindClaims(sweep.Manifest.Id)!).VerifyAsync(SmallSweep.Of(), new Runner(engine), 0, cancellation: Cancellation)).IsConfirmed,
            () => Answers(store.Find(sweep.Manifest.Id)!));
    }

    private async Task FlipAsync(string folder, Func<Task<bool>> isConfirmed, Func<string> answers)
    {
        var random = new Random(15);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => new FileInfo(f).Length > 0).Order(StringComparer.Ordinal).ToArray();
        var sound = answers();
        var (noticed, refused, untouched, faults) = (0, 0, 0, new List<string>());
        for (var flip = 0; flip < Flips; flip++)
        {
            var file = files[flip % files.Length];
            var bytes = await File.ReadAllBytesAsync(file, Cancellation);
            var bit = random.NextInt64(8L * bytes.Length);
            Forgery.Flip(file, bit);
            var flipped = $"bit {bit} of {Path.GetRelativePath(folder, file)}";
            if (await IsNoticedAsync(isConfirmed))
            {
                noticed++;
            }
            else
            {
                faults.Add($"{flipped} is not noticed");
            }

            switch (Told(answers))
            {
                case null:
                    refused++;
                    break;
                case { } told when told == sound:
                    untouched++;
                    break;
                default:
                    faults.Add($"{flipped} changes an answer");
                    break;
            }

            await File.WriteAllBytesAsync(file, bytes, Cancellation);
        }

        output.WriteLine($"{Flips} flips over {files.Length} files: {noticed} noticed by verification; readers refused {refused}, told the same in {untouched}");
        Assert.Empty(faults);
        Assert.True(await isConfirmed());
        Assert.Equal(sound, answers());
    }

    private static async Task<bool> IsNoticedAsync(Func<Task<bool>> isConfirmed)
    {
        try
        {
            return !await isConfirmed();
        }
        catch (RunStoreException)
        {
            return true;
        }
    }

    private static string? Told(Func<string> answers)
    {
        try
        {
            return answers();
        }
        catch (RunStoreException)
        {
            return null;
        }
    }

    private static string Answers(StoredRun run)
    {
        var reader = new RunReader(run);
        var series = reader.Series().Select(s => $"{s} {string.Join(' ', reader.Read(s.Key).SelectMany(l => l))}");
        var acts = RunActs.Read(run, "with").Select(a => a.ToString());
        var lanes = File.ReadAllBytes(run.Checked(StoredRun.LanesFile)).Length.ToString(CultureInfo.InvariantCulture);
        return string.Join('\n', [Text(run.Manifest), .. series, .. acts, lanes, run.ReadScenario(), Text(run.ReadGeography())]);
    }

    private static string Answers(StoredSweep sweep)
    {
        var reader = new SweepReader(sweep);
        var figures = reader.Figures().Select(f => string.Join(' ', f));
        return string.Join(
            '\n',
            [
                Text(sweep.Manifest), .. figures, Text(sweep.ReadJournal()), string.Join(' ', reader.Points().Cast<double>()), string.Join(' ', reader.Means(0)),
                File.ReadAllText(sweep.Checked(StoredSweep.SweepFile)), File.ReadAllText(sweep.Checked(StoredSweep.ScenarioFile)),
            ]);
    }

    private static string Text<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value);
}
