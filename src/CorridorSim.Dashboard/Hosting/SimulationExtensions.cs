using CorridorSim.Dashboard.Pages.Agreements;
using CorridorSim.Dashboard.Pages.Backtesting;
using CorridorSim.Dashboard.Pages.Flows;
using CorridorSim.Dashboard.Pages.Pact;
using CorridorSim.Dashboard.Pages.TrackRecord;
using CorridorSim.Dashboard.Pages.WhatIf;
using CorridorSim.Dashboard.Pages.Why;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Dashboard.Sweeps;
using CorridorSim.Runs.Store;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>What the pages and the API work with.</summary>
internal static class SimulationExtensions
{
    public static IServiceCollection AddSimulation(this IServiceCollection services, DashboardOptions options) => services
        .AddSingleton(new RunStore(options.RunsFolder, options.Notice))
        .AddSingleton(_ => new ScenarioCatalogue(options.ScenariosFolder))
        .AddSingleton<CommandLines>()
        .AddSingleton<PactDesk>()
        .AddSingleton<LeverPrecedents>()
        .AddSingleton<RunCatalogue>()
        .AddSingleton<WorkspaceBook>()
        .AddSingleton<EnsembleBook>()
        .AddSingleton<EngineRoom>()
        .AddSingleton<RunJobs>()
        .AddSingleton<WhatIfService>()
        .AddSingleton<FlowService>()
        .AddSingleton<WhyService>()
        .AddSingleton<SweepJobs>()
        .AddSingleton<SweepCatalogue>()
        .AddSingleton<SensitivityBook>()
        .AddSingleton<BacktestService>()
        .AddSingleton<SuiteService>()
        .AddSingleton<TrackRecordService>()
        .AddSingleton<AgreementLibrary>()
        .AddHostedService<FirstExample>();
}
