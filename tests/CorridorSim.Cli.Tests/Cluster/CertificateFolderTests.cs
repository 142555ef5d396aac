using CorridorSim.Cli.Options;
using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Tests.Cluster;

namespace CorridorSim.Cli.Tests.Cluster;

public sealed class CertificateFolderTests
{
    [Fact]
    public void A_node_accepts_who_has_a_certificate_of_its_authority_alone()
    {
        using var ours = new Certificates();
        using var theirs = new Certificates();

        var loaded = CertificateFolder.Load(ours.Folder);

        Assert.True(loaded.Accepts(ours.Node));
        Assert.False(loaded.Accepts(theirs.Node));
        Assert.False(loaded.Accepts(null));
    }

    [Fact]
    public void A_certificate_of_another_authority_is_a_clear_mistake()
    {
        using var ours = new Certificates();
        using var theirs = new Certificates();
        File.Copy(theirs.AuthorityFile, ours.AuthorityFile, true);

        var error = Assert.Throws<ClusterException>(() => CertificateFolder.Load(ours.Folder));
        var missing = Assert.Throws<ClusterException>(() => CertificateFolder.Load("/nowhere"));

        Assert.Contains("is not signed by authority.pem", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("/nowhere: cannot read node.pem", missing.Message, StringComparison.Ordinal);
    }
}
