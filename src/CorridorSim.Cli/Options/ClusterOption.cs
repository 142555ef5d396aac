using System.CommandLine;
using System.CommandLine.Parsing;
using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Hosting;
using CorridorSim.Runs.Dealing;

namespace CorridorSim.Cli.Options;

/// <summary>The options of every verb that simulates: a cluster instead of the silo of this process.</summary>
internal sealed class ClusterOption
{
    private const string Option = "--cluster";
    private const int LongestFile = 4096;

    private readonly Option<string?> _cluster = new(Option)
    {
        Description = $"workers that simulate, by the Redis that keeps them: redis://host[:port][/database], @FILE that holds it, or {ClusterAddress.Variable}",
        HelpName = "redis",
    };

    private readonly Option<string?> _tls = new("--cluster-tls")
    {
        Description = $"folder with {CertificateFolder.Content}: nodes prove themselves and encrypt",
        HelpName = "folder",
    };

    private ClusterOption(Command verb)
    {
        verb.Validators.Add(result =>
        {
            if (Given(result) is { } given && Read(given).Problem is { } problem)
            {
                result.AddError(problem);
            }
            else if (!IsGiven(result))
            {
                IdleOption.Refuse(result, $"without {Option}", _tls);
            }
        });
        verb.Add(_cluster);
        verb.Add(_tls);
    }

    /// <summary>The options.</summary>
    public IEnumerable<Option> Own => [_cluster, _tls];

    /// <summary>Adds the options to a verb.</summary>
    public static ClusterOption AddTo(Command verb) => new(verb);

    /// <summary>True when a cluster was asked for, by the option or by the environment.</summary>
    public bool IsGiven(SymbolResult result) => Given(result) is not null;

    /// <summary>The cluster that was asked for, or null.</summary>
    public ClusterSettings? Settings(ParseResult parsed, bool quiet = false)
    {
        if (Given(parsed.CommandResult) is not { } given || Read(given).Address is not { } address)
        {
            return null;
        }

        if (address.Password is not null && given is { Source: Option, IsFile: false })
        {
            Console.Error.WriteLine($"corridorsim: everybody on this machine can read the password in --cluster; keep it in a file (--cluster @FILE) or in {ClusterAddress.Variable}");
        }

        return new ClusterSettings(address)
        {
            Tls = parsed.GetValue(_tls) is { } folder ? CertificateFolder.Load(folder) : null,
            Notice = quiet ? _ => { } : line => Console.Error.WriteLine($"corridorsim: {line}"),
        };
    }

    /// <summary>Opens what simulates: the cluster that was asked for, or a silo in this process.</summary>
    public Task<IBlockEngine> OpenAsync(ParseResult parsed, bool quiet, CancellationToken cancellation) =>
        BlockEngine.OpenAsync(Settings(parsed, quiet), cancellation);

    private Value? Given(SymbolResult result)
    {
        if (result.GetResult(_cluster) is not null)
        {
            return result.GetValue(_cluster) is { Length: > 0 } text ? new Value(Option, text) : null;
        }

        return Environment.GetEnvironmentVariable(ClusterAddress.Variable) is { Length: > 0 } set ? new Value(ClusterAddress.Variable, set) : null;
    }

    // What was given may hold a password, in a wrong place too: no message repeats it.
    private static (ClusterAddress? Address, string? Problem) Read(Value given)
    {
        var (text, place) = (given.Text, given.Source);
        if (given.IsFile)
        {
            var file = text[1..];
            place = $"the first line of {file}, which {given.Source} names,";
            try
            {
                using var reader = new StreamReader(file);
                var start = new char[LongestFile];
                text = new string(start, 0, reader.ReadBlock(start)).Split('\n')[0].Trim();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                return (null, $"{given.Source} names the file '{file}', which cannot be read ({error.Message}); it is to hold an address such as redis://user:password@host:6379");
            }
        }

        return RedisAddress.TryParse(text, out var address)
            ? (address, null)
            : (null, $"{place} is not an address such as redis://127.0.0.1:6379 or rediss://host:6380/1, nor @FILE with one");
    }

    private sealed record Value(string Source, string Text)
    {
        public bool IsFile => Text.StartsWith('@');
    }
}
