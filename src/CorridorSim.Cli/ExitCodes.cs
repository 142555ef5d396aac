namespace CorridorSim.Cli;

/// <summary>What the process tells the shell.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int WrongCommandLine = 2;
    public const int InvalidInput = 3;
    public const int SomeLanesFailed = 4;
    public const int NothingUsable = 5;
    public const int VerificationDiffers = 7;
    public const int RunNotFound = 8;
    public const int ResumeRefused = 9;
    public const int RunStore = 10;
    public const int Stopped = 130;
}
