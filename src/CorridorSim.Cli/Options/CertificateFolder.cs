using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CorridorSim.Grains.Cluster;

namespace CorridorSim.Cli.Options;

/// <summary>The folder that <c>--cluster-tls</c> names, with the certificates of a node.</summary>
internal static class CertificateFolder
{
    private const string CertificateFile = "node.pem";
    private const string KeyFile = "node.key";
    private const string AuthorityFile = "authority.pem";

    /// <summary>What it holds, in words.</summary>
    public const string Content = $"{CertificateFile}, {KeyFile} and {AuthorityFile}";

    /// <summary>Reads the three files.</summary>
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
            throw new ClusterException($"{folder}: cannot read {Content} ({error.Message}); docs/cluster.md shows how to make them.", error);
        }
    }
}
