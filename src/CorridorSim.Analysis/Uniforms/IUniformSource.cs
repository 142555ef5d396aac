namespace CorridorSim.Analysis.Uniforms;

/// <summary>An endless row of uniform draws; the same source made the same way gives the same row.</summary>
public interface IUniformSource
{
    /// <summary>The next draw, between 0 and 1, both exclusive.</summary>
    double Next();
}
