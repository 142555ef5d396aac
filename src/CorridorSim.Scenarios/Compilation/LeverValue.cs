using System.Globalization;
using CorridorSim.Model;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Clauses;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Scenarios.Compilation;

/// <summary>
/// What a provision makes of the values it moves: before it, as the parent has them in its first month at full size, and after.
/// Conditions, compliance and fading are left out; of values that are drawn it is the median draw.
/// </summary>
/// <param name="Instrument">Identifier of the agreement or measures.</param>
/// <param name="Provision">Identifier of the provision.</param>
/// <param name="Meaning">What the lever changes, in words.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Before">Least and greatest of the values before.</param>
/// <param name="After">Least and greatest after.</param>
/// <param name="Month">The month in which they are told.</param>
public sealed record LeverValue(string Instrument, string Provision, string Meaning, string Unit, (double Least, double Most) Before, (double Least, double Most) After, int Month)
{
    private const int MostDraws = 64;

    /// <summary>The values of the provisions that a scenario has and its parent has not, or has otherwise; announcements move none.</summary>
    public static IReadOnlyList<LeverValue> Of(CompiledScenario compiled)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        var known = (compiled.Parent?.Instruments ?? []).SelectMany(i => i.Provisions.Select(p => Terms(i, p))).ToHashSet();
        var own = compiled.Scenario.Instruments.SelectMany(i => i.Provisions.Select(p => (Instrument: i, Provision: p))).Where(o => !known.Contains(Terms(o.Instrument, o.Provision))).ToArray();
        if (own.Length == 0)
        {
            return [];
        }

        var values = Drawn(compiled.Experiment);
        return
        [
            .. own.Where(o => o.Provision.Targets.Count > 0 || o.Provision.Lot is not null)
                .Select(o => Value(compiled, values, o.Instrument, o.Provision)),
        ];
    }

    /// <summary>Where it acts and how far, such as <c>checkpoints: share detected on a leg, from 5 to 55 per cent</c>.</summary>
    /// <param name="name">Name of a clause by its path.</param>
    public string Describe(Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var amounts = Unit switch
        {
            Units.Share => Amounts(100, "%"),
            Units.DeathsPerPerson => Amounts(10_000, string.Empty) + " deaths per 10,000 people",
            Units.Factor => Amounts(1, string.Empty),
            _ => $"{Amounts(1, string.Empty)} {Unit.Replace("persons/", "people a ", StringComparison.Ordinal).Replace("/", " a ", StringComparison.Ordinal)}",
        };
        return $"{name($"{Instrument}/{Provision}")}: {Meaning}, {amounts} ({CalendarMonth.Spell(Month)})";
    }

    private string Amounts(double times, string sign) => $"{Range(Before, times)}{sign} \u2192 {Range(After, times)}{sign}";

    private static object Terms(InstrumentText instrument, ProvisionText p) =>
        (instrument.Id, p.Id, p.Lever.Name, p.Subject, p.Size.Value, p.From, p.To, p.RampMonths, p.Terms.Structure, p.Terms.Season);

    /// <summary>Median draw of each input, by path.</summary>
    private static Dictionary<string, double> Drawn(Experiment experiment)
    {
        var inputs = BlockPlan.Compile(experiment).DrawInputs(new LaneRange(0, Math.Min(MostDraws, experiment.Replicates)));
        var lanes = Math.Min(MostDraws, experiment.Replicates);
        return experiment.World.Slots.Select((slot, s) => (slot.Path, Value: Middle([.. Enumerable.Range(0, lanes).Select(lane => inputs.Lane(new Slot(s), lane))])))
            .ToDictionary(v => v.Path, v => v.Value);
    }

    private static double Middle(double[] draws)
    {
        Array.Sort(draws);
        return (draws[(draws.Length - 1) / 2] + draws[draws.Length / 2]) / 2;
    }

    private static LeverValue Value(CompiledScenario compiled, Dictionary<string, double> values, InstrumentText instrument, ProvisionText provision)
    {
        var full = Math.Max(compiled.Scenario.FirstMonth, provision.From + provision.RampMonths);
        var month = InSeason(provision, full < provision.To ? full : provision.From);
        double[] before, after;
        if (provision.Lot is { } lot)
        {
            var places = compiled.World.Channels[lot.Channel].Lots.Sum(l => values[compiled.World.Slots[l.Places].Path]);
            before = [places + Opened(compiled.Parent, lot.Channel, month)];
            after = [places + Opened(compiled.Scenario, lot.Channel, month)];
        }
        else
        {
            before = [.. provision.Targets.Select(t => Moved(compiled.Parent, t, values[t], month))];
            after = [.. provision.Targets.Select(t => Moved(compiled.Scenario, t, values[t], month))];
        }

        if (provision.Terms.IsFirstCome)
        {
            // All places of a year are there at its start: a month has no number of its own.
            (before, after) = ([0], [provision.Size.Value.Central]);
        }

        var unit = provision.Terms.IsFirstCome ? Units.PersonsPerYear : provision.Lot is null ? compiled.Experiment.World.Slots.First(s => s.Path == provision.Targets[0]).Unit : Units.PersonsPerMonth;
        return new LeverValue(instrument.Id, provision.Id, provision.Lever.Meaning, unit, (before.Min(), before.Max()), (after.Min(), after.Max()), (int)Math.Floor(month));
    }

    /// <summary>The first month of the season from a month on, while the provision is in force; that month where there is none.</summary>
    private static double InSeason(ProvisionText provision, double month) =>
        Enumerable.Range(0, Units.MonthsOfYear).Select(m => m == 0 ? month : Math.Floor(month) + m).Where(m => m < provision.To).FirstOrDefault(provision.Terms.Holds, month);

    private static IEnumerable<ProvisionText> InForce(ResolvedScenario? scenario, double month) =>
        (scenario?.Instruments ?? []).SelectMany(i => i.Provisions.Where(p => p.From <= month && month < p.To && p.Terms.Holds(month) && i.SignedMonth <= month && month < i.Sunset)).OrderBy(p => p.From);

    private static double Opened(ResolvedScenario? scenario, int channel, double month) =>
        InForce(scenario, month).Where(p => p.Lot?.Channel == channel).Sum(Size);

    private static double Moved(ResolvedScenario? scenario, string target, double value, double month) =>
        InForce(scenario, month).Where(p => p.Targets.Contains(target)).Aggregate(value, (v, p) => TodaysValue.Joined(p.Lever.Combination, v, Size(p)));

    /// <summary>The size in the middle; of places a year the part of a month in force, of places at a time those that become free in a month when all are taken.</summary>
    private static double Size(ProvisionText provision) => provision.Size.Value.Central / (provision.Terms.IsYearly ? provision.Terms.MonthsInForce : provision.Counted.StayMonths?.Value.Central ?? 1);

    private static string Range((double Least, double Most) values, double times) =>
        values.Least == values.Most ? Number(values.Least * times) : $"{Number(values.Least * times)} to {Number(values.Most * times)}";

    private static string Number(double value) => Math.Abs(value) >= 1000
        ? value.ToString("#,0", CultureInfo.InvariantCulture)
        : value.ToString("0.#####", CultureInfo.InvariantCulture);
}
