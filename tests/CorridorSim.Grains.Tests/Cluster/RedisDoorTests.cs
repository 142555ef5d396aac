using System.Net;
using System.Net.Sockets;
using CorridorSim.Grains.Cluster;

namespace CorridorSim.Grains.Tests.Cluster;

public sealed class RedisDoorTests : IDisposable
{
    private const string Secret = "s3cret-of-the-test";

    private readonly Certificates _certificates = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public void Dispose() => _certificates.Dispose();

    [Fact]
    public async Task A_missing_a_wrong_and_a_needless_password_are_told_apart_and_the_right_one_opens()
    {
        await using var guarded = await RedisServer.StartAsync("--requirepass", Secret);
        await using var open = await RedisServer.StartAsync();

        var missing = await RefusalAsync(guarded.Address);
        var wrong = await RefusalAsync(guarded.Address with { Password = "guess-of-the-test" });
        var stranger = await RefusalAsync(guarded.Address with { User = "nobody", Password = Secret });
        var needless = await RefusalAsync(open.Address with { Password = Secret });

        Assert.StartsWith($"Redis at {guarded.Address} asks for a user and password; give them ", missing, StringComparison.Ordinal);
        Assert.StartsWith($"Redis at {guarded.Address} does not accept this user and password; correct ", wrong, StringComparison.Ordinal);
        Assert.Equal(wrong, stranger);
        Assert.StartsWith($"Redis at {open.Address} has no password; leave it out ", needless, StringComparison.Ordinal);
        Assert.DoesNotContain("of-the-test", missing + wrong + needless, StringComparison.Ordinal);
        await RedisDoor.KnockAsync(guarded.Address with { Password = Secret }, Cancellation);
        await RedisDoor.KnockAsync(open.Address, Cancellation);
    }

    [Fact]
    public async Task A_server_and_a_client_of_which_one_speaks_TLS_are_told_how_to_agree()
    {
        await using var plain = await RedisServer.StartAsync();
        await using var secure = await RedisServer.StartAsync(
            "--port", "0", "--tls-port", "{port}", "--tls-auth-clients", "no",
            "--tls-cert-file", _certificates.NodeFile,
            "--tls-key-file", _certificates.KeyFile,
            "--tls-ca-cert-file", _certificates.AuthorityFile);

        var asked = await RefusalAsync(plain.Address with { IsEncrypted = true });
        var needed = await RefusalAsync(secure.Address);
        var doubted = await RefusalAsync(secure.Address with { IsEncrypted = true });

        Assert.EndsWith("does not answer in TLS; write redis:// instead of rediss://, or switch TLS on there.", asked, StringComparison.Ordinal);
        Assert.EndsWith("answers in TLS only; write rediss:// instead of redis://.", needed, StringComparison.Ordinal);
        Assert.Contains("is not trusted (RemoteCertificateNameMismatch, RemoteCertificateChainErrors)", doubted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_and_somebody_else_are_told_apart()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerAsync(listener, "HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());

        var nobody = await RefusalAsync(new ClusterAddress("127.0.0.1", 1));
        var other = await RefusalAsync(new ClusterAddress("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port));

        Assert.StartsWith("no Redis answers at redis://127.0.0.1:1 (", nobody, StringComparison.Ordinal);
        Assert.StartsWith("what answers at redis://127.0.0.1:", other, StringComparison.Ordinal);
        listener.Stop();
        await answering;
    }

    private static async Task<string> RefusalAsync(ClusterAddress address)
    {
        var refusal = await Assert.ThrowsAsync<ClusterException>(() => RedisDoor.KnockAsync(address, Cancellation));
        return refusal.Message;
    }

    private static async Task AnswerAsync(TcpListener listener, byte[] words)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(Cancellation);
                await client.GetStream().WriteAsync(words, Cancellation);
            }
        }
        catch (Exception error) when (error is SocketException or IOException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
