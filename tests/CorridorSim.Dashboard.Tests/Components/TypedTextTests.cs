using CorridorSim.Dashboard.Shared.Parts;

namespace CorridorSim.Dashboard.Tests.Components;

public sealed class TypedTextTests
{
    private readonly TypedText _box = new();

    [Fact]
    public void Older_texts_that_come_back_never_replace_what_was_typed_meanwhile()
    {
        _box.Type("v");
        _box.Type("vi");
        _box.Receive("v");
        _box.Type("vis");

        Assert.Equal("vis", _box.Shown);
        _box.Receive("vi");
        Assert.Equal("vis", _box.Shown);
        _box.Receive("vis");
        Assert.Equal("vis", _box.Shown);
    }

    [Fact]
    public void Texts_of_links_and_of_the_way_back_are_taken_over()
    {
        _box.Receive("visa");
        Assert.Equal("visa", _box.Shown);

        _box.Type("visas");
        _box.Receive("visas");
        _box.Receive(null);
        Assert.Equal(string.Empty, _box.Shown);
    }

    [Fact]
    public void Where_only_the_last_text_comes_back_those_before_it_are_no_longer_expected()
    {
        _box.Type("a");
        _box.Type("ab");
        _box.Receive("ab");

        _box.Receive("a");

        Assert.Equal("a", _box.Shown);
    }
}
