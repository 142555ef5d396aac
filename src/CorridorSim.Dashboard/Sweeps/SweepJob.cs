using CorridorSim.Dashboard.Jobs;

namespace CorridorSim.Dashboard.Sweeps;

/// <summary>A sweep in progress; what is finished of one that is stopped is kept, and it can be resumed.</summary>
/// <param name="id">Identifier of the job.</param>
/// <param name="file">Name of the sweep file.</param>
/// <param name="sweep">Identifier that the file states.</param>
/// <param name="title">Title of the sweep.</param>
/// <param name="lanes">Histories to simulate.</param>
/// <param name="changed">Called when anything changes.</param>
public sealed class SweepJob(string id, string file, string sweep, string title, long lanes, Action changed) : Job(id, title, lanes, changed)
{
    /// <summary>Name of the sweep file.</summary>
    public string File => file;

    /// <summary>Identifier that the file states; stored sweeps carry it.</summary>
    public string Sweep => sweep;
}
