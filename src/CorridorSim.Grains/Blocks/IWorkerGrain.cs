namespace CorridorSim.Grains.Blocks;

/// <summary>Answers whether a silo is alive; lives on the silo that is asked.</summary>
public interface IWorkerGrain : IGrainWithIntegerKey
{
    /// <summary>Answers at once.</summary>
    ValueTask PingAsync();
}
