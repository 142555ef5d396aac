namespace CorridorSim.Cli.Terminal;

/// <summary>Where results are printed.</summary>
internal static class Screen
{
    private const int RedirectedWidth = 150;
    private const int LeastWidth = 60;

    /// <summary>Characters a line may have: those of the terminal; 150 when there is none.</summary>
    public static int Width => Console.IsOutputRedirected ? RedirectedWidth : Math.Max(LeastWidth, Console.WindowWidth);
}
