using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using CorridorSim.Analysis.Reports;
using CorridorSim.Analysis.Suites;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Terminal;
using CorridorSim.Runs.Commands;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Suites;

namespace CorridorSim.Cli.Verbs.Report;

/// <summary><c>report --suite</c>: what a suite of natural experiments shows, run for the report.</summary>
internal sealed class ReportSuiteOption
{
    private const int UsualReplicates = 64;

    private readonly Option<string?> _suite = new("--suite") { Description = "suite of natural experiments, *.suite.yaml, to run and include in the report" };
    private readonly Option<int> _replicates = Strict.Whole("--replicates", "with --suite: simulations of each forecast, 2 to 10000", 2, 10_000, () => UsualReplicates);
    private ClusterOption? _cluster;

    public void AddTo(Command verb)
    {
        verb.Add(_suite);
        verb.Add(_replicates);
        var cluster = ClusterOption.AddTo(verb);
        _cluster = cluster;
        verb.Validators.Add(r =>
        {
            if (r.GetValue(_suite) is null)
            {
                IdleOption.Refuse(r, "without --suite", [_replicates, .. cluster.Own]);
            }
        });
    }

    /// <summary>The options as the command line has them; none without a suite.</summary>
    public IEnumerable<string> Arguments(ParseResult parsed) => parsed.GetValue(_suite) is not { } file ? [] :
    [
        "--suite", file,
        .. ShellText.Option("--replicates", parsed.GetValue(_replicates).ToString(CultureInfo.InvariantCulture), UsualReplicates.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>Runs the suite; null where none is asked for or something is wrong with it.</summary>
    public async Task<ReportedSuite?> RunAsync(ParseResult parsed, bool isQuiet, DiagnosticBag bag, CancellationToken cancellation)
    {
        if (parsed.GetValue(_suite) is not { } file || SuiteFile.Load(file, null, bag) is not { } plan)
        {
            return null;
        }

        await using var engine = await _cluster!.OpenAsync(parsed, isQuiet, cancellation);
        var runner = new Runner(engine);
        var replicates = parsed.GetValue(_replicates);
        var study = new SuiteStudy(plan, replicates, null, (experiment, token) => runner.RunAsync(experiment, new RunnerOptions { BlockSize = 32 }, null, token));
        return new ReportedSuite(plan, await study.RunAsync(bag, new StageProgress<string>(isQuiet, s => s), cancellation), replicates);
    }
}
