namespace CorridorSim.Model.Inputs;

/// <summary>
/// One number that a lane needs: a world parameter, a figure of a table, the size or a date of a provision. Every such
/// number has a path, so that scenarios, sweeps and calibration address all of them in the same way.
/// </summary>
/// <param name="Path">Dotted path, unique in the plan, for example <c>perception.lag-months</c>.</param>
/// <param name="Unit">Unit in words, for example <c>persons/month</c>.</param>
/// <param name="Value">Value, or the distribution it is drawn from, where no variant sets it.</param>
/// <param name="Minimum">Least valid value, inclusive.</param>
/// <param name="Maximum">Greatest valid value, inclusive.</param>
/// <param name="Meaning">What it is, in one sentence.</param>
/// <param name="Basis">Whether it is published, fitted or assumed.</param>
/// <param name="Source">Where it comes from; never empty.</param>
/// <param name="Confidence">How much it can be trusted: high, medium or low.</param>
public sealed record InputSlot(
    string Path,
    string Unit,
    Distribution Value,
    double Minimum,
    double Maximum,
    string Meaning,
    InputBasis Basis,
    string Source,
    string Confidence)
{
    /// <summary>Unit of inputs that are dates, see <see cref="Policy.CalendarMonth"/>.</summary>
    public const string Month = "month";
}
