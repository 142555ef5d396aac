using System.CommandLine;
using System.CommandLine.Parsing;

namespace CorridorSim.Cli.Options;

/// <summary>Options that would have no effect are refused: nobody is to take an answer for one that heeds them.</summary>
internal static class IdleOption
{
    /// <summary>Refuses those of some options that were given.</summary>
    /// <param name="result">The verb as it was called.</param>
    /// <param name="where">Where they have no effect, such as <c>without --suite</c>.</param>
    /// <param name="options">The options.</param>
    public static void Refuse(CommandResult result, string where, params IEnumerable<Option> options)
    {
        foreach (var option in options.Where(o => result.GetResult(o) is { Implicit: false }))
        {
            result.AddError($"{option.Name} has no effect {where}; leave it out");
        }
    }

    /// <summary>Refuses options beside a flag that leaves them nothing to do.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="flag">The flag.</param>
    /// <param name="options">The options.</param>
    public static void RefuseWith(Command verb, Option<bool> flag, params Option[] options) =>
        verb.Validators.Add(result =>
        {
            if (result.GetValue(flag))
            {
                Refuse(result, $"with {flag.Name}", options);
            }
        });
}
