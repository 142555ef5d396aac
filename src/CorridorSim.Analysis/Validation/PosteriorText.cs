using System.Globalization;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Analysis.Validation;

/// <summary>A posterior sample as text, for those who keep it with a forecast.</summary>
public static class PosteriorText
{
    /// <summary>The header of paths and a row per member, every digit kept.</summary>
    public static string Of(PosteriorSample sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var rows = sample.Rows.Select(r => string.Join(',', r.Select(v => v.ToString("R", CultureInfo.InvariantCulture))));
        return string.Concat(rows.Prepend(string.Join(',', sample.Paths)).Select(l => l + "\n"));
    }
}
