using System.CommandLine;
using CorridorSim.Analysis.Robustness;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Robust;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios.Sweeps;

[assembly: Verb<RobustVerb>(140)]

namespace CorridorSim.Cli.Verbs.Robust;

/// <summary>Judges policies over futures.</summary>
internal sealed class RobustVerb : IVerb
{
    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "sweep with levers and uncertainties: identifier, its start, the id of its file, or latest" };
        var assurance = Strict.Share("--assurance", "share of futures in which a party has to be no worse off to stay, above 0, up to 1", 0.9);
        var runs = StoreOption.Create();
        var json = new Option<bool>("--json") { Description = "print one JSON document" };
        var verb = new Command("robust", "find the policies that do well in many futures, and the parties that would leave the agreement: corridorsim robust latest") { run, assurance, runs, json };
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var sweep = new SweepStore(parsed.Store(runs)).Open(parsed.GetValue(run)!);
            var (goals, parties) = SweepFile.Judgement(await File.ReadAllTextAsync(sweep.Checked(StoredSweep.SweepFile), cancellation));
            var report = new RobustReport(sweep, new RobustStudy(SweepTable.Read(sweep), goals, parties).Judge(parsed.GetValue(assurance)));
            await (parsed.GetValue(json) ? report.WriteJsonAsync() : report.WriteTextAsync());
            return ExitCodes.Done;
        }));
        return verb;
    }
}
