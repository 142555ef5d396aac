using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>
/// The default forecast of one series: log(mean of the last three observed months) plus a share of the model's log change since
/// then, with an error that the model does not know of. Half way between a forecast that knows nothing but the last months and
/// one that trusts the model is closer than both as long as their errors are not alike (Bates and Granger, Oper. Res. Q. 20
/// (1969) 451). What the last months say against the model lasts less and less: h months ahead it has the weight (1 - fade)^h, the model as
/// it is the rest. Errors are a walk with fat tails (Student's t with four degrees of freedom), in mirrored pairs, so that the
/// median is that of the model's members.
/// </summary>
/// <param name="errors">Weight, fade and errors.</param>
/// <param name="key">Key of the draws: the same for the same series, so that a forecast can be made again.</param>
public sealed class AnchoredForecast(ForecastErrors errors, ulong key)
{
    /// <summary>Observed months that are taken as the state at the origin.</summary>
    public const int AnchorMonths = 3;

    private const int PairsPerMember = 4;

    /// <summary>Forecasts.</summary>
    /// <param name="past">Observed months before the origin, in order; the last three count; not-a-number in gaps.</param>
    /// <param name="before">Simulated months before the origin, months x members, as many as there are; the last three count.</param>
    /// <param name="after">Simulated months from the origin on, months x members.</param>
    /// <returns>Months x eight draws of each member, at least 0; the model with the errors where nothing was observed last.</returns>
    public double[][] Members(double[] past, double[][] before, double[][] after)
    {
        ArgumentNullException.ThrowIfNull(past);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var centres = Centres(past, before, after, errors);
        var members = centres.Length == 0 ? 0 : centres[0].Length;
        double[][] result = [.. centres.Select(_ => new double[members * PairsPerMember * 2])];
        for (var member = 0; member < members; member++)
        {
            for (var pair = 0; pair < PairsPerMember; pair++)
            {
                var place = ((member * PairsPerMember) + pair) * 2;
                var uniforms = new SplitMixUniforms(key + (ulong)(place * 0x9E3779B9L));
                Walk(centres, member, uniforms, place, result);
            }
        }

        return result;
    }

    /// <summary>The forecasts of log(1 + flow) without errors, months x members.</summary>
    /// <param name="past">Observed months before the origin.</param>
    /// <param name="before">Simulated months before it.</param>
    /// <param name="after">Simulated months from it on.</param>
    /// <param name="errors">Weight and fade.</param>
    public static double[][] Centres(double[] past, double[][] before, double[][] after, ForecastErrors errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        double[] known = [.. past.TakeLast(AnchorMonths).Where(v => !double.IsNaN(v))];
        if (known.Length == 0)
        {
            return [.. after.Select(month => month.Select(Elementary.LogP1).ToArray())];
        }

        var anchor = Elementary.LogP1(known.Average());
        // A scenario that starts at the origin has no simulated month before it: its first month stands for them.
        var reference = before.Length > 0 ? before.TakeLast(AnchorMonths).ToArray() : after[..Math.Min(1, after.Length)];
        double[] starts = [.. Enumerable.Range(0, after.Length == 0 ? 0 : after[0].Length).Select(k => Elementary.LogP1(reference.Average(m => m[k])))];
        var lasting = 1.0;
        var centres = new double[after.Length][];
        for (var month = 0; month < after.Length; month++)
        {
            lasting *= 1 - errors.Fade;
            centres[month] = [.. after[month].Select((value, k) => Centre(Elementary.LogP1(value), starts[k]))];
        }

        return centres;

        double Centre(double model, double start) => (lasting * (anchor + (errors.Weight * (model - start)))) + ((1 - lasting) * model);
    }

    private void Walk(double[][] centres, int member, SplitMixUniforms uniforms, int place, double[][] result)
    {
        // Chi-squared with four degrees of freedom is twice the sum of two exponentials.
        var scale = Math.Sqrt(2 / -Elementary.Log(uniforms.Next() * uniforms.Next()));
        var start = errors.Start * uniforms.NextNormal();
        var walk = 0.0;
        for (var month = 0; month < centres.Length; month++)
        {
            // The error of the state that the last months gave fades with that state.
            start *= 1 - errors.Fade;
            walk += errors.Growth * uniforms.NextNormal();
            var centre = centres[month][member];
            // Small counts scatter by themselves: log(1 + count) by about one over the root of the count.
            var counting = uniforms.NextNormal() * Elementary.Exp(-Math.Max(centre, 0) / 2);
            var error = scale * (start + walk + counting);
            result[month][place] = Flow(centre + error);
            result[month][place + 1] = Flow(centre - error);
        }
    }

    private static double Flow(double log) => Math.Max(0, Elementary.Exp(Math.Min(log, 30)) - 1);
}
