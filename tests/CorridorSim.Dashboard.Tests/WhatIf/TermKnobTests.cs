using CorridorSim.Dashboard.Knobs;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Dashboard.Tests.WhatIf;

public sealed class TermKnobTests
{
    private const string Owner = "measures.GBR";

    [Fact]
    public void Season_beginning_of_years_carry_over_and_share_that_goes_home_have_sliders_whose_settings_the_command_line_takes()
    {
        var knobs = KnobBook.Of(Compile([])).Where(k => k.Path.StartsWith(Owner, StringComparison.Ordinal)).ToDictionary(k => k.Path[(k.Path.LastIndexOf("homes.", StringComparison.Ordinal) + 6)..]);

        Assert.Equal(["carry-over", "go-home-share", "places-per-year", "season.first", "season.last", "year-starts"], knobs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((10, 1, 12), (knobs["season.first"].Default, knobs["season.first"].Minimum, knobs["season.first"].Maximum));
        Assert.Equal(4, knobs["season.first"].Fit(4.3));
        Assert.Equal((0, 5000), (knobs["carry-over"].Minimum, knobs["carry-over"].Maximum));

        var moved = KnobBook.Of(Compile([.. knobs.Values.Select(k => k.Set(k.Minimum))])).Where(k => knobs.Values.Any(o => o.Path == k.Path));

        Assert.All(moved, k => Assert.Equal(k.Default, knobs.Values.Single(o => o.Path == k.Path).Minimum));
    }

    [Fact]
    public void Conditions_and_reviews_have_sliders_whose_settings_the_command_line_takes_unless_there_are_several()
    {
        const string Pact = "agreements.pact.conditions.";
        var knobs = KnobBook.Of(Compile([])).Where(k => k.Path.StartsWith(Pact, StringComparison.Ordinal)).ToArray();

        Assert.Equal(
            ["in-force-when.below", "in-force-when.for-months", "review.at-least", "review.at-most", "review.every-months", "review.scale-by"],
            knobs.Select(k => k.Path[Pact.Length..]).Order(StringComparer.Ordinal));
        Assert.All(knobs, k => Assert.True(k.Allows(k.Minimum) && k.Allows(k.Maximum) && k.Allows(k.Default), k.Path));

        var moved = KnobBook.Of(Compile([.. knobs.Select(k => k.Set(k.Maximum))])).Where(k => k.Path.StartsWith(Pact, StringComparison.Ordinal));

        Assert.All(moved, k => Assert.Equal(k.Default, knobs.Single(o => o.Path == k.Path).Maximum));
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
                agreements:
                  pact:
                    parties: [GBR, UKR]
                    signed: 2022-10
                    provisions:
                      places: { lever: channel-capacity, channel: gbr-family-scheme, places-per-month: 500, basis: assumption, from: 2022-10 }
                    conditions:
                      in-force-when: { indicator: queue, channel: gbr-homes-for-ukraine, below: 40000, for-months: 2 }
                      review: { every-months: 3, scale-by: 1.1, at-least: 0.5, at-most: 2 }
                      suspend-when:
                      - { indicator: queue, channel: gbr-homes-for-ukraine, above: 90000 }
                      - { indicator: admissions, channel: gbr-homes-for-ukraine, above: 90000 }
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
