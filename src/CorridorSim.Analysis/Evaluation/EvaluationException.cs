namespace CorridorSim.Analysis.Evaluation;

/// <summary>A batch of points that cannot be evaluated as it is asked for.</summary>
public sealed class EvaluationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="mistakes">Everything that is wrong: place in the request, cause and remedy; at least one.</param>
    public EvaluationException(IReadOnlyList<string> mistakes)
        : base(string.Join('\n', mistakes)) => Mistakes = mistakes;

    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<string> Mistakes { get; }
}
