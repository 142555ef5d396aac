using CorridorSim.Model.Engine;

namespace CorridorSim.Model.Post;

/// <summary>A participant of every block of an experiment.</summary>
/// <param name="Index">Index in <see cref="BlockPlan.Participants"/>.</param>
/// <param name="Name">Country code, agreement identifier, or country code with <c>-measures</c>.</param>
/// <param name="IsCountry">True for a country, false for an agreement or measures.</param>
/// <param name="Source">Index of the country or instrument in the plan.</param>
/// <param name="Wave">Wave in which it acts, 0 for instruments.</param>
public sealed record ParticipantInfo(int Index, string Name, bool IsCountry, int Source, int Wave);
