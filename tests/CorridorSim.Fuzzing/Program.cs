using System.Globalization;
using CorridorSim.Fuzzing;
using CorridorSim.Fuzzing.Targets;

// dotnet run -c Release --project tests/CorridorSim.Fuzzing -- [inputs] [seed] [target]
var inputs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1;
var targets = AllTargets.List.Where(t => args.Length < 3 || t.Name == args[2]).ToArray();
var weights = targets.Sum(t => t.Weight);

var reports = await Task.WhenAll(targets.Select(t => Task.Run(async () =>
{
    await using var target = await t.Create();
    var report = await Fuzzer.RunAsync(target, (int)Math.Ceiling((double)inputs * t.Weight / weights), seed, targets.Length);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Target,-12} {report.Inputs,8} inputs {report.Accepted,7} taken {report.Refused,8} refused {report.Findings.Count,5} findings  slowest {report.Slowest.TotalSeconds:F2} s  all {report.Elapsed.TotalSeconds:F0} s{Describe(report)}"));
    return report;
})));

var findings = reports.Sum(r => r.Findings.Count);
Console.WriteLine($"{reports.Sum(r => r.Inputs)} inputs, {findings} findings");
return findings == 0 ? 0 : 1;

// At once, and not at the end of all: a long run may be stopped.
static string Describe(FuzzReport report) => string.Concat(report.Findings.GroupBy(f => f.Complaint[..Math.Min(f.Complaint.Length, 160)]).Take(10).Select(kind =>
{
    var first = kind.MinBy(f => f.Input.Length)!;
    return $"\n{kind.Count()} x {first.Target}, seed {first.Seed}: {first.Complaint}\n--- input\n{first.Input[..Math.Min(first.Input.Length, 1500)]}";
}));
