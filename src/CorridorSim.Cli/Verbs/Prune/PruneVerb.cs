using System.CommandLine;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Delete;
using CorridorSim.Cli.Verbs.Prune;
using CorridorSim.Runs.Keeping;
using CorridorSim.Runs.Store;

[assembly: Verb<PruneVerb>(320)]

namespace CorridorSim.Cli.Verbs.Prune;

/// <summary>Throws away the runs and sweeps that a rule names.</summary>
internal sealed class PruneVerb : IVerb
{
    public static Command Create()
    {
        var older = Strict.Age("--older-than", "only what is older: hours, days or weeks, such as 36h, 30d or 8w");
        var keep = Strict.Whole("--keep", "how many of the newest stay, 0 to 100000", 0, 100_000);
        var scenario = new Option<string?>("--scenario") { Description = "only this scenario" };
        var kind = KindOption.Create();
        var dry = new Option<bool>("--dry-run") { Description = "only say what would go" };
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        var verb = new Command("prune", "delete old runs and sweeps, without asking: corridorsim prune --older-than 30d --keep 10 --dry-run")
        {
            older, keep, scenario, kind, dry, runs, json,
        };
        verb.Validators.Add(r =>
        {
            if (r.GetResult(older) is null && r.GetResult(keep) is null)
            {
                r.AddError("prune needs --older-than, --keep, or both");
            }
        });
        verb.SetAction((parsed, cancellation) => Outcome.OfAsync(async () =>
        {
            var store = parsed.Store(runs);
            store.DemandThere();
            var rule = new PruneRule
            {
                OlderThan = parsed.GetValue(older),
                Keep = parsed.GetValue(keep),
                Scenario = parsed.GetValue(scenario),
                Kind = parsed.GetValue(kind),
            };
            var chosen = rule.Choose(new StoreCatalogue(store).List().Entries, DateTimeOffset.UtcNow);
            await RemovedEntry.RemoveAsync(store, [.. chosen.Select(RemovedEntry.Of)], parsed.GetValue(dry), parsed.GetValue(json), cancellation);
            return ExitCodes.Done;
        }));
        return verb;
    }
}

/// <summary>The option that tells runs from sweeps.</summary>
internal static class KindOption
{
    public static Option<string?> Create()
    {
        var kind = new Option<string?>("--kind") { Description = "only runs, or only sweeps: run or sweep" };
        kind.AcceptOnlyFromAmong(StoreEntry.RunKind, "sweep");
        return kind;
    }
}
