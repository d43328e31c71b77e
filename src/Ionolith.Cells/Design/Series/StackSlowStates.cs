using Ionolith.Cells.LongRuns;

namespace Ionolith.Cells.Design.Series;

/// <summary>What changes slowly in cells in series: the slow states of each, one cell after the other, and the charge that each has lost beside its terminals.</summary>
/// <remarks>
/// The same charge passes through all. Where the lithium of a cell stands follows from that charge, from what the cell has leaked and from what it has lost by ageing; so what the
/// cells differ in is never guessed. No limit of a voltage brings them back, other than in a single cell: leaks count, and are mended, as states that age, by the largest difference
/// between two cells over the nominal capacity. How far the stack as a whole is charged is a guess, which the first simulated cycle makes good.
/// </remarks>
/// <param name="members">The slow states of each cell that is unlike the others.</param>
/// <param name="capacity">Nominal capacity, C/m2.</param>
internal sealed class StackSlowStates(SlowStates[] members, double capacity) : ISlowStates
{
    /// <inheritdoc/>
    public int Time => members[0].Time;

    /// <summary>What earlier jumps owe, cell by cell.</summary>
    public double[] Debt
    {
        get => [.. members.SelectMany(m => m.Debt)];
        set
        {
            int each = value.Length / members.Length;
            for (int k = 0; k < members.Length; k++)
            {
                members[k].Debt = value[(k * each)..((k + 1) * each)];
            }
        }
    }

    /// <inheritdoc/>
    public double[] Read() => [.. members.SelectMany(m => m.Read())];

    /// <inheritdoc/>
    public bool Advance(double[] change) => Move(change, static (member, own) => member.Advance(own));

    /// <inheritdoc/>
    public bool Mend(double[] change) => Move(change, (member, own) =>
    {
        if (members.Length > 1)
        {
            member.MendLeaked(own[member.Leaked]);
        }

        return member.Mend(own);
    });

    /// <inheritdoc/>
    public double Distance(double[] change)
    {
        double[][] parts = Parts(change);
        double[] leaked = [.. members.Select((m, k) => parts[k][m.Leaked])];
        return members.Select((m, k) => m.Distance(parts[k])).Append((leaked.Max() - leaked.Min()) / capacity).Max();
    }

    private bool Move(double[] change, Func<SlowStates, double[], bool> move)
    {
        double[][] parts = Parts(change);
        if (!members.Zip(parts, static (m, p) => m.Fits(p)).All(static fits => fits))
        {
            return false;
        }

        for (int k = 0; k < members.Length; k++)
        {
            move(members[k], parts[k]);
        }

        double charge = members.Average(m => m.Charge);
        foreach (SlowStates member in members.Length > 1 ? members : [])
        {
            member.Share(charge);
        }

        return true;
    }

    private double[][] Parts(double[] change)
    {
        double[][] parts = new double[members.Length][];
        for (int k = 0, first = 0; k < members.Length; first += members[k++].Count)
        {
            parts[k] = change[first..(first + members[k].Count)];
        }

        return parts;
    }
}
