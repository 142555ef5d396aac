namespace CorridorSim.Fuzzing.Inputs;

/// <summary>Choices among things.</summary>
public static class RandomChoices
{
    /// <summary>One of several, each as likely.</summary>
    public static T Pick<T>(this Random random, IReadOnlyList<T> among)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(among);
        return among[random.Next(among.Count)];
    }

    /// <summary>True in a share of cases.</summary>
    public static bool Chance(this Random random, double share)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.NextDouble() < share;
    }
}
