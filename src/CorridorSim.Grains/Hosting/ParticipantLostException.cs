namespace CorridorSim.Grains.Hosting;

/// <summary>A participant was asked to act without the state it began with: its silo was lost.</summary>
[GenerateSerializer]
public sealed class ParticipantLostException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public ParticipantLostException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public ParticipantLostException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public ParticipantLostException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
