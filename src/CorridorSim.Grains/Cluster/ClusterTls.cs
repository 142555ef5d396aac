using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;
using Orleans.Hosting;

namespace CorridorSim.Grains.Cluster;

/// <summary>Certificates of a node: it proves itself with its own, and accepts others signed by the authority of the cluster.</summary>
public sealed class ClusterTls
{
    /// <summary>File with the certificate of the node.</summary>
    public const string CertificateFile = "node.pem";

    /// <summary>File with the private key of the node.</summary>
    public const string KeyFile = "node.key";

    /// <summary>File with the certificate of the authority.</summary>
    public const string AuthorityFile = "authority.pem";

    private readonly X509Certificate2 _node;
    private readonly X509Certificate2 _authority;

    private ClusterTls(X509Certificate2 node, X509Certificate2 authority)
    {
        _node = node;
        _authority = authority;
    }

    /// <summary>Reads the three files of a folder.</summary>
    /// <exception cref="ClusterException">A file is missing, unreadable, or the certificate is not signed by the authority.</exception>
    public static ClusterTls Load(string folder)
    {
        try
        {
            using var pem = X509Certificate2.CreateFromPemFile(Path.Combine(folder, CertificateFile), Path.Combine(folder, KeyFile));
            // Windows wants the key in a container of its own: a passage through PKCS 12 gives it one.
            var node = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
            var tls = new ClusterTls(node, X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, AuthorityFile)));
            return tls.Accepts(node)
                ? tls
                : throw new ClusterException($"{folder}: {CertificateFile} is not signed by {AuthorityFile}, or is out of date; make it anew.");
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ClusterException(
                $"{folder}: cannot read {CertificateFile}, {KeyFile} and {AuthorityFile} ({error.Message}); docs/cluster.md shows how to make them.", error);
        }
    }

    /// <summary>True when a certificate is signed by the authority and in date. Names are not compared: nodes come and go.</summary>
    public bool Accepts(X509Certificate2? certificate)
    {
        if (certificate is null)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    /// <summary>Has a silo prove itself and encrypt.</summary>
    internal void Use(ISiloBuilder silo) => silo.UseTls(_node, Require);

    /// <summary>Has a client of the cluster prove itself and encrypt.</summary>
    public void Use(IClientBuilder client) => client.UseTls(_node, Require);

    private void Require(TlsOptions options)
    {
        options.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.RemoteCertificateValidation = (certificate, _, _) => Accepts(certificate);
        options.OnAuthenticateAsClient = (_, authentication) => authentication.TargetHost = "corridorsim";
    }
}
