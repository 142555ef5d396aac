using CorridorSim.Model;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Worlds;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Tests.Worlds;

/// <summary>What a lever replaces and what replaces it are one quantity: they have one unit and the same bounds, in every world.</summary>
public sealed class LeverInputTests
{
    [Theory]
    [MemberData(nameof(ShippedWorldTests.Worlds), MemberType = typeof(ShippedWorldTests))]
    public void What_a_lever_replaces_has_its_unit_and_its_bounds(string name)
    {
        var world = Load(name);
        var replacing = LeverTable.All.Values.Where(l => l.Combination == Combination.Replace).ToArray();

        Assert.NotEmpty(replacing);
        Assert.NotEmpty(replacing.SelectMany(l => Inputs(world, l.Subject)));
        Assert.All(replacing, lever => Assert.All(Inputs(world, lever.Subject), slot =>
        {
            var input = world.Slots[slot];
            Assert.Equal((lever.Minimum, lever.Maximum), (input.Minimum, input.Maximum));
            Assert.True(lever.Unit is Units.TrueOrFalse || lever.Unit == input.Unit, $"{lever.Name} is in {lever.Unit}, {input.Path} in {input.Unit}");
        }));
    }

    [Theory]
    [MemberData(nameof(ShippedWorldTests.Worlds), MemberType = typeof(ShippedWorldTests))]
    public void Every_input_is_set_by_its_path_with_or_without_the_section_of_the_file(string name)
    {
        string[] paths = [.. Load(name).Slots.Slots.Select(s => s.Path)];

        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.Equal(["assumptions", path], ScenarioPath.InFile(path)));
        Assert.All(paths, path => Assert.Equal(ScenarioPath.InFile(path), ScenarioPath.InFile($"assumptions.{path}")));
    }

    private static IEnumerable<Slot> Inputs(WorldDraft world, LeverSubject subject)
    {
        Slot?[] slots = subject switch
        {
            LeverSubject.OfChannel of => [.. world.Channels.Select(of.Input)],
            LeverSubject.OfLeg of => [.. world.Legs.Select(of.Input)],
            LeverSubject.OfBorder of => [.. world.Borders.Select(of.Input).Cast<Slot?>()],
            LeverSubject.OfRegime of => [.. world.Borders.SelectMany(b => b.Regimes).Select(of.Input).Cast<Slot?>()],
            LeverSubject.OfCountry of => [.. world.Countries.Select(of.Input).Cast<Slot?>()],
            LeverSubject.OfCountryNationality of => [.. world.Countries.SelectMany(c => Enumerable.Range(0, world.Nationalities.Count).Select(n => of.Input(c, n)))],
            LeverSubject.OfProcedure of => [.. world.Procedures.Select(of.Input).Cast<Slot?>()],
            LeverSubject.OfClaimants of => [.. world.Procedures.SelectMany(p => p.Nationals).Select(of.Input).Cast<Slot?>()],
            LeverSubject.OfWay of => [.. world.Procedures.SelectMany(p => p.Ways).Select(of.Input).Cast<Slot?>()],
            LeverSubject.OfNationality of => [.. world.Nationalities.Select(of.Input).Cast<Slot?>()],
            LeverSubject.OfRouteUser of => [.. world.Routes.SelectMany(r => r.Users).Select(of.Input).Cast<Slot?>()],
            LeverSubject.Places or LeverSubject.Appointments or LeverSubject.WayFlow or LeverSubject.Belief => [],
            _ => throw new InvalidOperationException($"the inputs of {subject} are not listed here"),
        };
        return slots.OfType<Slot>();
    }

    private static WorldDraft Load(string name)
    {
        var bag = new DiagnosticBag();
        return WorldFolder.Load(Path.Combine(Repository.Scenarios, "worlds", name), bag) ?? throw new InvalidOperationException(string.Join("; ", bag.Sorted));
    }
}
