using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Engine;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Policy;

/// <summary>What a clause delivers month by month: dates, ramp, fade, season, sunset, reciprocity.</summary>
public sealed class ClauseDatesTests
{
    private const int Months = 24;

    [Fact]
    public void A_clause_is_in_force_from_its_first_month_to_the_one_before_its_last_date()
    {
        var delivery = Delivery((w, p) => p with { FromMonth = w.Slot("from", SmallWorld.FirstMonth + 3), ToMonth = w.Slot("to", SmallWorld.FirstMonth + 9) });

        Assert.Equal([.. Enumerable.Range(0, Months).Select(m => m is >= 3 and < 9 ? 1.0 : 0)], delivery);
    }

    /// <summary>Stocks are taken in the last of four ticks, in the middle of which the clause is 0.875 months older than at the month's start.</summary>
    [Fact]
    public void It_grows_over_its_ramp()
    {
        var delivery = Delivery((w, p) => p with { FromMonth = w.Slot("from", SmallWorld.FirstMonth + 2), RampMonths = w.Slot("ramp", 8) });

        for (var month = 0; month < Months; month++)
        {
            Assert.Equal(month < 2 ? 0 : Math.Min(1, (month - 2 + 0.875) / 8), delivery[month], 12);
        }
    }

    [Fact]
    public void It_fades_from_its_start()
    {
        var delivery = Delivery((w, p) => p with { FromMonth = w.Slot("from", SmallWorld.FirstMonth), FadeMonths = w.Slot("fade", 10) });

        for (var month = 0; month < Months; month++)
        {
            Assert.Equal(Math.Max(0, 1 - ((month + 0.875) / 10)), delivery[month], 12);
        }
    }

    [Theory]
    [InlineData(4, 9)]
    [InlineData(11, 2)]
    [InlineData(6, 6)]
    public void It_is_in_force_in_its_season_of_every_year(int first, int last)
    {
        var delivery = Delivery((w, p) => p with { Season = new Season(w.Slot("first", first), w.Slot("last", last)) });

        for (var month = 0; month < Months; month++)
        {
            var ofYear = (month % 12) + 1;
            var isIn = first <= last ? ofYear >= first && ofYear <= last : ofYear >= first || ofYear <= last;
            Assert.Equal(isIn ? 1 : 0, delivery[month]);
        }
    }

    [Fact]
    public void The_size_of_a_year_is_spread_over_the_months_of_the_season()
    {
        var season = Delivery((w, p) => p with { SpreadsYear = true, Season = new Season(w.Slot("first", 4), w.Slot("last", 8)) }, Indicators.Delivered);
        var year = Delivery((_, p) => p with { SpreadsYear = true }, Indicators.Delivered);

        Assert.Equal(1200, season.Take(12).Sum(), 9);
        Assert.Equal(240, season[5], 9);
        Assert.Equal(0, season[9], 9);
        Assert.All(year, d => Assert.Equal(100, d, 9));
    }

    [Fact]
    public void Nothing_is_in_force_before_the_signature_or_after_the_sunset()
    {
        var delivery = Delivery((_, p) => p, instrument: (w, i) => i with
        {
            SignedMonth = w.Slot("signature", SmallWorld.FirstMonth + 5),
            SunsetMonth = w.Slot("end", SmallWorld.FirstMonth + 20),
        });

        Assert.Equal([.. Enumerable.Range(0, Months).Select(m => m is >= 5 and < 20 ? 1.0 : 0)], delivery);
    }

    [Fact]
    public void What_is_reciprocal_weighs_as_much_as_what_it_answers()
    {
        var delivery = Delivery(
            (w, p) => p with { ReciprocalTo = [1] },
            other: (w, p) => p with { FromMonth = w.Slot("other.from.later", SmallWorld.FirstMonth + 4), RampMonths = w.Slot("other.ramp.later", 8) });

        for (var month = 0; month < Months; month++)
        {
            Assert.Equal(month < 4 ? 0 : Math.Min(1, (month - 4 + 0.875) / 8), delivery[month], 12);
        }
    }

    private static double[] Delivery(
        Func<SmallWorld, Provision, Provision> change,
        string variable = Indicators.Delivery,
        Func<SmallWorld, Instrument, Instrument>? instrument = null,
        Func<SmallWorld, Provision, Provision>? other = null)
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        world.SlotIn("clause.size", "persons/month", 1200);
        var clause = change(world, world.Provision("clause", Combination.Add, 1200, ["TRA.protection-places"], SmallWorld.FirstMonth));
        var second = world.Provision("second", Combination.Add, 0, ["TRA.protection-places"], SmallWorld.FirstMonth);
        var pact = world.Agreement("pact", [clause, other?.Invoke(world, second) ?? second]);
        world.Enact(instrument?.Invoke(world, pact) ?? pact);
        var result = BlockSimulationTests.Run(world.Experiment(1, Months));
        Assert.Empty(result.Failures);
        return [.. Enumerable.Range(0, Months).Select(m => result.Month(BlockSimulationTests.Index(result, variable, "pact/clause"), m, 0))];
    }
}
