using CorridorSim.Dashboard.Shared.Shell;

namespace CorridorSim.Dashboard.Tests.Components;

public sealed class AddressedStateTests
{
    private readonly AddressedState _address = new();

    [Fact]
    public void The_first_address_is_taken_and_the_same_again_is_not()
    {
        Assert.True(_address.Takes(string.Empty));
        Assert.False(_address.Takes(string.Empty));
    }

    [Fact]
    public void What_the_page_has_told_itself_is_not_taken_anew()
    {
        _ = _address.Takes("a");
        Told("b");

        Assert.False(_address.Takes("b"));
    }

    [Fact]
    public void A_confirmation_that_something_newer_has_overtaken_takes_nothing_back()
    {
        _ = _address.Takes("a");
        Told("b");
        _address.Show("c");

        Assert.False(_address.Takes("b"));
        Assert.Equal("c", _address.Shown);
    }

    [Fact]
    public void A_reader_who_goes_back_to_an_address_of_before_gets_it()
    {
        _ = _address.Takes("a");
        Told("b");
        _ = _address.Takes("b");

        Assert.True(_address.Takes("a"));
        Assert.True(_address.Takes("b"));
    }

    private void Told(string state)
    {
        _address.Show(state);
        _address.Tell(state);
    }
}
