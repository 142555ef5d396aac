namespace CorridorSim.Dashboard.Components;

/// <summary>One thing that a page may name.</summary>
/// <param name="Id">Identifier, as in files and addresses.</param>
/// <param name="Kind">Kind in words.</param>
/// <param name="Name">Name.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Facts">Unit, range and source; may be empty.</param>
public sealed record DictionaryEntry(string Id, string Kind, string Name, string Meaning, string Facts);
