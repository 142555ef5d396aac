namespace CorridorSim.Analysis;

/// <summary>A question that cannot be answered as it is asked; the message says why and what to do.</summary>
public sealed class StudyException : Exception
{
    /// <summary>Creates it.</summary>
    public StudyException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with what it comes from.</summary>
    public StudyException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
