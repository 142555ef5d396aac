namespace CorridorSim.Scenarios.Diagnostics;

/// <summary>Collects everything that is wrong, so that a user sees all of it at once.</summary>
public sealed class DiagnosticBag
{
    private readonly HashSet<Diagnostic> _diagnostics = [];

    /// <summary>True when something is wrong.</summary>
    public bool HasErrors => _diagnostics.Count > 0;

    /// <summary>All diagnostics by file, line and column.</summary>
    public IReadOnlyList<Diagnostic> Sorted =>
        [.. _diagnostics.OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Line).ThenBy(d => d.Column).ThenBy(d => d.Message, StringComparer.Ordinal)];

    /// <summary>Adds everything that another bag holds.</summary>
    public void AddAll(DiagnosticBag other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _diagnostics.UnionWith(other._diagnostics);
    }

    /// <summary>Adds a diagnostic; what it quotes of the file is made printable and short.</summary>
    public void Add(string file, int line, int column, string message) =>
        _diagnostics.Add(new Diagnostic(file, line, column, PrintableText.Of(message)));
}

/// <summary>One thing that is wrong in a file.</summary>
/// <param name="File">File, as the user named it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Message">Cause and remedy.</param>
public sealed record Diagnostic(string File, int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}:{Column}: {Message}");
}
