using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.Pages;

[Collection(DashboardCollection.Name)]
public sealed class ChartTests(DashboardServer server)
{
    [Fact]
    public async Task A_page_left_before_the_chart_library_came_harms_no_later_chart()
    {
        var released = new TaskCompletionSource();
        await using var visit = await Visit.BeginFreshAsync(server);
        await visit.Page.RouteAsync("**/plotly-basic*", async route =>
        {
            await released.Task;
            await route.ContinueAsync();
        });
        var asked = visit.Page.WaitForRequestAsync("**/plotly-basic*");
        await visit.OpenAsync($"/runs/{server.ExampleRun}");
        await asked;

        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Compare in detail" }).ClickAsync();
        await visit.Page.Locator("[data-chart=admissions-change]").WaitForAsync();
        released.SetResult();

        // The library draws what was asked for in order: without care the charts that are gone stop those that are there.
        await visit.UntilAsync("() => document.querySelector('[data-chart=admissions-change] .main-svg')");
    }

    [Fact]
    public async Task Redrawing_and_leaving_at_once_is_no_error()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/what-if/us-panama-2022");
        await visit.ChartsAsync();

        foreach (var value in new[] { 100, 200, 300 })
        {
            await visit.Page.EvaluateAsync(
                """
                value => {
                  const slider = document.querySelector('.knobs input[type=range]');
                  slider.value = value;
                  slider.dispatchEvent(new Event('input', { bubbles: true }));
                  document.querySelector('nav a[href=dictionary]').click();
                }
                """,
                value);
            await visit.UntilAsync("() => location.pathname === '/dictionary'");
            await visit.Page.GoBackAsync();
            await visit.Page.Locator(".charts [data-chart]").First.WaitForAsync();
            await visit.ReadyAsync();
        }

        await visit.ChartsAsync();
        Assert.Equal(4, await visit.Page.Locator(".charts .plot-container").CountAsync());
    }

    [Theory]
    [InlineData("newPlot")]
    [InlineData("react")]
    [InlineData("restyle")]
    public async Task A_chart_cleared_between_two_steps_of_its_drawing_is_no_error(string asked)
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/runs/{server.ExampleRun}");
        await visit.ChartsAsync();

        foreach (var steps in Enumerable.Range(0, 8))
        {
            var left = await visit.Page.EvaluateAsync<int>(
                """
                async ([asked, steps]) => {
                  const plot = Object.assign(document.createElement('div'), { id: 'left-early' });
                  document.body.appendChild(plot);
                  const traces = [{ x: [1, 2], y: [3, 4] }];
                  await Plotly.newPlot(plot.id, traces, { title: { text: 'first' } });
                  const rest = asked === 'restyle' ? [{ y: [[4, 3]] }] : [[{ x: [1, 2], y: [4, 3] }], { title: { text: 'second' } }];
                  Plotly[asked](plot.id, ...rest);
                  for (let step = 0; step < steps; step++) await null;
                  await Plotly.purge(plot.id);
                  const drawn = plot.childElementCount;
                  plot.remove();
                  return drawn;
                }
                """,
                new object[] { asked, steps });
            Assert.Equal(0, left);
        }
    }

    [Fact]
    public async Task A_page_left_while_its_charts_are_on_their_way_is_let_go_at_once()
    {
        await using var context = await server.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var released = new TaskCompletionSource();
        await page.RouteAsync("**/plotly-basic*", async route =>
        {
            await released.Task;
            await route.AbortAsync();
        });
        var asked = page.WaitForRequestAsync("**/plotly-basic*", new() { Timeout = 120_000 });
        await page.GotoAsync($"{server.Address}/runs/{server.ExampleRun}");
        await asked;

        // What the page says when it is left, said while we can still hear the answer: it comes when the page is disposed of.
        await page.EvaluateAsync(
            """
            () => {
              navigator.sendBeacon = (address, body) => {
                fetch(address, { method: 'POST', body }).then(reply => { window.answered = reply.status; });
                return true;
              };
              ['pagehide', 'unload'].forEach(name => window.dispatchEvent(new Event(name)));
            }
            """);
        await page.WaitForFunctionAsync("() => window.answered", null, new() { Timeout = 120_000 });

        Assert.Equal(200, await page.EvaluateAsync<int>("() => window.answered"));
        released.SetResult();
    }
}
