using System.Globalization;
using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class WhyPageTests(DashboardServer server)
{
    [Fact]
    public async Task Parts_add_up_and_a_provision_taken_out_leaves_the_list()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/why?scenario=us-panama-2022");
        var parts = await visit.TextsAsync(".parts tr[data-part] td:nth-child(2)");

        Assert.Equal(4, parts.Count);
        Assert.Equal(Number(parts[3]), parts.Take(3).Sum(Number), 2.0);

        await visit.Page.Locator("[data-provision='us-panama/referrals']").UncheckAsync();
        await visit.UntilAsync("() => document.querySelectorAll('.parts tr[data-part]').length === 3");

        Assert.Contains("without=us-panama", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_world_is_told_apart_from_the_policy_in_four_lines()
    {
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync("/why?scenario=us-panama-2022&set=behaviour.give-up-value=0.3&indicator=deaths");

        var lines = (await visit.TextsAsync(".four td.num:nth-child(2)")).Select(Number).ToArray();
        Assert.Equal(4, lines.Length);
        Assert.Equal(lines[3], lines[0] + lines[1] + lines[2], 2.0);
    }

    private static double Number(string text) => double.Parse(text.Replace("\u2212", "-", StringComparison.Ordinal), NumberStyles.Any, CultureInfo.InvariantCulture);
}
