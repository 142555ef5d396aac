using System.Globalization;
using System.Runtime.InteropServices;
using CorridorSim.Fuzzing;
using CorridorSim.Fuzzing.Targets;

// dotnet run -c Release --project tests/CorridorSim.Fuzzing -- [inputs] [seed] [target, or all] [file that keeps what is done]
var inputs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var targets = AllTargets.List.Where(t => args.Length < 3 || args[2] == "all" || t.Name == args[2]).ToArray();
var weights = targets.Sum(t => t.Weight);
var ledger = new FuzzLedger(args.Length > 3 ? args[3] : null, seed, TimeSpan.FromSeconds(20));

using var stopping = new CancellationTokenSource();
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await Task.WhenAll(targets.Select(t => Task.Run(async () =>
    {
        await using var target = await t.Create();
        var report = await Fuzzer.RunAsync(
            target, (int)Math.Ceiling((double)inputs * t.Weight / weights), seed, targets.Length, ledger.Of(t.Name), Note, stopping.Token);
        Console.WriteLine(report);
    })));
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    Console.WriteLine(args.Length > 3 ? "stopped; the same command goes on" : "stopped");
}

ledger.Write();
foreach (var report in stopping.IsCancellationRequested ? ledger.Reports : [])
{
    Console.WriteLine(report);
}

var findings = ledger.Reports.Sum(r => r.Findings.Count);
Console.WriteLine($"{ledger.Reports.Sum(r => r.Inputs)} inputs, {findings} findings");
return stopping.IsCancellationRequested ? 130 : findings == 0 ? 0 : 1;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}

void Note(FuzzReport report)
{
    if (ledger.Note(report))
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:HH:mm:ss} {string.Join(", ", ledger.Reports.Select(r => $"{r.Target} {r.Inputs}"))}"));
    }
}
