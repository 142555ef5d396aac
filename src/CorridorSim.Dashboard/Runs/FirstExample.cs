using CorridorSim.Dashboard.Scenarios;
using Microsoft.Extensions.Hosting;

namespace CorridorSim.Dashboard.Runs;

/// <summary>Fills an empty run store with the shipped comparison, so that a first visitor has something to look at.</summary>
internal sealed class FirstExample(RunCatalogue runs, RunJobs jobs, ScenarioCatalogue scenarios, DashboardOptions options) : IHostedService
{
    /// <summary>The shipped example: the arrangement beside the world without it.</summary>
    public const string Scenario = "us-panama-2022";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var isEmpty = runs.List() is { Runs.Count: 0, Damaged.Count: 0 };
        if (options.StartsWithExample && isEmpty && scenarios.Has(Scenario))
        {
            try
            {
                jobs.Start(new RunRequest { Scenario = Scenario, Name = "first example" });
            }
            catch (InvalidScenarioException)
            {
                // The start page shows the mistakes when the example is asked for; the dashboard starts all the same.
            }
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
