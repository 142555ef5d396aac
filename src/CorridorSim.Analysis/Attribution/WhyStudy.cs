using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Runs.Running;

namespace CorridorSim.Analysis.Attribution;

/// <summary>
/// Splits the effect of a scenario over its clauses: every subset of clauses is a variant, all in one experiment, with the same
/// random draws in each replicate; figures are reduced block by block.
/// </summary>
public sealed class WhyStudy
{
    private readonly WhyQuestion _question;
    private readonly WhyOptions _options;
    private readonly ulong[] _subsets;
    private readonly SampledShapley? _orders;
    private readonly LaneMeasure _measure;

    /// <summary>Prepares a study.</summary>
    /// <param name="question">What differs.</param>
    /// <param name="indicators">Indicators; the compact headline when empty.</param>
    /// <param name="period">Months; the whole horizon when null.</param>
    /// <param name="options">How parts are worked out.</param>
    /// <exception cref="UnknownIndicatorException">The world does not measure an indicator.</exception>
    /// <exception cref="StudyException">Nothing differs, or more than 64 clauses do.</exception>
    public WhyStudy(WhyQuestion question, IReadOnlyList<IndicatorName> indicators, Period? period = null, WhyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(question);
        (_question, _options) = (question, options ?? new WhyOptions());
        var players = question.Players.Count;
        if (players is 0 or > 64)
        {
            throw new StudyException(players == 0
                ? "No clause and no measure differs from the base, so there is no policy effect to split."
                : $"{players} clauses differ from the base; at most 64 can be told apart: group them by agreement.");
        }

        IsExact = players <= Math.Min(_options.MostExact, ExactShapley.MostPlayers);
        _orders = IsExact ? null : SampledShapley.Draw(players, _options.OrderPairs, new SplitMixUniforms(_options.Seed));
        _subsets = [.. _orders?.Subsets() ?? ExactShapley.Subsets(players)];
        var variants = _subsets.Select(s => question.Subset(s, true));
        if (question.ChangesAssumptions)
        {
            variants = variants.Append(question.Subset(0, false)).Append(question.Subset(All(players), false));
        }

        _measure = LaneMeasure.Of(question.Experiment with { Variants = [.. variants] }, indicators, Periods(question, period));
    }

    /// <summary>Whether every subset is simulated.</summary>
    public bool IsExact { get; }

    /// <summary>Subsets to simulate.</summary>
    public int Subsets => _subsets.Length;

    /// <summary>Lanes to simulate.</summary>
    public long Lanes => _measure.Plan.Experiment.Lanes;

    /// <summary>Runs the study.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<WhyAnswer> AnswerAsync(
        Runner runner, RunnerOptions options, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        var lanes = await MeasuredLanes.RunAsync(runner, _measure, options, progress, cancellation);
        WhyEffect[] effects = [.. _measure.Columns.Select((column, c) => Split(column, c, lanes))];
        return new WhyAnswer(_question.Players, effects, IsExact, Subsets, Lanes, lanes.Failures);
    }

    private static ulong All(int players) => players == 64 ? ulong.MaxValue : (1UL << players) - 1;

    private Period[] Periods(WhyQuestion question, Period? period)
    {
        var first = question.Experiment.FirstMonth;
        var whole = new Period(first, first + question.Experiment.Months - 1);
        if (!_options.IsMonthly)
        {
            return period is { } asked ? [asked] : [];
        }

        var months = (period ?? whole).Within(whole) ?? throw new UnknownIndicatorException($"{period} lies outside the horizon {whole}; choose months inside.");
        return [.. Enumerable.Range(months.First, months.Last - months.First + 1).Select(m => new Period(m, m))];
    }

    private WhyEffect Split(MeasuredColumn indicator, int column, MeasuredLanes lanes)
    {
        var places = _subsets.Select((mask, place) => (mask, place)).ToDictionary(p => p.mask, p => p.place);
        double[][] values = [.. Enumerable.Range(0, Subsets).Select(s => lanes.Of(column, s))];
        var parts = _orders is null
            ? ExactShapley.Parts(_question.Players.Count, values)
            : _orders.Parts(mask => values[places[mask]]);
        var errors = _orders is null
            ? new double[parts.Length]
            : _orders.SamplingErrors(mask => values[places[mask]]);
        var (without, with) = (values[places[0]], values[places[All(_question.Players.Count)]]);
        var lines = _question.ChangesAssumptions
            ? FourLines.Split(lanes.Of(column, Subsets), lanes.Of(column, Subsets + 1), without, with)
            : null;
        return new WhyEffect(indicator, Effect.Of(Figures(without, "the baseline"), Figures(with, "the scenario")), [.. parts.Select((p, i) => Part(i, p, errors[i]))], lines);

        IndicatorValues Figures(double[] values, string name) => new(indicator.Words, indicator.Unit, indicator.Period, values)
        {
            Ensemble = name,
            Need = UndefinedFigure.Of(indicator.Name),
        };
    }

    private WhyPart Part(int player, double[] values, double samplingError)
    {
        var kept = Quantiles.WithoutNaN(values);
        return new WhyPart(
            _question.Players[player], values, Quantiles.Interval(kept), kept.Length == 0 ? double.NaN : kept.Average(), samplingError);
    }
}

/// <summary>How the parts of an effect are worked out.</summary>
public sealed record WhyOptions
{
    /// <summary>Up to how many players every subset is simulated, 1 to <see cref="ExactShapley.MostPlayers"/>.</summary>
    public int MostExact { get; init; } = 10;

    /// <summary>Beyond that, how many pairs of an order of joining and its reverse are sampled, at least 2.</summary>
    public int OrderPairs { get; init; } = 8;

    /// <summary>Whether each month of the period is split by itself.</summary>
    public bool IsMonthly { get; init; }

    /// <summary>Seed of the sampled orders.</summary>
    public ulong Seed { get; init; } = 1;
}
