using CorridorSim.Model.Indices;

namespace CorridorSim.Model.Post;

/// <summary>
/// What participants say that they write: each row with who reads it. The network is made from it. Sections of a country say it beside the
/// step that writes the row.
/// </summary>
/// <param name="instruments">Number of agreements and measures: participants before the first country.</param>
internal sealed class LetterBook(int instruments)
{
    private readonly Dictionary<(int Sender, WireRow Row), SortedSet<int>> _recipients = [];
    private readonly List<(int Sender, WireRow Row)> _rows = [];

    /// <summary>All rows with their senders, in the order in which they were first said.</summary>
    public IReadOnlyList<(int Sender, WireRow Row)> Rows => _rows;

    /// <summary>Participant of a country.</summary>
    public int Participant(CountryIndex country) => instruments + country.Index;

    /// <summary>Participants who read a row, ascending.</summary>
    public SortedSet<int> Recipients((int Sender, WireRow Row) row) => _recipients[row];

    /// <summary>A country writes a row that other countries read.</summary>
    public void Tell(CountryIndex country, IEnumerable<CountryIndex> readers, WireRow row) => Add(Participant(country), readers.Select(Participant), row);

    /// <summary>Lets some more participants read a row. Everybody who reads it gets the same letter, so that it is written once.</summary>
    public void Add(int sender, IEnumerable<int> recipients, WireRow row)
    {
        foreach (var recipient in recipients)
        {
            if (!_recipients.TryGetValue((sender, row), out var known))
            {
                _recipients.Add((sender, row), known = []);
                _rows.Add((sender, row));
            }

            known.Add(recipient);
        }
    }
}
