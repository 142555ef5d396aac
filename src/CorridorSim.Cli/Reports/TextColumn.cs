namespace CorridorSim.Cli.Reports;

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Title">Its title.</param>
/// <param name="IsRight">True when its cells end at the right.</param>
/// <param name="MayGo">True when it may be left out of a narrow table.</param>
internal sealed record TextColumn(string Title, bool IsRight = true, bool MayGo = false);
