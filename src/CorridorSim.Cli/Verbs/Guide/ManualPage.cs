using System.Globalization;
using System.Text;

namespace CorridorSim.Cli.Verbs.Guide;

/// <summary>The page of the manual, made from the help, in the macros that every <c>man</c> reads.</summary>
internal static class ManualPage
{
    private static readonly (int Code, string Words)[] Codes =
    [
        (ExitCodes.Done, "done"),
        (ExitCodes.Bug, "a mistake in the program"),
        (ExitCodes.WrongCommandLine, "wrong command line"),
        (ExitCodes.InvalidInput, "invalid input"),
        (ExitCodes.SomeLanesFailed, "finished, some lanes failed"),
        (ExitCodes.NothingUsable, "nothing usable"),
        (ExitCodes.ConditionTrue, "a condition or a threshold was true"),
        (ExitCodes.VerificationDiffers, "verification differs"),
        (ExitCodes.RunNotFound, "run not found"),
        (ExitCodes.ResumeRefused, "resume refused"),
        (ExitCodes.RunStore, "run store damaged, busy or not there"),
        (ExitCodes.Output, "standard output takes nothing more"),
        (ExitCodes.Stopped, "stopped by the user"),
        (ExitCodes.ReaderLeft, "the reader of standard output has gone"),
    ];

    /// <summary>The page.</summary>
    /// <param name="description">What the program is.</param>
    /// <param name="verbs">All verbs.</param>
    /// <param name="version">Version of the program.</param>
    public static string Of(string description, IReadOnlyList<VerbGuide> verbs, string version)
    {
        ArgumentNullException.ThrowIfNull(verbs);
        var page = new StringBuilder($".TH CORRIDORSIM 1 \"\" \"corridorsim {Escaped(version)}\" \"User Commands\"\n");
        page.Append(".SH NAME\ncorridorsim \\- simulate how agreements between countries change migration\n");
        page.Append(".SH SYNOPSIS\n.B corridorsim\n.I VERB\n.RI [ ARGUMENTS ]\n.RI [ OPTIONS ]\n");
        page.Append(CultureInfo.InvariantCulture, $".SH DESCRIPTION\n{Line(description)}\n");
        page.Append(".SH VERBS\n");
        foreach (var verb in verbs)
        {
            Append(page, verb);
        }

        page.Append(".SH EXIT STATUS\n");
        foreach (var (code, words) in Codes)
        {
            page.Append(CultureInfo.InvariantCulture, $".TP\n.B {code}\n{Line(words)}\n");
        }

        return page.Append(".SH ENVIRONMENT\n.TP\n.B CORRIDORSIM_ACCESS_KEY\nkey that the dashboard and the HTTP API ask for; needed to listen beyond this machine\n").ToString();
    }

    private static void Append(StringBuilder page, VerbGuide verb)
    {
        page.Append(CultureInfo.InvariantCulture, $".SS {verb.Name}{string.Concat(verb.Arguments.Select(a => $" {a.Name.ToUpperInvariant()}"))}\n{Line(verb.Summary)}\n");
        foreach (var argument in verb.Arguments)
        {
            page.Append(CultureInfo.InvariantCulture, $".TP\n.I {argument.Name.ToUpperInvariant()}\n{Line(argument.Summary)}\n");
        }

        foreach (var option in verb.Options.Where(o => o.Name != "--help"))
        {
            page.Append(CultureInfo.InvariantCulture, $".TP\n.B {Escaped(option.Name)}{(option.TakesValue ? $" {string.Join('|', option.Choices.DefaultIfEmpty("VALUE"))}" : string.Empty)}\n{Line(option.Summary)}\n");
        }

        if (verb.Example.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $".PP\n.EX\n{Escaped(verb.Example)}\n.EE\n");
        }
    }

    /// <summary>A line of text; it must not begin like a macro, nor be empty.</summary>
    private static string Line(string text) => text.Length == 0 ? "\\&" : text[0] is '.' or '\'' ? $"\\&{Escaped(text)}" : Escaped(text);

    private static string Escaped(string text) => text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
}
