namespace CorridorSim.Model.Rules.Queues;

/// <summary>
/// Median wait of the people a channel admits (docs/model.md, queues): the wait of the community at which half of the admitted, ordered by
/// their community's wait, is passed, or the middle between two communities where half lies between them. It is that of people, so that it
/// does not depend on how finely communities are tabled.
/// </summary>
internal static class MedianWait
{
    private const double Tie = 1e-9;

    /// <summary>The median, months; not-a-number where nobody is admitted.</summary>
    /// <param name="admitted">People admitted, line by line.</param>
    /// <param name="waits">Their wait, months.</param>
    /// <param name="order">The lines, each once; sorted by wait afterwards, for the next one has much the same order.</param>
    /// <param name="apart">How far the values of neighbouring lines lie apart.</param>
    public static double Of(ReadOnlySpan<double> admitted, ReadOnlySpan<double> waits, Span<int> order, int apart)
    {
        var total = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            total += admitted[i * apart];
        }

        if (!(total > 0))
        {
            return double.NaN;
        }

        Sort(waits, order, apart);
        var (reached, below) = (0.0, double.NaN);
        foreach (var i in order)
        {
            reached += admitted[i * apart];
            var wait = waits[i * apart];
            if (reached > total * (0.5 + Tie))
            {
                return double.IsNaN(below) ? wait : (below + wait) / 2;
            }

            if (double.IsNaN(below) && reached >= total * (0.5 - Tie))
            {
                // Half of the admitted waited at most as long, half at least as long as the next: the median is between both.
                below = wait;
            }
        }

        return below;
    }

    /// <summary>Sorts the lines by wait, then number. What is nearly in order is sorted at once by insertion.</summary>
    private static void Sort(ReadOnlySpan<double> waits, Span<int> order, int apart)
    {
        for (var sorted = 1; sorted < order.Length; sorted++)
        {
            var line = order[sorted];
            var wait = waits[line * apart];
            var at = sorted;
            for (; at > 0; at--)
            {
                var before = order[at - 1];
                var other = waits[before * apart];
                if (other < wait || (other == wait && before < line))
                {
                    break;
                }

                order[at] = before;
            }

            order[at] = line;
        }
    }
}
