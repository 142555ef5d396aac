using System.Net;
using System.Net.Sockets;
using CorridorSim.Grains.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CorridorSim.Grains.Tests.Cluster;

public sealed class FreePortsTests
{
    private readonly List<FailingHost> _built = [];

    [Fact]
    public async Task A_start_whose_port_was_taken_meanwhile_is_tried_with_another()
    {
        var started = await FreePorts.StartAsync(() => Build(_built.Count < 2 ? new AddressInUseException("taken") : null), TestContext.Current.CancellationToken);

        Assert.Same(_built[2], started);
        Assert.Equal([true, true, false], _built.Select(h => h.IsDisposed));
        Assert.All(_built, h => Assert.InRange(h.Port, 1, 65_535));
    }

    [Fact]
    public async Task A_start_that_never_finds_a_port_ends_with_the_reason()
    {
        await Assert.ThrowsAsync<SocketException>(() => StartAsync(new SocketException((int)SocketError.AddressAlreadyInUse)));

        Assert.Equal(5, _built.Count(h => h.IsDisposed));
    }

    [Fact]
    public async Task Another_error_is_not_tried_again()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(new InvalidOperationException("a bug")));

        Assert.True(Assert.Single(_built).IsDisposed);
    }

    private Task<IHost> StartAsync(Exception fault) => FreePorts.StartAsync(() => Build(fault), TestContext.Current.CancellationToken);

    private FailingHost Build(Exception? fault)
    {
        _built.Add(new FailingHost(fault) { Port = FreePorts.Next(IPAddress.Loopback) });
        return _built[^1];
    }

    private sealed class FailingHost(Exception? fault) : IHost
    {
        public required int Port { get; init; }

        public bool IsDisposed { get; private set; }

        public IServiceProvider Services { get; } = new ServiceCollection().BuildServiceProvider();

        public Task StartAsync(CancellationToken cancellationToken = default) => fault is null ? Task.CompletedTask : Task.FromException(fault);

        public Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Dispose() => IsDisposed = true;
    }
}
