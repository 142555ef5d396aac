using System.Globalization;
using CorridorSim.Analysis.Robustness;
using CorridorSim.Cli.Reports;
using CorridorSim.Runs.Store;

namespace CorridorSim.Cli.Verbs.Robust;

/// <summary>What a judgement of policies over futures says.</summary>
internal sealed class RobustReport(StoredSweep sweep, RobustnessReport report)
{
    public Task WriteJsonAsync() => JsonOutput.WriteAsync(new
    {
        RunId = sweep.Manifest.Id,
        report.Futures,
        report.LeftOut,
        report.Assurance,
        Goals = report.Goals.Select((g, i) => new { g.Indicator, g.Name, g.Unit, LeastRegretPolicy = report.LeastRegret[i] is [var one] ? one : (int?)null, LeastRegretPolicies = report.LeastRegret[i] }),
        Policies = report.Policies.Select(p => new
        {
            p.Policy,
            Levers = Levers(p.Levers),
            Regret = report.Goals.Select((g, i) => new { g.Name, Greatest = p.GreatestRegret[i], P90 = p.HighRegret[i] }),
            p.ShareMet,
            p.DominatedBy,
        }),
        Memberships = report.Memberships.Select(m => new
        {
            m.Party,
            m.Policy,
            m.Outside,
            m.Membership.ShareWorseInside,
            Balance = new { m.Membership.Balance.Median, P05 = m.Membership.Balance.Lower, P95 = m.Membership.Balance.Upper },
            SidePaymentKusd = m.Membership.SidePayment,
            KeepingSizes = report.Levers.Select((l, i) => (l.Id, Size: m.KeepingSizes[i] is { } size ? l.Raw(size) : null)).ToDictionary(s => s.Id, s => s.Size),
        }),
    });

    public async Task WriteTextAsync()
    {
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{sweep.Manifest.Title}: {report.Policies.Count} policies in {report.Futures} futures (uncertainties x replicates)"));
        if (report.LeftOut > 0)
        {
            await Console.Out.WriteLineAsync($"{report.LeftOut} futures left out: a lane failed, or a figure is not defined under some policy");
        }

        WritePolicies();
        for (var goal = 0; goal < report.Goals.Count; goal++)
        {
            await Console.Out.WriteLineAsync($"least regret in {report.Goals[goal].Indicator}: {Best(report.LeastRegret[goal])}");
        }

        if (report.MostMet is [var first, ..])
        {
            await Console.Out.WriteLineAsync($"thresholds met most often: {Best(report.MostMet)}, in {Figures.Percent(report.Policies[first].ShareMet)} of futures");
        }

        if (report.Memberships.Count > 0)
        {
            await WriteMembershipsAsync();
        }
    }

    private void WritePolicies()
    {
        string[] headings =
        [
            ">policy", "levers", .. report.Goals.Select(g => $">regret: {g.Indicator}, 90% (greatest)"), ">thresholds met", "dominated by",
        ];
        var table = new TerminalTable(headings);
        foreach (var p in report.Policies)
        {
            table.Add([
                p.Policy.ToString(CultureInfo.InvariantCulture),
                Setting(p.Levers),
                .. report.Goals.Select((_, i) => $"{Figures.Number(p.HighRegret[i])} ({Figures.Number(p.GreatestRegret[i])})"),
                Figures.Percent(p.ShareMet),
                p.DominatedBy?.ToString(CultureInfo.InvariantCulture) ?? "-",
            ]);
        }

        table.Write();
    }

    private async Task WriteMembershipsAsync()
    {
        await Console.Out.WriteLineAsync();
        await Console.Out.WriteLineAsync($"Who would leave (weights are those of the sweep file; to stay, a party has to be no worse inside in {Figures.Percent(report.Assurance)} of futures):");
        var table = new TerminalTable("party", ">policy", ">worse inside", ">balance of membership", ">keeps it in: payment, thousand USD", "or a lever at");
        foreach (var m in report.Memberships)
        {
            var sizes = report.Levers.Select((l, i) => (Lever: l, Size: m.KeepingSizes[i])).Where(s => s.Size is not null)
                .Select(s => $"{s.Lever.Id} {s.Lever.Format(s.Size!.Value)}");
            table.Add(
                m.Party,
                m.Policy.ToString(CultureInfo.InvariantCulture),
                Figures.Percent(m.Membership.ShareWorseInside),
                $"{Figures.Signed(m.Membership.Balance.Median)} ({Figures.Signed(m.Membership.Balance.Lower)} to {Figures.Signed(m.Membership.Balance.Upper)})",
                Figures.Number(m.Membership.SidePayment),
                m.Membership.SidePayment == 0 ? "stays as it is" : string.Join(" or ", sizes.DefaultIfEmpty("none in the sweep")));
        }

        table.Write();
    }

    private Dictionary<string, object> Levers(IReadOnlyList<double> values) =>
        report.Levers.Select((l, i) => (l.Id, Value: l.Raw(values[i]))).ToDictionary(l => l.Id, l => l.Value);

    private string Best(IReadOnlyList<int> policies) => policies switch
    {
        [var one] => $"policy {one} ({Setting(report.Policies[one].Levers)})",
        _ when policies.Count == report.Policies.Count => $"all {policies.Count} policies tie",
        _ => $"policies {string.Join(", ", policies)} tie",
    };

    private string Setting(IReadOnlyList<double> values) =>
        string.Join(", ", report.Levers.Select((l, i) => $"{l.Id} {l.Format(values[i])}"));
}
