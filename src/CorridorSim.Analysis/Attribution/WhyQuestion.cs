using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;

namespace CorridorSim.Analysis.Attribution;

/// <summary>
/// What differs between a scenario and its base, told apart into policy (the players of the attribution) and assumptions: both are
/// variants of one experiment, so a subset of clauses is a variant as well.
/// </summary>
public sealed class WhyQuestion
{
    /// <summary>Stands for the dates and conditions of an instrument where a provision would stand.</summary>
    public const string Terms = "terms";

    private readonly IReadOnlyDictionary<Slot, Distribution> _base;
    private readonly IReadOnlyList<SlotSetting> _assumptions;

    private WhyQuestion(
        Experiment experiment,
        IReadOnlyDictionary<Slot, Distribution> baseline,
        IReadOnlyList<SlotSetting> assumptions,
        IReadOnlyList<WhyPlayer> players)
    {
        Experiment = experiment;
        (_base, _assumptions) = (baseline, assumptions);
        Players = players;
    }

    /// <summary>The experiment of scenario (variant 0) and base (variant 1).</summary>
    public Experiment Experiment { get; }

    /// <summary>Clauses or agreements that differ, in the order of the plan.</summary>
    public IReadOnlyList<WhyPlayer> Players { get; }

    /// <summary>Whether world parameters differ as well.</summary>
    public bool ChangesAssumptions => _assumptions.Count > 0;

    /// <summary>Finds what differs.</summary>
    /// <param name="experiment">Variant 0 is the scenario, variant 1 its base.</param>
    /// <param name="byAgreement">Whether the clauses of an agreement count as one player.</param>
    /// <exception cref="ArgumentException">The experiment has no base.</exception>
    public static WhyQuestion Of(Experiment experiment, bool byAgreement = false)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        if (experiment.Variants.Count < 2)
        {
            throw new ArgumentException("The experiment has no base to compare with.", nameof(experiment));
        }

        var slots = experiment.World.Slots;
        var scenario = experiment.Variants[0].Settings.ToDictionary(s => s.Slot, s => s.Value);
        var baseline = experiment.Variants[1].Settings.ToDictionary(s => s.Slot, s => s.Value);
        SlotSetting[] different =
        [
            .. scenario.Keys.Union(baseline.Keys).Order()
                .Select(slot => (Slot: slot, New: scenario.GetValueOrDefault(slot, slots[slot.Index].Value), Old: baseline.GetValueOrDefault(slot, slots[slot.Index].Value)))
                .Where(d => d.New != d.Old)
                .Select(d => new SlotSetting(d.Slot, d.New)),
        ];
        var (moot, idle) = (Moot(experiment, scenario), Moot(experiment, baseline));
        foreach (var setting in different.Where(d => idle.Contains(d.Slot)))
        {
            // Conditions of what the base does not have change nothing in it, and are there when a clause joins.
            baseline[setting.Slot] = setting.Value;
            moot.Add(setting.Slot);
        }

        different = [.. different.Where(d => !moot.Contains(d.Slot))];
        var owners = Owners(experiment.World.Instruments, different.Select(d => d.Slot).ToHashSet());
        WhyPlayer[] players =
        [
            .. different.Where(d => owners.ContainsKey(d.Slot))
                .GroupBy(d => byAgreement ? owners[d.Slot] with { Provision = string.Empty } : owners[d.Slot])
                .OrderBy(g => g.Min(d => d.Slot))
                .Select(g => new WhyPlayer(g.Key.Agreement, g.Key.Provision, [.. g])),
        ];
        return new WhyQuestion(experiment, baseline, [.. different.Where(d => !owners.ContainsKey(d.Slot))], players);
    }

    /// <summary>The variant in which some players take part.</summary>
    /// <param name="players">Bit i set: player i takes part.</param>
    /// <param name="changedAssumptions">Whether world parameters are those of the scenario.</param>
    public Variant Subset(ulong players, bool changedAssumptions)
    {
        var settings = _base.ToDictionary();
        foreach (var setting in Players.Where((_, i) => (players >> i & 1) != 0).SelectMany(p => p.Settings).Concat(changedAssumptions ? _assumptions : []))
        {
            settings[setting.Slot] = setting.Value;
        }

        var name = string.Join('+', Players.Where((_, i) => (players >> i & 1) != 0));
        return new Variant(name.Length == 0 ? "none" : name, [.. settings.OrderBy(s => s.Key).Select(s => new SlotSetting(s.Key, s.Value))]);
    }

    /// <summary>Terms of instruments of which nothing is in force: they change nothing.</summary>
    private static HashSet<Slot> Moot(Experiment experiment, Dictionary<Slot, Distribution> settings) =>
    [
        .. experiment.World.Instruments
            .Where(i => i.Provisions.All(p => settings.GetValueOrDefault(p.InForce, experiment.World.Slots[p.InForce.Index].Value).Central == 0))
            .SelectMany(Slots),
    ];

    private static Dictionary<Slot, (string Agreement, string Provision)> Owners(IReadOnlyList<Instrument> instruments, HashSet<Slot> different)
    {
        var owners = new Dictionary<Slot, (string, string)>();
        foreach (var instrument in instruments)
        {
            foreach (var provision in instrument.Provisions)
            {
                var clause = Authored(provision.Id, instrument.Provisions.Where(p => p.Lever == provision.Lever).Select(p => p.Id));
                foreach (var slot in Slots(instrument, provision).Where(different.Contains))
                {
                    owners[slot] = (instrument.Id, clause);
                }
            }

            foreach (var slot in Slots(instrument).Where(different.Contains))
            {
                owners[slot] = (instrument.Id, Terms);
            }
        }

        return owners;
    }

    /// <summary>
    /// The identifier that the analyst wrote. Where scenario and base state a clause in ways that cannot share one (another
    /// subject, say), the plan holds both, the second as <c>id-2</c>; they are one player, exchanged as a whole.
    /// </summary>
    private static string Authored(string id, IEnumerable<string> alike)
    {
        var dash = id.LastIndexOf('-');
        return dash > 0 && int.TryParse(id[(dash + 1)..], out _) && alike.Contains(id[..dash]) ? id[..dash] : id;
    }

    private static IEnumerable<Slot> Slots(Instrument instrument, Provision p) =>
    [
        .. p.Slots(),
        .. instrument.Conditions.Where(c => c.Provision >= 0 && instrument.Provisions[c.Provision] == p).SelectMany(c => c.Slots()),
    ];

    private static IEnumerable<Slot> Slots(Instrument instrument) =>
    [
        instrument.SignedMonth,
        instrument.SunsetMonth,
        .. instrument.Conditions.Where(c => c.Provision < 0).SelectMany(c => c.Slots()),
        .. instrument.Compliance.SelectMany(c => c.Slots()),
    ];
}

/// <summary>A clause (or a whole agreement) that a scenario has otherwise than its base.</summary>
/// <param name="Agreement">Identifier of the agreement, or of the measures of a country.</param>
/// <param name="Provision">Identifier of the provision; <c>terms</c> for changed dates and conditions; empty for a whole agreement.</param>
/// <param name="Settings">Inputs as the scenario has them.</param>
public sealed record WhyPlayer(string Agreement, string Provision, IReadOnlyList<SlotSetting> Settings)
{
    /// <inheritdoc/>
    public override string ToString() => Provision.Length == 0 ? Agreement : $"{Agreement}/{Provision}";
}
