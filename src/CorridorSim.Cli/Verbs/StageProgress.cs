namespace CorridorSim.Cli.Verbs;

/// <summary>Tells on standard error, line by line, what a long verb does.</summary>
/// <param name="quiet">True to say nothing.</param>
/// <param name="words">What is said of a stage.</param>
internal sealed class StageProgress<T>(bool quiet, Func<T, string> words) : IProgress<T>
{
    public void Report(T value)
    {
        if (!quiet)
        {
            Console.Error.WriteLine(words(value));
        }
    }
}
