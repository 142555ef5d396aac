using System.CommandLine;
using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Hosting;

namespace CorridorSim.Cli.Verbs;

/// <summary>The options of every verb that simulates: a cluster instead of the silo of this process.</summary>
internal sealed class ClusterOption
{
    private readonly Option<string?> _cluster = new("--cluster")
    {
        Description = "workers that simulate, by the Redis that keeps them: redis://host[:port][/database]",
        HelpName = "redis",
    };

    private readonly Option<string?> _tls = new("--cluster-tls")
    {
        Description = "folder with node.pem, node.key and authority.pem: nodes prove themselves and encrypt",
        HelpName = "folder",
    };

    private ClusterOption(Command verb)
    {
        _cluster.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !ClusterAddress.TryParse(text, out _))
            {
                result.AddError($"--cluster '{text}' is not an address such as redis://127.0.0.1:6379 or rediss://user:password@host:6380/1");
            }
        });
        verb.Add(_cluster);
        verb.Add(_tls);
    }

    /// <summary>Adds the options to a verb.</summary>
    public static ClusterOption AddTo(Command verb) => new(verb);

    /// <summary>True when a cluster was asked for.</summary>
    public bool IsGiven(System.CommandLine.Parsing.SymbolResult result) => result.GetResult(_cluster) is not null;

    /// <summary>The cluster that was asked for, or null.</summary>
    public ClusterSettings? Settings(ParseResult parsed, bool quiet = false)
    {
        if (parsed.GetValue(_cluster) is not { } text || !ClusterAddress.TryParse(text, out var address))
        {
            return null;
        }

        return new ClusterSettings(address)
        {
            Tls = parsed.GetValue(_tls) is { } folder ? ClusterTls.Load(folder) : null,
            Notice = quiet ? _ => { } : line => Console.Error.WriteLine($"corridorsim: {line}"),
        };
    }

    /// <summary>Opens what simulates: the cluster that was asked for, or a silo in this process.</summary>
    public Task<IBlockEngine> OpenAsync(ParseResult parsed, bool quiet, CancellationToken cancellation) =>
        BlockEngine.OpenAsync(Settings(parsed, quiet), cancellation);
}
