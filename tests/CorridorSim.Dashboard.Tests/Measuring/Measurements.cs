using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Dashboard.Hosting;
using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.Measuring;

/// <summary>
/// Measurements, not tests: they run only when asked for, with <c>-explicit only</c>, and print their figures. The machine
/// should be otherwise idle.
/// </summary>
[Collection(DashboardCollection.Name)]
public sealed class Measurements(DashboardServer server, ITestOutputHelper output)
{
    private const string Referrals = "agreements.us-panama.provisions.referrals.places-per-month";
    private const int Moves = 60;
    private const int Starts = 5;
    private const int Clients = 50;
    private const int QuestionsOfEach = 4;

    [Fact(Explicit = true)]
    public async Task Slider_to_redrawn_charts()
    {
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync("/what-if/us-panama-2022");
        await visit.ChartsAsync();
        var times = new List<double>();
        for (var move = 0; move < Moves + 5; move++)
        {
            // Every move asks for a value that was not asked for before, so that no answer is a kept one.
            var time = await visit.Page.EvaluateAsync<double>(
                """
                ([knob, value]) => new Promise(done => {
                  const charts = [...document.querySelectorAll('.plot .js-plotly-plot')];
                  const left = new Set(charts);
                  const begun = performance.now();
                  const drawn = chart => () => { left.delete(chart); if (left.size === 0) { charts.forEach(c => c.removeAllListeners('plotly_afterplot')); done(performance.now() - begun); } };
                  charts.forEach(c => c.on('plotly_afterplot', drawn(c)));
                  const slider = document.querySelector(`[data-knob="${knob}"] input[type=range]`);
                  slider.value = value;
                  slider.dispatchEvent(new Event('input', { bubbles: true }));
                })
                """,
                new object[] { Referrals, 30 + (move * 25) });
            times.Add(time);
        }

        // The first moves warm up what a reader warms up once.
        Print("slider to redrawn charts, 64 replicates x 48 months, ms", [.. times.Skip(5)]);
        Assert.Equal(Moves, times.Count - 5);
    }

    [Fact(Explicit = true)]
    public async Task From_an_empty_start_to_the_first_words_and_to_the_numbers_of_the_example()
    {
        var (words, numbers) = (new List<double>(), new List<double>());
        for (var round = 0; round < Starts; round++)
        {
            var folder = Directory.CreateTempSubdirectory("corridorsim-start-").FullName;
            await using var context = await server.Browser.NewContextAsync();
            var page = await context.NewPageAsync();
            var clock = Stopwatch.StartNew();
            await using var app = await DashboardHost.StartAsync(new DashboardOptions { Urls = ["http://127.0.0.1:0"], RunsFolder = folder, ScenariosFolder = server.ScenariosFolder }, TestContext.Current.CancellationToken);
            var asked = clock.Elapsed;
            await page.GotoAsync(app.Urls.Single());
            await page.Locator("h1").WaitForAsync();
            words.Add((clock.Elapsed - asked).TotalSeconds);
            await page.Locator(".example .change-told").WaitForAsync(new() { Timeout = 120_000 });
            numbers.Add(clock.Elapsed.TotalSeconds);
            await page.GotoAsync("about:blank");
            await app.StopAsync(TestContext.Current.CancellationToken);
            Directory.Delete(folder, recursive: true);
        }

        Print("first request to first words, seconds", [.. words]);
        Print("empty start to the story of the example, seconds", [.. numbers]);
        Assert.Equal(Starts, numbers.Count);
    }

    [Fact(Explicit = true)]
    public async Task Fifty_clients_asking_at_once()
    {
        using var client = new HttpClient { BaseAddress = new Uri(server.Address), Timeout = TimeSpan.FromMinutes(20) };
        var before = Process.GetCurrentProcess().WorkingSet64;
        var clock = Stopwatch.StartNew();

        var ends = await Task.WhenAll(Enumerable.Range(0, Clients).Select(c => AskAsync(client, c)));

        var each = ends.Select(e => e.Sum()).ToArray();
        Print("answer to a what-if question, seconds", [.. ends.SelectMany(e => e)]);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Clients} clients x {QuestionsOfEach} questions in {clock.Elapsed.TotalSeconds:0.0} s, no error; slowest client {each.Max():0.0} s, fastest {each.Min():0.0} s; working set {before / 1e6:0} MB before, {Process.GetCurrentProcess().WorkingSet64 / 1e6:0} MB after"));
        Assert.Equal(Clients, ends.Length);
    }

    private static async Task<double[]> AskAsync(HttpClient client, int number)
    {
        var times = new double[QuestionsOfEach];
        for (var q = 0; q < QuestionsOfEach; q++)
        {
            var clock = Stopwatch.StartNew();
            using var reply = await client.PostAsJsonAsync(
                "/api/v1/what-if", new { scenario = "us-panama-2022", set = new Dictionary<string, double> { [Referrals] = 1 + (number * QuestionsOfEach) + q } });
            reply.EnsureSuccessStatusCode();
            times[q] = clock.Elapsed.TotalSeconds;
        }

        return times;
    }

    private void Print(string what, double[] times)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {times.Length} values, median {Quantiles.Median(times):0.##}, p95 {Quantiles.At(times, 0.95):0.##}, least {times.Min():0.##}, greatest {times.Max():0.##}");
        output.WriteLine(line);
        Console.WriteLine(line);
    }
}
