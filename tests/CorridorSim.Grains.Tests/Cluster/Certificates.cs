using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CorridorSim.Grains.Cluster;

namespace CorridorSim.Grains.Tests.Cluster;

/// <summary>An authority made for a test, and a node that it has signed, also in the files that a node reads.</summary>
internal sealed class Certificates : IDisposable
{
    public Certificates()
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=authority of a test", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, to) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var authority = request.CreateSelfSigned(from, to);
        using var nodeKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var nodeRequest = new CertificateRequest("CN=node of a test", nodeKey, HashAlgorithmName.SHA256);
        using var node = nodeRequest.Create(authority, from, to, [1, 2, 3, 4]);
        File.WriteAllText(AuthorityFile, authority.ExportCertificatePem());
        File.WriteAllText(NodeFile, node.ExportCertificatePem());
        File.WriteAllText(KeyFile, nodeKey.ExportPkcs8PrivateKeyPem());
        Node = node.CopyWithPrivateKey(nodeKey);
        Tls = new ClusterTls(Node, X509CertificateLoader.LoadCertificate(authority.RawData));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("corridorsim-tls").FullName;

    public string AuthorityFile => Path.Combine(Folder, "authority.pem");

    public string NodeFile => Path.Combine(Folder, "node.pem");

    public string KeyFile => Path.Combine(Folder, "node.key");

    public X509Certificate2 Node { get; }

    /// <summary>The node as a cluster takes it.</summary>
    public ClusterTls Tls { get; }

    public void Dispose() => Directory.Delete(Folder, true);
}
