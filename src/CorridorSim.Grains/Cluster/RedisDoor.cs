using System.Net.Security;
using System.Net.Sockets;
using StackExchange.Redis;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// Knocks at a Redis server before anything is built on it: whether somebody answers, speaks TLS or not, and lets us in. Each
/// obstacle has a line of its own, with its own remedy; none shows a password.
/// </summary>
internal static class RedisDoor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Returns when the server lets us in.</summary>
    /// <exception cref="ClusterException">It does not; the message says why and what to do.</exception>
    public static async Task KnockAsync(ClusterAddress address, CancellationToken cancellation = default)
    {
        await ReachAsync(address, cancellation);
        var attempt = await EnterAsync(address).WaitAsync(cancellation);
        if (attempt.IsIn)
        {
            return;
        }

        if (attempt.Doubts != SslPolicyErrors.None)
        {
            throw new ClusterException(
                $"the certificate of Redis at {address} is not trusted ({attempt.Doubts}); use one for this host name whose authority this machine trusts (SSL_CERT_FILE names a file of authorities).");
        }

        if (attempt.Refusal is { } refusal)
        {
            throw new ClusterException(Refused(address, refusal));
        }

        // Who does not answer in one way may answer in the other.
        var otherwise = await EnterAsync(address with { IsEncrypted = !address.IsEncrypted, User = null, Password = null }).WaitAsync(cancellation);
        throw new ClusterException(
            !otherwise.IsMet ? $"what answers at {address} is no Redis; correct --cluster."
            : address.IsEncrypted ? $"Redis at {address} does not answer in TLS; write redis:// instead of rediss://, or switch TLS on there."
            : $"Redis at {address} answers in TLS only; write rediss:// instead of redis://.");
    }

    private static async Task ReachAsync(ClusterAddress address, CancellationToken cancellation)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, cancellation).AsTask().WaitAsync(Patience, cancellation);
        }
        catch (Exception error) when (error is SocketException or TimeoutException)
        {
            throw new ClusterException($"no Redis answers at {address} ({error.Message}); start it, or correct --cluster.", error);
        }
    }

    private static async Task<Attempt> EnterAsync(ClusterAddress address)
    {
        var certificate = default(SslPolicyErrors?);
        var options = address.ToRedis();
        (options.AbortOnConnectFail, options.ConnectRetry) = (true, 1);
        options.CertificateValidation += (_, _, _, errors) => (certificate = errors) == SslPolicyErrors.None;
        try
        {
            await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
            if (address.Password is { } password)
            {
                // The connection bears with a password that nobody asked for.
                _ = await redis.GetDatabase().ExecuteAsync("AUTH", address.User is { } user ? [user, password] : [password]);
            }

            _ = await redis.GetDatabase().ExecuteAsync("PING");
            return new Attempt(IsIn: true, IsMet: true, SslPolicyErrors.None, null);
        }
        catch (Exception error) when (error is RedisException or RedisCommandException or TimeoutException)
        {
            var isSilent = error is RedisConnectionException { FailureType: ConnectionFailureType.UnableToConnect } || (address.IsEncrypted && certificate is null);
            return new Attempt(false, !isSilent || certificate is not null, certificate ?? SslPolicyErrors.None, isSilent ? null : (error.InnerException ?? error).Message);
        }
    }

    private static string Refused(ClusterAddress address, string reply)
    {
        const string Remedy = "give them as redis://user:password@host, in a file (--cluster @FILE) or in " + ClusterAddress.Variable;
        var told = string.Concat(reply.Where(c => !char.IsControl(c)).Take(160));
        bool Says(string words) => told.Contains(words, StringComparison.Ordinal);
        return Says("NOAUTH") ? $"Redis at {address} asks for a user and password; {Remedy}."
            : Says("WRONGPASS") || Says("invalid password") ? $"Redis at {address} does not accept this user and password; correct them in the address, in the file of --cluster or in {ClusterAddress.Variable}."
            : Says("without any password") ? $"Redis at {address} has no password; leave it out of the address, or set it there."
            : Says("NOPERM") ? $"Redis at {address} does not let this user do what a cluster needs ({told}); give it the right to all commands on corridorsim/*."
            : $"Redis at {address} refuses ({told}); mend it there, or correct --cluster.";
    }

    private readonly record struct Attempt(bool IsIn, bool IsMet, SslPolicyErrors Doubts, string? Refusal);
}
