using CorridorSim.Dashboard.Hosting;
using CorridorSim.Dashboard.Tests.Browsing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>What a person sees before there is anything to see.</summary>
[Collection(DashboardCollection.Name)]
public sealed class EmptyStoreTests(DashboardServer server) : IAsyncLifetime
{
    private readonly string _runs = Directory.CreateTempSubdirectory("corridorsim-empty-").FullName;
    private WebApplication? _app;

    public async ValueTask InitializeAsync() => _app = await DashboardHost.StartAsync(
        new DashboardOptions { Urls = ["http://127.0.0.1:0"], RunsFolder = _runs, ScenariosFolder = server.ScenariosFolder, StartsWithExample = false });

    public async ValueTask DisposeAsync()
    {
        await _app!.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
        Directory.Delete(_runs, recursive: true);
    }

    [Theory]
    [InlineData("/", "No runs yet. Runs that you start here or on the command line will appear in this list.")]
    [InlineData("/compare", "There are no runs to compare yet. Run a scenario first.")]
    [InlineData("/sweeps", "No sweep yet.")]
    public async Task A_page_without_anything_to_show_says_so_and_what_to_do(string page, string words)
    {
        await using var visit = await Visit.BeginFreshAsync(server, _app!.Urls.Single());

        await visit.OpenAsync(page);

        Assert.Contains(words, await visit.Page.Locator(".empty").AllInnerTextsAsync());
        Assert.Equal(0, await visit.Page.Locator(".problem").CountAsync());
    }

    [Fact]
    public async Task The_example_is_asked_for_followed_and_shown_when_it_is_there()
    {
        await using var visit = await Visit.BeginFreshAsync(server, _app!.Urls.Single());
        await visit.OpenAsync("/");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Run the example" }).ClickAsync();
        await visit.Page.GetByText("Running the example").WaitForAsync();
        await visit.Page.Locator(".example .cards li").First.WaitForAsync();

        Assert.Equal(1, await visit.Page.Locator(".runs tbody tr").CountAsync());
    }

    [Theory]
    [InlineData("/runs/no-such-run", "No run 'no-such-run'")]
    [InlineData("/runs/no-such-run/flows", "No run 'no-such-run'")]
    [InlineData("/sweeps/no-such-sweep", "No sweep 'no-such-sweep'")]
    [InlineData("/what-if/no-such-scenario", "There is no scenario 'no-such-scenario'")]
    [InlineData("/why?scenario=no-such-scenario", "There is no scenario 'no-such-scenario'")]
    [InlineData("/compare?base=no-such-run&runs=other", "There are no runs to compare yet.")]
    public async Task An_address_that_names_nothing_is_told_in_words(string page, string words)
    {
        await using var visit = await Visit.BeginFreshAsync(server, _app!.Urls.Single());

        await visit.OpenAsync(page);

        Assert.Contains(words, await visit.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }
}
