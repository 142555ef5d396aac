using System.IO.Enumeration;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Effects;

/// <summary>
/// Indicators as analysts ask for them: a name of <see cref="IndicatorName"/>, or a pattern in which <c>*</c> stands for any text
/// and <c>?</c> for one character, for example <c>admissions:usa-*</c>.
/// </summary>
/// <param name="Text">The name or pattern.</param>
public sealed record IndicatorPattern(string Text)
{
    /// <summary>Whether it stands for whatever answers to it.</summary>
    public bool IsPattern => Text.AsSpan().IndexOfAny('*', '?') >= 0;

    /// <summary>The indicators of several ensembles that answer to the pattern: those that all of them recorded.</summary>
    /// <exception cref="UnknownIndicatorException">Nothing that the first recorded answers to it, or nothing that all did.</exception>
    public IReadOnlyList<IndicatorName> InAll(IReadOnlyList<IEnsemble> ensembles)
    {
        ArgumentNullException.ThrowIfNull(ensembles);
        var first = In(ensembles[0]);
        IndicatorName[] all = IsPattern ? [.. ensembles.Skip(1).Aggregate(first.AsEnumerable(), (known, e) => known.Intersect(RecordedIndicators.Of(e)))] : [.. first];
        return all.Length > 0 ? all : throw new UnknownIndicatorException($"nothing that answers to '{Text}' was recorded by all of these runs; record the same in each");
    }

    /// <summary>The indicators of an ensemble that answer to the pattern, in order of recording.</summary>
    /// <exception cref="UnknownIndicatorException">It is a pattern that nothing recorded answers to, or not a name.</exception>
    public IReadOnlyList<IndicatorName> In(IEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        if (!IsPattern)
        {
            return [IndicatorName.Parse(Text)];
        }

        var recorded = RecordedIndicators.Of(ensemble);
        IndicatorName[] found = [.. recorded.Where(n => FileSystemName.MatchesSimpleExpression(Text, n.ToString(), ignoreCase: false))];
        return found.Length > 0 ? found : throw new UnknownIndicatorException(
            $"nothing that '{ensemble.Name}' recorded answers to '{Text}'; there are {string.Join(", ", recorded.Where(n => n.Nationality == SeriesKey.All).Select(n => n.Variable).Distinct())}");
    }
}
