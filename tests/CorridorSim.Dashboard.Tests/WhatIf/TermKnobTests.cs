using CorridorSim.Dashboard.WhatIf;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Dashboard.Tests.WhatIf;

public sealed class TermKnobTests
{
    private const string Owner = "measures.GBR";

    [Fact]
    public void Season_carry_over_and_share_that_goes_home_have_sliders_whose_settings_the_command_line_takes()
    {
        var knobs = KnobBook.Of(Compile([])).Where(k => k.Path.StartsWith(Owner, StringComparison.Ordinal)).ToDictionary(k => k.Path[(k.Path.LastIndexOf("homes.", StringComparison.Ordinal) + 6)..]);

        Assert.Equal(["carry-over", "go-home-share", "places-per-year", "season.first", "season.last"], knobs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((10, 1, 12), (knobs["season.first"].Default, knobs["season.first"].Minimum, knobs["season.first"].Maximum));
        Assert.Equal(4, knobs["season.first"].Fit(4.3));
        Assert.Equal((0, 5000), (knobs["carry-over"].Minimum, knobs["carry-over"].Maximum));

        var moved = KnobBook.Of(Compile([.. knobs.Values.Select(k => k.Set(k.Minimum))])).Where(k => knobs.Values.Any(o => o.Path == k.Path));

        Assert.All(moved, k => Assert.Equal(k.Default, knobs.Values.Single(o => o.Path == k.Path).Minimum));
    }

    private static CompiledScenario Compile(string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("corridorsim-terms-");
        try
        {
            var world = Path.Combine(folder.FullName, "world");
            Directory.CreateDirectory(world);
            foreach (var table in Directory.EnumerateFiles(Path.Combine(global::CorridorSim.Scenarios.ShippedFiles.Scenarios!, "worlds", "ukraine-uk")))
            {
                File.Copy(table, Path.Combine(world, Path.GetFileName(table)));
            }

            var file = Path.Combine(folder.FullName, "terms.yaml");
            File.WriteAllText(file, """
                corridorsim: 1
                id: terms
                world: world
                horizon: { from: 2022-10, to: 2023-09 }
                measures:
                  GBR:
                    homes:
                      lever: channel-capacity
                      channel: gbr-homes-for-ukraine
                      places-per-year: { value: 6000, range: [0, 9000], basis: assumption }
                      spread: first-come
                      season: { first: oct, last: feb }
                      carry-over: { value: 1000, range: [0, 5000] }
                      go-home-share: 0.5
                      from: 2022-10
                """);
            var bag = new DiagnosticBag();
            var compiled = CompiledScenario.Load(file, settings, bag);
            Assert.Empty(bag.Sorted);
            return compiled!;
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
