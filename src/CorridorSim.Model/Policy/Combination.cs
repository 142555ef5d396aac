namespace CorridorSim.Model.Policy;

/// <summary>How a provision's size joins the value that a lever has without it.</summary>
public enum Combination
{
    /// <summary>Weight times size is added; without effect at 0.</summary>
    Add,

    /// <summary>Multiplied by 1 + weight x (size - 1); without effect at 1.</summary>
    Multiply,

    /// <summary>The latest in force takes the place of what was there; weights below 1 interpolate.</summary>
    Replace,
}
