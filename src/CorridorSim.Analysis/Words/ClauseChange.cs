using CorridorSim.Scenarios.Files;

namespace CorridorSim.Analysis.Words;

/// <summary>A clause of a scenario that its base has not, or has with other terms.</summary>
/// <param name="Instrument">The agreement or the measures it belongs to.</param>
/// <param name="Clause">The clause.</param>
public sealed record ClauseChange(InstrumentText Instrument, ProvisionText Clause)
{
    /// <summary>Clauses of a scenario, told apart into those that differ from the base and those that it shares with it.</summary>
    public static ILookup<bool, ClauseChange> Of(ResolvedScenario scenario, ResolvedScenario? baseline)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var known = (baseline?.Instruments ?? []).SelectMany(i => i.Provisions.Select(p => Terms(i, p))).ToHashSet();
        return scenario.Instruments
            .SelectMany(i => i.Provisions.Select(p => new ClauseChange(i, p)))
            .ToLookup(c => !known.Contains(Terms(c.Instrument, c.Clause)));
    }

    private static object Terms(InstrumentText instrument, ProvisionText clause) => (
        instrument.Id, clause.Id, clause.Lever.Name, clause.Subject, clause.Reciprocal,
        (clause.Size.Value, clause.From, clause.To, clause.RampMonths, clause.FadeMonths, clause.UnitCost));
}
