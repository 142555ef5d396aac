using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Terminal;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli;

/// <summary>Reads the command line and runs the verb. Whatever happens ends here, with one line and the exit code of the documents.</summary>
/// <param name="root">All verbs.</param>
internal sealed partial class CommandLine(RootCommand root)
{
    private const string Help = "--help";

    // A text that starts with @ is a text: nothing is read from a file in its place.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs what was asked for.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(string[] arguments)
    {
        JsonOutput.IsAskedFor = arguments.TakeWhile(a => a != "--").Contains("--json");
        try
        {
            string[] words = arguments is ["help", .. var rest] ? [.. rest, Help] : arguments;
            var parsed = root.Parse(words, Parser);
            return Problem(words, parsed) is { } problem
                ? await Outcome.RefuseAsync($"{problem} ('{Usage(parsed)} {Help}' shows {(parsed.CommandResult.Command == root ? "the verbs" : "its options")})", ExitCodes.WrongCommandLine)
                : await InvokeAsync(parsed);
        }
        catch (OutputClosedException closed)
        {
            return closed.IsLeft ? ExitCodes.ReaderLeft : await Outcome.RefuseAsync(closed.Message, ExitCodes.Output);
        }
    }

    private static async Task<int> InvokeAsync(ParseResult parsed)
    {
        using var telemetry = Telemetry.StartWhenAsked(parsed.CommandResult.Command.Name);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception error) when (IsOfMemory(error))
        {
            return await Outcome.RefuseAsync("there is too little memory; allow it more, or ask for less, such as --threads 1 or fewer replicates", ExitCodes.Memory);
        }
        catch (Exception bug) when (bug is not OutputClosedException)
        {
            // What no verb expects is a mistake of ours: it is shown whole.
            return await Outcome.RefuseAsync($"a mistake in the program, please report it: {bug}", ExitCodes.Bug);
        }
    }

    private static bool IsOfMemory(Exception error) => error is OutOfMemoryException || (error.InnerException is { } inner && IsOfMemory(inner));

    private string Usage(ParseResult parsed) => parsed.CommandResult.Command is var verb && verb != root ? $"corridorsim {verb.Name}" : "corridorsim";

    /// <summary>What is wrong with the command line; null when nothing is.</summary>
    private string? Problem(string[] words, ParseResult parsed) =>
        UnknownVerb(words)
        ?? UnknownOption(parsed)
        ?? parsed.Errors.Select(e => Reworded(e.Message)).FirstOrDefault()
        ?? EmptyValue(parsed);

    private string? UnknownVerb(string[] words) =>
        words.FirstOrDefault() is { } word && !word.StartsWith('-') && root.Subcommands.All(c => c.Name != word)
            ? $"unknown verb '{word}'{Suggestion.For(word, root.Subcommands.Select(c => c.Name).Append("help"))}"
            : null;

    /// <summary>A word that looks like an option is one: it is never read as a file, as a run or as the value of another option.</summary>
    private string? UnknownOption(ParseResult parsed)
    {
        var known = parsed.CommandResult.Command.Options.Concat(root.Options.Where(o => o.Recursive)).SelectMany(o => o.Aliases.Append(o.Name)).ToHashSet(StringComparer.Ordinal);
        return parsed.Tokens.TakeWhile(t => t.Type != TokenType.DoubleDash)
            .Where(t => t.Type == TokenType.Argument && OptionLike().IsMatch(t.Value) && !known.Contains(t.Value))
            .Select(t => $"unknown option '{t.Value.Split('=')[0]}'{Suggestion.For(t.Value.Split('=')[0], known.Where(k => k.StartsWith("--", StringComparison.Ordinal)))}")
            .FirstOrDefault();
    }

    private static string? EmptyValue(ParseResult parsed) => parsed.CommandResult.Children
        .Where(c => c is OptionResult || c is ArgumentResult { Argument.Name: not ("sql" or "pattern" or "text" or "name") })
        .Where(c => c.Tokens.Any(t => t.Value.Length == 0))
        .Select(c => $"{(c is OptionResult option ? option.Option.Name : ((ArgumentResult)c).Argument.Name)} must not be empty")
        .FirstOrDefault();

    private static string Reworded(string message) => Unexpected().Replace(message, "unexpected argument '$1'").TrimEnd('.');

    [GeneratedRegex(@"\A--?[A-Za-z][A-Za-z0-9-]*(=.*)?\z", RegexOptions.Singleline)]
    private static partial Regex OptionLike();

    [GeneratedRegex(@"\AUnrecognized command or argument '(.*)'\.\z", RegexOptions.Singleline)]
    private static partial Regex Unexpected();
}
