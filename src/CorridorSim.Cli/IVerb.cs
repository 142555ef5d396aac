using System.CommandLine;
using System.Reflection;

namespace CorridorSim.Cli;

/// <summary>A verb of the program. Its file announces it with a <see cref="VerbAttribute{T}"/>, and nothing else has to know it.</summary>
internal interface IVerb
{
    /// <summary>The verb with its options and what it does.</summary>
    static abstract Command Create();
}

/// <summary>A verb that this program has.</summary>
/// <param name="place">Its place in the help, from 10 in tens.</param>
internal abstract class VerbAttribute(int place) : Attribute
{
    private int Place { get; } = place;

    /// <summary>All verbs, in the order of the help.</summary>
    public static IEnumerable<Command> CreateAll() =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<VerbAttribute>().OrderBy(v => v.Place).Select(v => v.Create());

    /// <summary>Makes the verb.</summary>
    protected abstract Command Create();
}

/// <inheritdoc/>
/// <typeparam name="T">The verb.</typeparam>
/// <param name="place">Its place in the help, from 10 in tens.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
internal sealed class VerbAttribute<T>(int place) : VerbAttribute(place)
    where T : IVerb
{
    /// <inheritdoc/>
    protected override Command Create() => T.Create();
}
