using System.CommandLine;
using System.Reflection;
using CorridorSim.Cli.Guides;

namespace CorridorSim.Cli.Verbs;

/// <summary>Writes the completion script of a shell.</summary>
internal static class CompletionVerb
{
    public static Command Create(RootCommand root)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh" };
        shell.AcceptOnlyFromAmong([.. Completions.Shells]);
        var verb = new Command("completion", "write what completes words in a shell: corridorsim completion bash") { shell };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            await Console.Out.WriteAsync(new Completions(VerbGuide.Of(root)).For(parsed.GetValue(shell)!));
            return ExitCodes.Done;
        }));
        return verb;
    }
}

/// <summary>Writes the page of the manual.</summary>
internal static class ManVerb
{
    public static Command Create(RootCommand root)
    {
        var verb = new Command("man", "write the page of the manual: corridorsim man > corridorsim.1");
        verb.SetAction((_, _) => Outcome.OfAsync(async () =>
        {
            var version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
            await Console.Out.WriteAsync(ManualPage.Of(root.Description ?? string.Empty, VerbGuide.Of(root), version));
            return ExitCodes.Done;
        }));
        return verb;
    }
}
