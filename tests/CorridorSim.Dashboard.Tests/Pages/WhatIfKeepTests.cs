using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>What is taken away from the what-if page.</summary>
[Collection(DashboardCollection.Name)]
public sealed class WhatIfKeepTests(DashboardServer server)
{
    private const string Path = "/what-if/us-panama-2022";
    private const string Referrals = "agreements.us-panama.provisions.referrals.places-per-month";

    [Fact]
    public async Task A_question_is_kept_as_scenario_file_and_as_run_that_give_the_same_numbers()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?set={Referrals}=700");
        var shown = await visit.Page.Locator("[data-indicator='legal admissions, all channels'] .change").InnerTextAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save..." }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("seven hundred");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save as scenario file" }).ClickAsync();
        await visit.Page.GetByText("Saved as seven-hundred.yaml").WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save as run" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Open the run" }).ClickAsync();
        await visit.Page.Locator("[data-card]").First.WaitForAsync();

        var file = await File.ReadAllTextAsync(System.IO.Path.Combine(server.ScenariosFolder, "seven-hundred.yaml"), TestContext.Current.CancellationToken);
        Assert.Contains("value: 700", file, StringComparison.Ordinal);
        Assert.Contains(shown, await visit.Page.Locator("[data-card='legal admissions, all channels']").InnerTextAsync(), StringComparison.Ordinal);
        File.Delete(System.IO.Path.Combine(server.ScenariosFolder, "seven-hundred.yaml"));
        Directory.Delete(System.IO.Path.Combine(server.RunsFolder, new Uri(visit.Page.Url).Segments[^1]), recursive: true);
    }

    [Fact]
    public async Task Copy_command_gives_the_line_that_makes_the_numbers()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?set={Referrals}=700");

        await visit.Page.Locator("[data-chart] >> text=Copy command").First.ClickAsync();
        await visit.Page.GetByText("Copied").First.WaitForAsync();

        var copied = await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        Assert.Contains("--set agreements.us-panama.provisions.referrals.places-per-month.value=700", copied, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_and_the_command_are_copied_before_anything_is_saved()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"{Path}?set={Referrals}=700");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Save..." }).ClickAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Copy YAML" }).ClickAsync();
        await visit.Page.GetByText("The file is copied.").WaitForAsync();
        Assert.Equal(await visit.Page.Locator(".save pre").TextContentAsync(), await visit.ClipboardAsync());
        Assert.Contains("value: 700", await visit.ClipboardAsync(), StringComparison.Ordinal);

        await visit.Page.Locator(".save").GetByRole(AriaRole.Button, new() { Name = "Copy command" }).ClickAsync();
        await visit.Page.GetByText("The command is copied.").WaitForAsync();
        Assert.StartsWith("./corridorsim run ", await visit.ClipboardAsync(), StringComparison.Ordinal);
        Assert.EndsWith($"--set {Referrals}.value=700 --replicates 64 --runs {server.RunsFolder}", await visit.ClipboardAsync(), StringComparison.Ordinal);
    }
}
