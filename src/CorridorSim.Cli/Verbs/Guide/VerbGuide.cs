using System.CommandLine;
using System.CommandLine.Completions;

namespace CorridorSim.Cli.Verbs.Guide;

/// <summary>A verb as its help tells it, for guides in other forms: completions and the page of the manual.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Example">A command line; empty where there is none.</param>
/// <param name="Arguments">What it takes, in order.</param>
/// <param name="Options">Its options, by name.</param>
internal sealed record VerbGuide(string Name, string Summary, string Example, IReadOnlyList<ArgumentGuide> Arguments, IReadOnlyList<OptionGuide> Options)
{
    private const string ExampleMark = ": corridorsim ";

    /// <summary>The words that its first argument may be; empty where it may be anything.</summary>
    public IReadOnlyList<string> Choices => Arguments is [var first, ..] ? first.Choices : [];

    /// <summary>All verbs, in the order of the help.</summary>
    public static IReadOnlyList<VerbGuide> Of(Command root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return [.. root.Subcommands.Where(c => !c.Hidden).Select(c => Of(c, root))];
    }

    private static VerbGuide Of(Command verb, Command root)
    {
        var words = verb.Description ?? string.Empty;
        var cut = words.IndexOf(ExampleMark, StringComparison.Ordinal);
        return new VerbGuide(
            verb.Name,
            cut < 0 ? words : words[..cut],
            cut < 0 ? string.Empty : words[(cut + 2)..],
            [.. verb.Arguments.Where(a => !a.Hidden).Select(ArgumentGuide.Of)],
            [.. verb.Options.Concat(root.Options.Where(o => o.Recursive)).Where(o => !o.Hidden).Select(OptionGuide.Of).OrderBy(o => o.Name, StringComparer.Ordinal)]);
    }
}

/// <summary>What a verb takes without a name.</summary>
/// <param name="Name">What it is called in the help.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Choices">The words that it may be; empty where it may be anything.</param>
internal sealed record ArgumentGuide(string Name, string Summary, IReadOnlyList<string> Choices)
{
    public static ArgumentGuide Of(Argument argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return new ArgumentGuide(argument.Name, argument.Description ?? string.Empty, [.. argument.GetCompletions(CompletionContext.Empty).Select(c => c.Label)]);
    }
}

/// <summary>An option of a verb.</summary>
/// <param name="Name">Its name, with two hyphens.</param>
/// <param name="Summary">What it means.</param>
/// <param name="TakesValue">Whether a value follows.</param>
/// <param name="Choices">The words that the value may be; empty where it may be anything.</param>
internal sealed record OptionGuide(string Name, string Summary, bool TakesValue, IReadOnlyList<string> Choices)
{
    public static OptionGuide Of(Option option)
    {
        ArgumentNullException.ThrowIfNull(option);
        var takesValue = option.ValueType != typeof(bool) && option.ValueType != typeof(void) && option.Arity.MaximumNumberOfValues > 0;
        return new OptionGuide(
            option.Name, option.Description ?? string.Empty, takesValue, takesValue ? [.. option.GetCompletions(CompletionContext.Empty).Select(c => c.Label)] : []);
    }
}
