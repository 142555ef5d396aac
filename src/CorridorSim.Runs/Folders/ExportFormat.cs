namespace CorridorSim.Runs.Folders;

/// <summary>How a run is taken away.</summary>
public enum ExportFormat
{
    /// <summary>All series, tidy, as CSV.</summary>
    Csv,

    /// <summary>All series, tidy, as one Parquet file.</summary>
    Parquet,

    /// <summary>The summary in the long format of integrated assessment modelling (IAMC), as CSV.</summary>
    Iamc,
}
