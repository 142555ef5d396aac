namespace CorridorSim.Cli;

/// <summary>What the process tells the shell.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Bug = 1;
    public const int WrongCommandLine = 2;
    public const int InvalidInput = 3;
    public const int SomeLanesFailed = 4;
    public const int NothingUsable = 5;
    public const int ConditionTrue = 6;
    public const int VerificationDiffers = 7;
    public const int RunNotFound = 8;
    public const int ResumeRefused = 9;
    public const int RunStore = 10;
    public const int Output = 11;
    public const int Memory = 12;
    public const int Stopped = 130;

    /// <summary>Standard output was closed by its reader, as <c>| head</c> does: what a shell reports of any program then.</summary>
    public const int ReaderLeft = 141;

    /// <summary>What a code is called where failures are told as JSON.</summary>
    public static string Name(int code) => code switch
    {
        WrongCommandLine => "wrong-command-line",
        InvalidInput => "invalid-input",
        NothingUsable => "nothing-usable",
        RunNotFound => "run-not-found",
        ResumeRefused => "resume-refused",
        RunStore => "run-store",
        Output => "output",
        Memory => "memory",
        Stopped => "stopped",
        _ => "internal-error",
    };
}
