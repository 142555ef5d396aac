using Microsoft.Win32.SafeHandles;

namespace CorridorSim.Cli.Terminal;

/// <summary>Standard output and standard error of this process.</summary>
internal static class Standard
{
    private const int OutputDescriptor = 1;
    private static readonly TerminalWriter Error = new(Console.OpenStandardError, isEssential: false);

    /// <summary>Puts the writer of this program in the place of the system's, for everything that is written from here on.</summary>
    public static void Install()
    {
        Console.SetOut(new TerminalWriter(OpenOutput, isEssential: true));
        Console.SetError(Error);
    }

    /// <summary>Writes a line of progress over the last one.</summary>
    public static void Rewrite(string line) => Error.Rewrite(line);

    /// <summary>
    /// The stream of the console says nothing when its reader has gone, so that a program goes on for nobody; a pipe is therefore
    /// written to as such. Files keep the console's stream, which shares its place with standard error.
    /// </summary>
    private static Stream OpenOutput()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        var pipe = new FileStream(new SafeFileHandle(OutputDescriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
