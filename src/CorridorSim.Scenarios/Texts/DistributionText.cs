using CorridorSim.Model.Inputs;

namespace CorridorSim.Scenarios.Texts;

/// <summary>Reads distributions written as <c>triangular 0.6 0.9 1.4</c>.</summary>
public static class DistributionText
{
    /// <summary>Families by name, and how many numbers each takes.</summary>
    public static IReadOnlyDictionary<string, (DistributionKind Kind, int Numbers)> Families { get; } =
        new Dictionary<string, (DistributionKind Kind, int Numbers)>
        {
            ["uniform"] = (DistributionKind.Uniform, 2),
            ["triangular"] = (DistributionKind.Triangular, 3),
            ["normal"] = (DistributionKind.Normal, 2),
            ["lognormal"] = (DistributionKind.LogNormal, 2),
        };

    /// <summary>Makes a distribution; returns null and says why when it cannot be.</summary>
    public static Distribution? Create(string family, IReadOnlyList<double> numbers, out string error)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        if (!Families.TryGetValue(family, out var known))
        {
            error = $"unknown distribution '{family}'{Diagnostics.Suggestion.For(family, Families.Keys)}";
            return null;
        }

        if (numbers.Count != known.Numbers)
        {
            error = $"{family} takes {known.Numbers} numbers, not {numbers.Count}";
            return null;
        }

        var rising = numbers.Zip(numbers.Skip(1)).All(p => p.First <= p.Second);
        if (known.Kind is DistributionKind.Uniform or DistributionKind.Triangular && !rising)
        {
            error = $"the numbers of {family} must rise: least, {(known.Numbers == 3 ? "most likely, " : string.Empty)}greatest";
            return null;
        }

        if (known.Kind is DistributionKind.Normal or DistributionKind.LogNormal && numbers[1] < 0)
        {
            error = $"the standard deviation of {family} is negative; give 0 or more";
            return null;
        }

        error = string.Empty;
        return new Distribution(known.Kind, numbers[0], numbers[1], known.Numbers == 3 ? numbers[2] : 0);
    }

    /// <summary>Reads a cell; empty text gives the constant.</summary>
    public static Distribution? Parse(string text, double constant, out string error)
    {
        ArgumentNullException.ThrowIfNull(text);
        error = string.Empty;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return Distribution.Constant(constant);
        }

        var numbers = new List<double>();
        foreach (var word in words.Skip(1))
        {
            if (!NumberText.TryParse(word, out var number))
            {
                error = NumberText.Complaint(word);
                return null;
            }

            numbers.Add(number);
        }

        return Create(words[0], numbers, out error);
    }
}
