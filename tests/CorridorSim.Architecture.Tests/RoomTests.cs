namespace CorridorSim.Architecture.Tests;

public sealed class RoomTests
{
    public static TheoryData<string> Projects => [.. RoomArrows.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Rooms_of_a_project_use_each_other_one_way(string project)
    {
        var arrows = RoomArrows.Of(project);

        var circles = CirclesOf(arrows);

        Assert.True(
            circles.Length == 0,
            $"{project}: {string.Join("; ", circles)}{Environment.NewLine}{string.Join(Environment.NewLine, InCircles(circles, arrows))}");
    }

    [Fact]
    public void A_planted_circle_is_caught_with_what_makes_it()
    {
        var arrows = RoomArrows.Of("Planted");

        var circles = CirclesOf(arrows);

        Assert.Equal(["Hall Yard"], circles);
        Assert.Equal(["  Hall -> Yard: HallDoor uses YardDoor", "  Yard -> Hall: YardDoor uses HallDoor"], InCircles(circles, arrows));
    }

    [Fact]
    public void A_circle_is_found_and_a_line_is_none()
    {
        (string, string)[] line = [("a", "b"), ("b", "c"), ("a", "c")];

        Assert.Empty(Circles.Of(line));
        Assert.Equal(["a b c"], Circles.Of([.. line, ("c", "a")]).Select(c => string.Join(' ', c)));
        Assert.Equal(["b c"], Circles.Of([.. line, ("c", "b")]).Select(c => string.Join(' ', c)));
    }

    [Fact]
    public void Arrows_are_read_off_the_built_projects()
    {
        Assert.All(RoomArrows.Projects, p => Assert.NotEmpty(RoomArrows.Of(p)));
        Assert.Contains(("Calibration", "Statistics"), RoomArrows.Of("Analysis").Keys);
        Assert.Contains(("Verbs.Verify", "Verbs.Run"), RoomArrows.Of("Cli").Keys);
    }

    private static string[] CirclesOf(IReadOnlyDictionary<(string From, string To), string> arrows) => [.. Circles.Of(arrows.Keys).Select(c => string.Join(' ', c))];

    private static IEnumerable<string> InCircles(string[] circles, IReadOnlyDictionary<(string From, string To), string> arrows) =>
        from arrow in arrows
        where circles.Any(c => c.Split(' ') is var rooms && rooms.Contains(arrow.Key.From) && rooms.Contains(arrow.Key.To))
        select $"  {arrow.Key.From} -> {arrow.Key.To}: {arrow.Value}";
}
