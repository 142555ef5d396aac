namespace CorridorSim.Analysis.Calibration;

/// <summary>What the model's outputs are held against, datum by datum; often log(1 + flow).</summary>
/// <param name="Values">One per output; NaN where nothing was observed, which leaves the output out.</param>
/// <param name="Errors">Standard deviation of each datum's error, above 0 where there is a value; errors are independent.</param>
public sealed record Observations(double[] Values, double[] Errors)
{
    /// <summary>The places of the data that are there.</summary>
    /// <exception cref="ArgumentException">Values and errors differ in number, an error is not above 0, or nothing is observed.</exception>
    internal int[] Present()
    {
        if (Values.Length != Errors.Length)
        {
            throw new ArgumentException($"{Values.Length} values have {Errors.Length} errors.");
        }

        int[] present = [.. Enumerable.Range(0, Values.Length).Where(datum => !double.IsNaN(Values[datum]))];
        if (present.Length == 0)
        {
            throw new ArgumentException("No datum is observed.");
        }

        foreach (var datum in present)
        {
            if (!(Errors[datum] > 0))
            {
                throw new ArgumentException($"Datum {datum} has the error {Errors[datum]}; it has to be above 0.");
            }
        }

        return present;
    }
}
