namespace CorridorSim.Scenarios.Tests.Worlds;

public sealed class WorldMistakeTests
{
    [Theory]
    [InlineData("communities.csv", "PER,VEN,", "PERU,VEN,", 1, "unknown country 'PERU'; did you mean 'PER'?")]
    [InlineData("communities.csv", "COL,VEN,", "COL,VNE,", 5, "unknown nationality 'VNE'; use one of: ")]
    [InlineData("communities.csv", "COL,VEN,1840000", "COL,VEN,many", 9, "'many' is not a number")]
    [InlineData("communities.csv", "COL,VEN,1840000", "COL,VEN,-5", 9, "persons is -5; it must lie between 0 and")]
    [InlineData("communities.csv", "COL,VEN,1840000,hosted", "COL,VEN,1840000,guest", 17, "unknown kind 'guest'; use home or hosted")]
    [InlineData("countries.csv", "PAN,Panama", "CRI,Panama", 1, "'CRI' stands twice")]
    [InlineData("countries.csv", "Panama,8.5,", "Panama,98.5,", 12, "latitude is 98.5; it must lie between -90 and 90")]
    [InlineData("figures.csv", "PAN,population", "PAM,population", 1, "unknown country 'PAM'")]
    [InlineData("figures.csv", "PAN,population", "PAN,populace", 5, "unknown figure 'populace'; did you mean 'population'?")]
    [InlineData("legs.csv", "COL>PAN,COL-coast", "COL>PAN,COL-cost", 9, "unknown place 'COL-cost'; did you mean 'COL-coast'?")]
    [InlineData("routes.csv", "MEX>USA,COL>PAN PAN>CRI", "MEX>USA,COL>PAM PAN>CRI", 16, "unknown leg 'COL>PAM'")]
    [InlineData("routes.csv", "COL>PAN PAN>CRI CRI>NIC", "COL>PAN CRI>NIC", 16, "leg 'CRI>NIC' does not start where 'COL>PAN' ends")]
    [InlineData("route-users.csv", "darien,VEN", "darrien,VEN", 1, "unknown route 'darrien'; did you mean 'darien'?")]
    [InlineData("entries.csv", "darien,VEN,*,COL-coast", "darien,VEN,*,MEX-coast", 14, "the place 'MEX-coast' is not on the route darien")]
    [InlineData("regimes.csv", "MEX>USA,VEN,0.03", "MEX>USA,VEN,1.03", 13, "evasion is 1.03; it must lie between 0 and 1")]
    [InlineData("channels.csv", "GTM,GTM,,s34", "GTM,GTMX,,s34", 72, "unknown name 'GTMX'; did you mean 'GTM'?")]
    [InlineData("channels.csv", "worker,named,0,1,0,0,0,528", "worker,namd,0,1,0,0,0,528", 46, "unknown way of taking people in 'namd'; did you mean 'named'?")]
    [InlineData("channels.csv", "0.495 0.638 0.4,,MEX", "0.495 0.638,,MEX", 62, "a season has twelve factors")]
    [InlineData("channels.csv", "0.695 1.063", "0.695 -1", 62, "'-1' is not a number of 0 or more")]
    [InlineData("channels.csv", "239274 2507 454 284", "239274 2507 454", 165, "there are 3 weights for 4 nationalities")]
    [InlineData("channels.csv", "resident,named,0,1,0,0,0,2336", "resident,applied,0,1,0,0,0,2336", 1, "has a backlog but people apply to it")]
    [InlineData("backlogs.csv", "usa-family,SLV", "usa-families,SLV", 1, "unknown channel 'usa-families'; did you mean 'usa-family'?")]
    [InlineData("backlogs.csv", "usa-family,SLV", "usa-family,CHN", 12, "unknown nationality 'CHN'")]
    [InlineData("backlogs.csv", "283834,92", "283834,0", 23, "wait-months is 0; it must lie between 0.25 and 600")]
    [InlineData("parameters.csv", "triangular 2.4 2.8 4.5", "triangular 4.5 2.8 2.4", 71, "the numbers of triangular must rise")]
    [InlineData("parameters.csv", "(rho),1,0.6,,0.05,1,", "(rho),1,0.6,,0.05,0.01,", 62, "the maximum lies below the minimum")]
    [InlineData("parameters.csv", "behaviour.visa-penalty", "behaviour.visa-penality", 1, "lacks the parameter 'behaviour.visa-penalty'")]
    public void Mistake_in_a_table_is_reported_with_its_place(string table, string old, string changed, int column, string message)
    {
        using var copy = new WorldCopy();
        var line = copy.Replace(table, old, changed);

        var (world, diagnostics) = copy.Load();

        Assert.Null(world);
        var found = diagnostics.FirstOrDefault(d => d.Message.Contains(message, StringComparison.Ordinal));
        Assert.True(found is not null, string.Join('\n', diagnostics));
        Assert.EndsWith(table, found.File, StringComparison.Ordinal);
        if (!message.StartsWith("lacks", StringComparison.Ordinal))
        {
            Assert.Equal((line, column), (found.Line, found.Column));
        }
    }

    [Fact]
    public void Figure_without_a_known_source_is_refused()
    {
        using var copy = new WorldCopy();
        copy.Replace("legs.csv", ",s15,", ",s99,");

        var (world, diagnostics) = copy.Load();

        Assert.Null(world);
        Assert.Contains(diagnostics, d => d.Message.Contains("unknown source 's99'", StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_column_is_named()
    {
        using var copy = new WorldCopy();
        copy.Replace("legs.csv", "stay-share", "stays");

        var (world, diagnostics) = copy.Load();

        Assert.Null(world);
        Assert.Contains(diagnostics, d => d.Line == 1 && d.Message.Contains("'stay-share' is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_table_is_named()
    {
        using var copy = new WorldCopy();
        copy.Delete("entries.csv");

        var (world, diagnostics) = copy.Load();

        Assert.Null(world);
        Assert.Contains(diagnostics, d => d.File.EndsWith("entries.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_beyond_five_megabytes_is_refused()
    {
        using var copy = new WorldCopy();
        copy.Append("places.csv", new string('x', 5_000_001));

        var (world, diagnostics) = copy.Load();

        Assert.Null(world);
        Assert.Contains(diagnostics, d => d.Message.Contains("at most 5000000", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_beyond_twenty_thousand_rows_is_refused()
    {
        using var copy = new WorldCopy();
        copy.Append("places.csv", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"place-{i},PAN\n")));

        var (world, diagnostics) = copy.Load();

        Assert.Null(world);
        Assert.Contains(diagnostics, d => d.Message.Contains("at most 20000", StringComparison.Ordinal));
    }

    [Fact]
    public void Nationality_that_cannot_join_its_route_is_reported()
    {
        using var copy = new WorldCopy();
        copy.Replace("entries.csv", "nicaragua-air,HTI,*", "nicaragua-air,CHN,*");

        var (world, diagnostics) = copy.Load();

        Assert.Null(world);
        Assert.NotEmpty(diagnostics);
    }
}
