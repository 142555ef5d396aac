namespace CorridorSim.Runs.Folders;

/// <summary>A query that is not allowed or that DuckDB does not understand.</summary>
public sealed class QueryException : Exception
{
    /// <summary>Creates the exception.</summary>
    public QueryException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public QueryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
