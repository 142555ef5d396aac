namespace CorridorSim.Model.Inputs;

/// <summary>
/// Push shocks of the first months, replicate by replicate, as an analysis of the record found them. Later months are
/// drawn and start from the last known shock, so that a forecast begins where the record ends.
/// </summary>
/// <param name="Months">Known months from the start of the horizon, at least 1.</param>
/// <param name="Replicates">Per replicate an array nationalities x known months, log units.</param>
public sealed record KnownShocks(int Months, IReadOnlyList<double[]> Replicates);
