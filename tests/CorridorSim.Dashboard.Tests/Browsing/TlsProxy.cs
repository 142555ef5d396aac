using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CorridorSim.Dashboard.Tests.Browsing;

/// <summary>HAProxy before dashboards: TLS with a certificate of its own towards the browser, plain HTTP behind.</summary>
public sealed class TlsProxy : IAsyncDisposable
{
    // Below the ports that the system deals out: one that is given back for a moment is nobody else's when the proxy takes it.
    private const int FirstPort = 20_000;
    private const int LastPort = 30_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-proxy-").FullName;
    private Process? _process;

    /// <summary>Starts it; each pair is a port for browsers and the port of the dashboard behind.</summary>
    public static async Task<TlsProxy> StartAsync(params (int Front, int Back)[] doors)
    {
        var proxy = new TlsProxy();
        try
        {
            await proxy.StartProcessAsync(doors);
            return proxy;
        }
        catch
        {
            await proxy.DisposeAsync();
            throw;
        }
    }

    /// <summary>A port that nobody has at the moment.</summary>
    public static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(FirstPort, LastPort));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken; another one then.
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartProcessAsync((int Front, int Back)[] doors)
    {
        var certificate = Path.Combine(_folder, "proxy.pem");
        await File.WriteAllTextAsync(certificate, Certificate());
        var settings = Path.Combine(_folder, "haproxy.cfg");
        await File.WriteAllTextAsync(settings, string.Concat(doors.Select((d, i) => string.Create(CultureInfo.InvariantCulture, $"""
            frontend front{i}
              bind 127.0.0.1:{d.Front} ssl crt {certificate}
              option forwardfor
              default_backend back{i}
            backend back{i}
              server dashboard 127.0.0.1:{d.Back}

            """)).Prepend("""
            defaults
              mode http
              timeout connect 1m
              timeout client 1h
              timeout server 1h
              timeout tunnel 1h

            """)));
        _process = Process.Start(new ProcessStartInfo(Program(), ["-W", "-f", settings]) { RedirectStandardError = true })!;
        var told = new List<string>();
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            told.Add(line);
            if (line.Contains("Loading success", StringComparison.Ordinal))
            {
                _ = _process.StandardError.ReadToEndAsync();
                return;
            }
        }

        throw new InvalidOperationException($"haproxy does not start: {string.Join('\n', told)}");
    }

    private static string Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=dashboard.localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("dashboard.localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    private static string Program()
    {
        var named = Environment.GetEnvironmentVariable("HAPROXY_PATH");
        string[] candidates = named is { Length: > 0 } ? [named] : ["/usr/sbin/haproxy", "/usr/local/sbin/haproxy"];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"There is no proxy at {string.Join(" or ", candidates)}; install haproxy or set HAPROXY_PATH.");
    }
}
