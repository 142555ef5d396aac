using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;
using Orleans.Hosting;

namespace CorridorSim.Grains.Cluster;

/// <summary>Certificates of a node: it proves itself with its own, and accepts others signed by the authority of the cluster.</summary>
/// <param name="node">Certificate of the node, with its private key.</param>
/// <param name="authority">Certificate of the authority.</param>
public sealed class ClusterTls(X509Certificate2 node, X509Certificate2 authority)
{
    /// <summary>True when a certificate is signed by the authority and in date. Names are not compared: nodes come and go.</summary>
    public bool Accepts(X509Certificate2? certificate)
    {
        if (certificate is null)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }

    /// <summary>Has a silo prove itself and encrypt.</summary>
    internal void Use(ISiloBuilder silo) => silo.UseTls(node, Require);

    /// <summary>Has a client of the cluster prove itself and encrypt.</summary>
    public void Use(IClientBuilder client) => client.UseTls(node, Require);

    private void Require(TlsOptions options)
    {
        options.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.RemoteCertificateValidation = (certificate, _, _) => Accepts(certificate);
        options.OnAuthenticateAsClient = (_, authentication) => authentication.TargetHost = "corridorsim";
    }
}
