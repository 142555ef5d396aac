using System.Net;
using System.Net.Sockets;
using CorridorSim.Grains.Hosting;
using Microsoft.AspNetCore.Connections;

namespace CorridorSim.Grains.Tests.Cluster;

public sealed class FreePortsTests
{
    [Fact]
    public async Task A_start_whose_port_was_taken_meanwhile_is_tried_with_another()
    {
        var ports = new List<int>();

        var started = await FreePorts.StartAsync(() =>
        {
            ports.Add(FreePorts.Next(IPAddress.Loopback));
            return ports.Count < 3 ? throw new AddressInUseException("taken") : Task.FromResult(ports[^1]);
        });

        Assert.Equal(ports[2], started);
        Assert.InRange(started, 1, 65_535);
    }

    [Fact]
    public async Task A_start_that_never_finds_a_port_ends_with_the_reason()
    {
        var tries = 0;

        await Assert.ThrowsAsync<SocketException>(() => FreePorts.StartAsync<int>(() =>
        {
            tries++;
            throw new SocketException((int)SocketError.AddressAlreadyInUse);
        }));

        Assert.Equal(5, tries);
    }

    [Fact]
    public async Task Another_error_is_not_tried_again()
    {
        var tries = 0;

        await Assert.ThrowsAsync<InvalidOperationException>(() => FreePorts.StartAsync<int>(() =>
        {
            tries++;
            throw new InvalidOperationException("a bug");
        }));

        Assert.Equal(1, tries);
    }
}
