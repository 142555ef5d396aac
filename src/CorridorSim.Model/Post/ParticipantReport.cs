namespace CorridorSim.Model.Post;

/// <summary>What one participant measured in one block.</summary>
/// <param name="Series">Indices into the recorded series of the plan, ascending.</param>
/// <param name="Values">Per series an array of points x padded lanes, point by point: months, or weeks where they are reported.</param>
/// <param name="Events">Acts of the participant, when it is an instrument; lanes are numbers of the experiment.</param>
/// <param name="Failures">Lanes that failed here.</param>
/// <param name="LedgerError">Greatest relative error of its ledger.</param>
public sealed record ParticipantReport(
    IReadOnlyList<int> Series,
    IReadOnlyList<double[]> Values,
    IReadOnlyList<PolicyEvent> Events,
    IReadOnlyList<LaneFailure> Failures,
    double LedgerError);
