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

    [Theory]
    [InlineData("ceiling: { value: 900, range: [0, 2000] }", "ceiling", 900, 0, 2000)]
    [InlineData("one-for: moved\none-for-ratio: { value: 1.5, range: [0, 3] }", "one-for-ratio", 1.5, 0, 3)]
    [InlineData("in-exchange-for: moved\nminimum-per-year: { value: 4000, range: [0, 6000] }", "minimum-per-year", 4000, 0, 6000)]
    [InlineData("money-share: { value: 0.25, range: [0, 1] }\nmoney-per-place-kusd: 22", "money-share", 0.25, 0, 1)]
    [InlineData("money-share: 0.25\nmoney-per-place-kusd: { value: 22, range: [10, 40] }", "money-per-place-kusd", 22, 10, 40)]
    [InlineData("payment: { at-start-kusd: { value: 300, range: [0, 800] } }", "payment.at-start-kusd", 300, 0, 800)]
    [InlineData("payment: { per-person-kusd: { value: 5, range: [0, 9] } }", "payment.per-person-kusd", 5, 0, 9)]
    [InlineData("payment: { thresholds: [{ persons: { value: 50, range: [10, 90] }, kusd: 70 }] }", "payment.thresholds.0.persons", 50, 10, 90)]
    [InlineData("payment: { thresholds: [{ persons: 50, kusd: { value: 70, range: [30, 90] } }] }", "payment.thresholds.0.kusd", 70, 30, 90)]
    public void What_depends_on_the_people_moved_has_a_slider_whose_setting_the_command_line_takes(string terms, string key, double size, double low, double high) =>
        AssertSlider($"places-per-month: 500\nbasis: assumption\n{terms}", key, size, low, high);

    [Fact]
    public void The_stay_in_places_at_a_time_has_a_slider() =>
        AssertSlider("places-at-a-time: 3000\nbasis: assumption\nstay-months: { value: 1.5, range: [1, 6] }", "stay-months", 1.5, 1, 6);

    private static void AssertSlider(string terms, string key, double size, double low, double high)
    {
        string Path(Knob knob) => knob.Path[(knob.Path.LastIndexOf("counted.", StringComparison.Ordinal) + 8)..];
        Knob Find(string[] settings) => Assert.Single(KnobBook.Of(Compile(settings, terms)), k => k.Path.Contains("counted.", StringComparison.Ordinal) && Path(k) == key);
        var knob = Find([]);

        Assert.Equal((size, low, high), (knob.Default, knob.Minimum, knob.Maximum));
        Assert.Equal(high, Find([knob.Set(high)]).Default);
        Assert.Equal(low, Find([knob.Set(low)]).Default);
    }

    private static CompiledScenario Compile(string[] settings, string? counted = null)
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
                """ + (counted is null ? string.Empty : Counted(counted)));
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

    /// <summary>Another agreement whose second clause depends on the people whom its first or itself moves.</summary>
    private static string Counted(string terms) => $"""

          exchange:
            parties: [GBR, UKR]
            signed: 2022-10
            provisions:
              moved:
                lever: channel-capacity
                channel: gbr-family-scheme
                places-per-month: 500
                basis: assumption
                from: 2022-10
              counted:
                lever: channel-capacity
                channel: gbr-homes-for-ukraine
                from: 2022-10
                {terms.ReplaceLineEndings("\n        ")}

        """;
}
