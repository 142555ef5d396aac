using CorridorSim.Dashboard.Shared.Shell;
using Microsoft.AspNetCore.Components;

namespace CorridorSim.Dashboard.Tests.Components;

public sealed class PageAddressTests
{
    private readonly SlowBrowser _browser = new();

    [Fact]
    public void Choices_made_before_the_browser_has_answered_are_all_kept()
    {
        using var address = new PageAddress(_browser);

        Choose(address, "figure", "deaths");
        Choose(address, "x", "protection");
        _browser.Answer();
        Choose(address, "y", "places");
        _browser.Answer();
        _browser.Answer();

        Assert.Equal("http://here/sweeps/7?figure=deaths&x=protection&y=places", _browser.Uri);
    }

    [Fact]
    public void A_choice_after_the_answer_builds_on_what_stands()
    {
        using var address = new PageAddress(_browser);
        Choose(address, "figure", "deaths");
        _browser.Answer();
        _browser.GoBackTo("http://here/sweeps/7?figure=returns");

        Choose(address, "x", "protection");
        _browser.Answer();

        Assert.Equal("http://here/sweeps/7?figure=returns&x=protection", _browser.Uri);
    }

    [Fact]
    public void A_link_ends_what_was_on_its_way()
    {
        using var address = new PageAddress(_browser);
        Choose(address, "figure", "deaths");
        Choose(address, "x", "protection");
        _browser.Follow("http://here/sweeps/8");

        Choose(address, "x", "places");

        Assert.Equal("http://here/sweeps/8?x=places", _browser.Asked[^1]);
    }

    [Fact]
    public void An_empty_choice_is_taken_out()
    {
        using var address = new PageAddress(_browser);
        Choose(address, "figure", "deaths");

        Choose(address, "figure", null);

        Assert.Equal("http://here/sweeps/7", _browser.Asked[^1]);
    }

    private static void Choose(PageAddress address, string name, string? value) =>
        address.Change(new Dictionary<string, object?> { [name] = value }, replaces: true);

    /// <summary>A browser that changes its address when the test says so.</summary>
    private sealed class SlowBrowser : NavigationManager
    {
        private int _answered;

        public SlowBrowser() => Initialize("http://here/", "http://here/sweeps/7");

        public List<string> Asked { get; } = [];

        public void Answer() => Arrive(Asked[_answered++], false);

        public void GoBackTo(string uri) => Arrive(uri, false);

        public void Follow(string uri) => Arrive(uri, true);

        protected override void NavigateToCore(string uri, NavigationOptions options) => Asked.Add(uri);

        private void Arrive(string uri, bool isLink)
        {
            Uri = uri;
            NotifyLocationChanged(isLink);
        }
    }
}
