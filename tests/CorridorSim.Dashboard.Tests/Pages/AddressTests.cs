using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>A link whose choices are not there is answered with what is shown instead, choice by choice.</summary>
[Collection(DashboardCollection.Name)]
public sealed class AddressTests(DashboardServer server)
{
    [Theory]
    [InlineData("/compare", "&indicator=deths&at=2031&scale=log", "indicator 'deths'|at '2031'|scale 'log'")]
    [InlineData("/runs/{Id}", "?event=none&month=2031-01&map=change", "event 'none'|month '2031-01'|map 'change'")]
    [InlineData("/runs/{Id}/flows", "?from=2031-01&to=2020-01&least=1,000&pin=XXX%3EYYY", "from '2031-01'|to '2020-01'|least '1,000'|pin 'XXX>YYY'")]
    [InlineData("/runs/{Id}/flows", "?least=%2B5", "least '+5'")]
    [InlineData("/runs/{Id}/flows", "?least=-1", "least '-1'")]
    [InlineData("/why", "&indicator=deths", "indicator 'deths'")]
    [InlineData("/sweeps/{Id}", "&figure=deths&x=size&y=time", "figure 'deths'|x 'size'|y 'time'")]
    public async Task A_choice_that_there_is_not_is_told(string route, string choices, string told)
    {
        await using var example = await RouteExample.MakeAsync(route, server);
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync(example.Address + choices);

        var remarks = await visit.TextsAsync(".remarks li");
        Assert.Equal(told.Split('|'), remarks.Select(r => r[(r.IndexOf("asks for ", StringComparison.Ordinal) + 9)..r.IndexOf(", which there is not", StringComparison.Ordinal)]));
    }

    [Theory]
    [InlineData("/compare", "&indicator=deaths&at=2022&scale=percent&month=2022-04")]
    [InlineData("/runs/{Id}", "?month=2022-04&map=difference")]
    [InlineData("/runs/{Id}/flows", "?from=2021-03&to=2021-09&least=1000&pin=COL%3EPAN")]
    [InlineData("/sweeps/{Id}", "&x=protection&y=places")]
    public async Task Nothing_is_told_of_choices_that_are_there(string route, string choices)
    {
        await using var example = await RouteExample.MakeAsync(route, server);
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync(example.Address + choices);

        Assert.Empty(await visit.TextsAsync(".remarks li"));
    }
}
