using System.CommandLine;

namespace CorridorSim.Cli.Tests;

/// <summary>Memory that ends is no mistake of the program. A process without memory may also be ended by the system or the runtime, so that a verb is made to run out of it here.</summary>
public sealed class TooLittleMemoryTests
{
    [Fact]
    public async Task It_ends_with_code_12_wherever_it_was_noticed()
    {
        Exception[] faults =
            [new InsufficientMemoryException(), new AggregateException(new InsufficientMemoryException()), new InvalidOperationException("a wrapper", new TypeInitializationException("T", new InsufficientMemoryException()))];
        foreach (var fault in faults)
        {
            Assert.Equal(12, await CodeOfAsync(fault));
        }
    }

    [Fact]
    public async Task Whatever_else_no_verb_expects_stays_a_mistake_of_the_program() =>
        Assert.Equal(1, await CodeOfAsync(new InvalidOperationException("a wrapper", new ArgumentException("a bug"))));

    private static Task<int> CodeOfAsync(Exception fault)
    {
        var verb = new Command("break", "breaks");
        verb.SetAction((_, _) => Task.FromException<int>(fault));
        return new CommandLine(new RootCommand { verb }).RunAsync(["break"]);
    }
}
