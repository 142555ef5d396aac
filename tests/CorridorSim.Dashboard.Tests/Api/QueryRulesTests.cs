using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CorridorSim.Dashboard.Tests.Browsing;

namespace CorridorSim.Dashboard.Tests.Api;

/// <summary>A query string means one thing or is refused with what is wrong in it.</summary>
[Collection(DashboardCollection.Name)]
public sealed class QueryRulesTests(DashboardServer server) : IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = new Uri(server.Address) };

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("runs/RUN/results?formt=csv", "Unknown name 'formt' in the query; did you mean 'format'?")]
    [InlineData("runs/RUN/results?format=csv&format=json", "'format' stands in the query 2 times; write it once.")]
    [InlineData("runs/RUN/monthly?indicator=deaths&steps=week", "Unknown name 'steps' in the query; did you mean 'step'?")]
    [InlineData("runs/RUN/monthly?indicator=deaths&id=other", "Unknown name 'id' in the query; use one of: format, indicator, step")]
    [InlineData("compare?base=RUN&other=RUN&indicators=deaths", "Unknown name 'indicators' in the query; did you mean 'indicator'?")]
    [InlineData("runs?replicates=4", "This address takes no query; leave 'replicates' out.")]
    [InlineData("jobs?x=1", "This address takes no query; leave 'x' out.")]
    [InlineData("runs/RUN/briefing?save=True", "save: 'True' is no truth value; write true or false")]
    [InlineData("runs/RUN/briefing?save=%20true", "save: ' true' is no truth value; write true or false")]
    [InlineData("runs/RUN/briefing?month=2031-01", "month must be one of the run, 2021-01 to 2024-12, not '2031-01'")]
    [InlineData("runs/RUN/briefing?month=%202022-04", "month must be one of the run, 2021-01 to 2024-12, not ' 2022-04'")]
    public async Task What_an_address_does_not_take_is_refused_by_name(string address, string wrong)
    {
        using var reply = await _client.GetAsync(new Uri("/api/v1/" + address.Replace("RUN", server.ExampleRun, StringComparison.Ordinal), UriKind.Relative), TestContext.Current.CancellationToken);
        var problem = await reply.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.StartsWith(wrong, problem!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("runs/RUN/monthly?indicator=deaths&step=quarter")]
    [InlineData("runs/RUN/briefing?save=true&month=2022-04")]
    [InlineData("compare?base=RUN&other=RUN&indicator=deaths&indicator=admissions")]
    public async Task What_it_takes_is_answered(string address)
    {
        using var reply = await _client.GetAsync(new Uri("/api/v1/" + address.Replace("RUN", server.ExampleRun, StringComparison.Ordinal), UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
    }

    [Fact]
    public async Task An_address_that_there_is_not_is_not_found_whatever_its_query()
    {
        using var reply = await _client.GetAsync(new Uri("/api/v1/nothing?x=1", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Theory]
    [InlineData("+5")]
    [InlineData("05")]
    [InlineData("5.5")]
    [InlineData("\"5\"")]
    [InlineData("\" 5\"")]
    [InlineData("1e1000")]
    public async Task Numbers_of_a_request_are_those_of_JSON(string number)
    {
        using var body = new StringContent($$"""{ "scenario": "us-panama-2022", "set": {}, "replicates": {{number}} }""", System.Text.Encoding.UTF8, "application/json");
        using var reply = await _client.PostAsync(new Uri("/api/v1/what-if", UriKind.Relative), body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
    }

    [Theory]
    [InlineData("""{ "scenario": "us-panama-2022", "replicate": 4 }""", "nothing here is called 'replicate'")]
    [InlineData("""{ "scenario": "us-panama-2022", "replicates": 4, "replicates": 8 }""", "it stands there twice")]
    public async Task Names_of_a_request_are_known_and_stand_there_once(string text, string wrong)
    {
        using var body = new StringContent(text, System.Text.Encoding.UTF8, "application/json");
        using var reply = await _client.PostAsync(new Uri("/api/v1/what-if", UriKind.Relative), body, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Contains(wrong, (await reply.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
