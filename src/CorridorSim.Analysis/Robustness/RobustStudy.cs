using CorridorSim.Analysis.Sweeps;
using CorridorSim.Scenarios.Sweeps;

namespace CorridorSim.Analysis.Robustness;

/// <summary>Judges the policies of a finished sweep over its futures, and asks which parties would rather leave.</summary>
public sealed class RobustStudy
{
    private const double High = 0.9;

    private readonly SweepTable _table;
    private readonly PolicyFutures _futures;
    private readonly IReadOnlyList<InterestText> _goals;
    private readonly IReadOnlyList<PartyText> _parties;

    /// <summary>Prepares a study.</summary>
    /// <param name="table">The sweep.</param>
    /// <param name="goals">What policies are judged by, at least one.</param>
    /// <param name="parties">What parties care about; may be empty.</param>
    /// <exception cref="StudyException">There is no goal, or the sweep does not try every policy in every future.</exception>
    public RobustStudy(SweepTable table, IReadOnlyList<InterestText> goals, IReadOnlyList<PartyText> parties)
    {
        if (goals.Count == 0)
        {
            throw new StudyException("the sweep states no goals; add 'goals:' with indicators, 'better: more|less' and thresholds to its file");
        }

        (_table, _goals, _parties) = (table, goals, parties);
        _futures = new PolicyFutures(table, [.. goals.Concat(parties.SelectMany(p => p.Interests)).Select(i => table.ColumnOf(i.Indicator.Text)).Distinct()]);
    }

    /// <summary>Judges.</summary>
    /// <param name="assurance">Share of futures in which a party has to be no worse off to stay, above 0, up to 1.</param>
    public RobustnessReport Judge(double assurance = 0.9)
    {
        int[] columns = [.. _goals.Select(g => _table.ColumnOf(g.Indicator.Text))];
        IndicatorTable[] tables = [.. columns.Select((c, g) => _futures.Table(c, Direction(_goals[g])))];
        Regret[] regrets = [.. tables.Select(Regret.Of)];
        Requirement[] requirements = [.. _goals.Zip(tables).Where(p => p.First.Threshold is not null).Select(p => new Requirement(p.Second, p.First.Threshold!.Value))];
        var shares = requirements.Length > 0 ? Satisficing.Shares(requirements) : null;
        var dominators = Dominance.DominatedBy(tables);
        double[][] greatest = [.. regrets.Select(r => r.Greatest())];
        double[][] high = [.. regrets.Select(r => r.Quantile(High))];
        return new RobustnessReport(
            [.. _futures.Levers.Select(f => _table.Factors[f])],
            [.. columns.Select(c => _table.Columns[c])],
            [.. Enumerable.Range(0, _futures.Policies).Select(p => new PolicyVerdict(
                p, _futures.Setting(p), [.. greatest.Select(g => g[p])], [.. high.Select(g => g[p])], shares?[p] ?? double.NaN, dominators[p]))],
            [.. regrets.Select(r => r.MinimaxPolicies())],
            shares is null ? [] : Ties.OfLeast([.. shares.Select(s => -s)]),
            _futures.Futures,
            _futures.LeftOut,
            Memberships(assurance),
            assurance);
    }

    private static IndicatorDirection Direction(InterestText interest) =>
        interest.MoreIsBetter ? IndicatorDirection.MoreIsBetter : IndicatorDirection.LessIsBetter;

    private List<MembershipVerdict> Memberships(double assurance)
    {
        var verdicts = new List<MembershipVerdict>();
        var agreement = _futures.Levers.ToList().FindIndex(f => _table.Factors[f].Path.EndsWith(".in-force", StringComparison.Ordinal));
        if (agreement < 0)
        {
            return verdicts;
        }

        double[][] settings = [.. Enumerable.Range(0, _futures.Policies).Select(_futures.Setting)];
        foreach (var party in _parties)
        {
            var judged = new Dictionary<int, (int Outside, Membership Membership)>();
            for (var policy = 0; policy < settings.Length; policy++)
            {
                if (settings[policy][agreement] > 0 && Outside(settings, policy, agreement) is { } outside)
                {
                    judged.Add(policy, (outside, Membership.Of(Interests(party, policy, outside), assurance, party.PaymentWorth)));
                }
            }

            verdicts.AddRange(judged.Select(j => new MembershipVerdict(
                party.Party, j.Key, j.Value.Outside, j.Value.Membership, Keeping(settings, j.Key, agreement, judged, assurance))));
        }

        return verdicts;
    }

    /// <summary>The policy that differs by the agreement alone.</summary>
    private static int? Outside(double[][] settings, int policy, int agreement)
    {
        var found = Array.FindIndex(settings, s => s[agreement] == 0 && s.Where((_, l) => l != agreement).SequenceEqual(settings[policy].Where((_, l) => l != agreement)));
        return found < 0 ? null : found;
    }

    private PartyIndicator[] Interests(PartyText party, int inside, int outside) =>
    [
        .. party.Interests.Select(i => new PartyIndicator(
            _futures.Figures(_table.ColumnOf(i.Indicator.Text), inside),
            _futures.Figures(_table.ColumnOf(i.Indicator.Text), outside),
            i.Weight,
            Direction(i))),
    ];

    private static double?[] Keeping(
        double[][] settings, int policy, int agreement, Dictionary<int, (int Outside, Membership Membership)> judged, double assurance)
    {
        var own = settings[policy];
        return [.. own.Select((value, lever) => judged
            .Where(j => 1 - j.Value.Membership.ShareWorseInside >= assurance - 1e-9)
            .Select(j => settings[j.Key])
            .Where(s => s.Where((_, l) => l != lever).SequenceEqual(own.Where((_, l) => l != lever)))
            .Select(s => (double?)s[lever])
            .OrderBy(v => Math.Abs(v!.Value - value))
            .FirstOrDefault()).Select((size, lever) => lever == agreement ? null : size)];
    }
}
