using System.Collections.Concurrent;
using CorridorSim.Dashboard.Hosting;
using CorridorSim.Dashboard.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>
/// The real program on a free port, begun on an empty run store and a copy of the shipped scenarios, and one real browser.
/// Without a browser the tests fail; none is skipped.
/// </summary>
public sealed class DashboardServer : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-dashboard-").FullName;
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Address { get; private set; } = string.Empty;

    public string RunsFolder => Path.Combine(_folder, "runs");

    public string ScenariosFolder => Path.Combine(_folder, "scenarios");

    /// <summary>The run of the shipped example, made by the program itself on its empty store.</summary>
    public string ExampleRun { get; private set; } = string.Empty;

    public IBrowser Browser => _browser!;

    /// <summary>Tabs that visits have left and others may take over.</summary>
    public ConcurrentStack<IPage> Tabs { get; } = new();

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        Repository.CopyFolder(Repository.Scenarios, ScenariosFolder);
        MadeForecast.Register(ScenariosFolder);
        _app = await DashboardHost.StartAsync(new DashboardOptions { Urls = ["http://127.0.0.1:0"], RunsFolder = RunsFolder, ScenariosFolder = ScenariosFolder });
        Address = _app.Urls.Single();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium(), Args = Flags });
        ExampleRun = await FinishedAsync(Services.GetRequiredService<RunJobs>().All.Single());
    }

    /// <summary>Waits until somebody has started a run with a setting; a click returns before its job is there.</summary>
    public async Task<RunJob> StartedAsync(string setting)
    {
        var jobs = Services.GetRequiredService<RunJobs>();
        RunJob? Wanted() => jobs.All.FirstOrDefault(j => j.Request.Set.Contains(setting));
        await UntilAsync(jobs, () => Wanted() is not null);
        return Wanted()!;
    }

    /// <summary>Waits until a job has written its run.</summary>
    public async Task<string> FinishedAsync(RunJob job)
    {
        await UntilAsync(Services.GetRequiredService<RunJobs>(), () => !job.IsActive);
        return job.StoredId ?? throw new InvalidOperationException($"The job ended as {job.State}: {job.Failure}");
    }

    private static async Task UntilAsync(RunJobs jobs, Func<bool> condition)
    {
        var met = new TaskCompletionSource();
        void Look()
        {
            if (condition())
            {
                met.TrySetResult();
            }
        }

        jobs.Changed += Look;
        Look();
        await met.Task.WaitAsync(TestContext.Current.CancellationToken);
        jobs.Changed -= Look;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static string Chromium()
    {
        var named = Environment.GetEnvironmentVariable("CHROMIUM_PATH");
        string[] candidates = named is { Length: > 0 } ? [named] : ["/usr/bin/chromium", "/usr/bin/chromium-browser"];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"There is no browser at {string.Join(" or ", candidates)}; install chromium or set CHROMIUM_PATH.");
    }
}
