using System.CommandLine;
using System.Reflection;
using CorridorSim.Cli;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Guide;

[assembly: Verb<CompletionVerb>(370)]
[assembly: Verb<ManVerb>(380)]

namespace CorridorSim.Cli.Verbs.Guide;

/// <summary>Writes the completion script of a shell.</summary>
internal sealed class CompletionVerb : IVerb
{
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh" };
        shell.AcceptOnlyFromAmong([.. Completions.Shells]);
        var verb = new Command("completion", "print the completion script of a shell: corridorsim completion bash") { shell };
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            await Console.Out.WriteAsync(new Completions(VerbGuide.Of(parsed.RootCommandResult.Command)).For(parsed.GetValue(shell)!));
            return ExitCodes.Done;
        }));
        return verb;
    }
}

/// <summary>Writes the page of the manual.</summary>
internal sealed class ManVerb : IVerb
{
    public static Command Create()
    {
        var verb = new Command("man", "print the manual page: corridorsim man > corridorsim.1");
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            var version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
            await Console.Out.WriteAsync(ManualPage.Of(parsed.RootCommandResult.Command.Description ?? string.Empty, VerbGuide.Of(parsed.RootCommandResult.Command), version));
            return ExitCodes.Done;
        }));
        return verb;
    }
}
