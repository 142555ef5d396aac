using CorridorSim.Dashboard.Runs;
using CorridorSim.Runs.Store;

namespace CorridorSim.Dashboard.Tests.Runs;

public sealed class WorkspaceBookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-views-").FullName;

    private WorkspaceBook Book => new(new RunStore(_folder));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_kept_view_is_there_for_the_next_who_looks_and_a_second_of_its_name_replaces_it()
    {
        Book.Keep(new Workspace("for the minister", "/compare?base=a&runs=b"));
        Book.Keep(new Workspace("drafts", "/runs?search=draft"));
        Book.Keep(new Workspace("for the minister", "/compare?base=a&runs=c"));

        Assert.Equal([new Workspace("drafts", "/runs?search=draft"), new Workspace("for the minister", "/compare?base=a&runs=c")], Book.List());

        Book.Remove("drafts");
        Assert.Equal(["for the minister"], Book.List().Select(w => w.Name));
    }

    [Theory]
    [InlineData("", "/runs")]
    [InlineData("away", "//elsewhere.example/runs")]
    [InlineData("away", "https://elsewhere.example/")]
    [InlineData("away", "/\\elsewhere.example")]
    public void A_view_without_a_name_or_of_another_host_is_refused(string name, string address)
    {
        Assert.Throws<ArgumentException>(() => Book.Keep(new Workspace(name, address)));
        Assert.Empty(Book.List());
    }

    [Fact]
    public void A_damaged_file_or_one_with_foreign_addresses_keeps_what_is_sound()
    {
        File.WriteAllText(Path.Combine(_folder, ".workspaces.json"), """[{"Name":"good","Address":"/runs"},{"Name":"bad","Address":"javascript:alert(1)"},{"Name":null,"Address":null}]""");
        Assert.Equal(["good"], Book.List().Select(w => w.Name));

        File.WriteAllText(Path.Combine(_folder, ".workspaces.json"), "[{");
        Assert.Empty(Book.List());
    }
}
