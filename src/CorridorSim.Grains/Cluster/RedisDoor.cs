using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// Knocks at a Redis server before anything is built on it: whether somebody answers, speaks TLS or not, and lets us in. Each
/// obstacle has a line of its own, with its own remedy; none shows a password.
/// </summary>
internal static class RedisDoor
{
    private const int LongestReply = 4096;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A Redis without TLS takes the first words of a handshake for the start of a command, and waits for its end.
    private static readonly TimeSpan HandshakePatience = TimeSpan.FromSeconds(2);

    /// <summary>Returns when the server lets us in.</summary>
    /// <exception cref="ClusterException">It does not; the message says why and what to do.</exception>
    public static async Task KnockAsync(ClusterAddress address, CancellationToken cancellation = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var replies = await AskAsync(address, patience.Token);
            if (replies.FirstOrDefault(r => !r.StartsWith('+')) is { } refusal)
            {
                throw Refused(address, refusal);
            }
        }
        catch (SocketException error)
        {
            throw Absent(address, error.Message, error);
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw Absent(address, $"no answer in {Patience.TotalSeconds:F0} s", error);
        }
    }

    private static ClusterException Absent(ClusterAddress address, string reason, Exception? cause = null) =>
        new($"no Redis answers at {address} ({reason}); start it, or correct --cluster.", cause);

    private static async Task<IReadOnlyList<string>> AskAsync(ClusterAddress address, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellation);
        await using var stream = address.IsEncrypted ? await EncryptAsync(address, client.GetStream(), cancellation) : client.GetStream();
        string[][] questions =
        [
            .. address.Password is { } password ? [address.User is { } user ? ["AUTH", user, password] : ["AUTH", password]] : Array.Empty<string[]>(),
            ["SELECT", address.Database.ToString(CultureInfo.InvariantCulture)],
            ["PING"],
        ];
        try
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(questions.Select(Encode))), cancellation);
            if (await ReadAsync(stream, questions.Length, cancellation) is { Length: > 0 } text && text[0] is '+' or '-')
            {
                return text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            }
        }
        catch (IOException) when (!address.IsEncrypted)
        {
            // A server that expects TLS hangs up.
        }

        throw !address.IsEncrypted && await SpeaksTlsAsync(address, cancellation)
            ? new ClusterException($"Redis at {address} answers in TLS only; write rediss:// instead of redis://.")
            : new ClusterException($"what answers at {address} is no Redis; correct --cluster.");
    }

    private static async Task<Stream> EncryptAsync(ClusterAddress address, Stream plain, CancellationToken cancellation)
    {
        var doubts = SslPolicyErrors.None;
        var stream = new SslStream(plain, false, (_, _, _, errors) => (doubts = errors) == SslPolicyErrors.None);
        try
        {
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.Host }, cancellation).WaitAsync(HandshakePatience, cancellation);
            return stream;
        }
        catch (Exception error) when (error is AuthenticationException or IOException or TimeoutException)
        {
            await stream.DisposeAsync();
            throw doubts == SslPolicyErrors.None
                ? new ClusterException($"Redis at {address} does not answer in TLS; write redis:// instead of rediss://, or switch TLS on there.", error)
                : new ClusterException(
                    $"the certificate of Redis at {address} is not trusted ({doubts}); use one for this host name whose authority this machine trusts (SSL_CERT_FILE names a file of authorities).",
                    error);
        }
    }

    private static async Task<bool> SpeaksTlsAsync(ClusterAddress address, CancellationToken cancellation)
    {
        // Nothing is said over this connection: whose certificate it is does not matter, only that there is one.
        var isMet = false;
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, cancellation);
            await using var stream = new SslStream(client.GetStream(), false, (_, _, _, _) => !(isMet = true));
            await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.Host }, cancellation);
        }
        catch (Exception error) when (error is AuthenticationException or IOException or SocketException)
        {
            // Either way it ends here.
        }

        return isMet;
    }

    private static async Task<string> ReadAsync(Stream stream, int lines, CancellationToken cancellation)
    {
        var buffer = new byte[LongestReply];
        var length = 0;
        while (length < buffer.Length && buffer.AsSpan(0, length).Count((byte)'\n') < lines)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellation);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static string Encode(string[] words) =>
        string.Create(CultureInfo.InvariantCulture, $"*{words.Length}\r\n") + string.Concat(words.Select(w => string.Create(CultureInfo.InvariantCulture, $"${Encoding.UTF8.GetByteCount(w)}\r\n{w}\r\n")));

    private static ClusterException Refused(ClusterAddress address, string reply)
    {
        const string Remedy = "give them as redis://user:password@host, in a file (--cluster @FILE) or in " + ClusterAddress.Variable;
        var told = string.Concat(reply.TrimStart('-').Where(c => !char.IsControl(c)).Take(160));
        return new ClusterException(told switch
        {
            _ when told.StartsWith("NOAUTH", StringComparison.Ordinal) => $"Redis at {address} asks for a user and password; {Remedy}.",
            _ when told.StartsWith("WRONGPASS", StringComparison.Ordinal) || told.Contains("invalid password", StringComparison.Ordinal) =>
                $"Redis at {address} does not accept this user and password; correct them in the address, in the file of --cluster or in {ClusterAddress.Variable}.",
            _ when told.Contains("without any password", StringComparison.Ordinal) => $"Redis at {address} has no password; leave it out of the address, or set it there.",
            _ when told.StartsWith("NOPERM", StringComparison.Ordinal) => $"Redis at {address} does not let this user do what a cluster needs ({told}); give it the right to all commands on corridorsim/*.",
            _ => $"Redis at {address} refuses ({told}); mend it there, or correct --cluster.",
        });
    }
}
