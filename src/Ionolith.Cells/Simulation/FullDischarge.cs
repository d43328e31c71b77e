namespace Ionolith.Cells.Simulation;

/// <summary>The discharge with which the others of a run are compared: its first full one.</summary>
public static class FullDischarge
{
    // A first discharge that delivers a smaller share of the second began from a cell that nobody had charged.
    private const double Full = 0.8;

    // Discharges of a smaller share of the nominal capacity are none.
    private const double Least = 1e-6;

    /// <summary>The first discharge, or the second where the run began with that of a cell that was not charged.</summary>
    /// <param name="cycles">Cycles in order, those that discharge nothing with them or not.</param>
    /// <returns>The cycle; null: none discharges.</returns>
    public static CycleResult? First(IEnumerable<CycleResult> cycles)
    {
        ArgumentNullException.ThrowIfNull(cycles);
        return cycles.Where(c => c.Discharge > 0).Take(2).ToArray() switch
        {
            [{ DischargesFirst: true, ChargeBefore: 0 } fresh, var second] when !IsFull(fresh.Discharge, second.Discharge) => second,
            [var first, ..] => first,
            _ => null,
        };
    }

    /// <summary>Whether the discharge of a cell that was not charged before is a full one.</summary>
    /// <param name="fresh">Its charge, C.</param>
    /// <param name="second">Charge of the discharge after it, C.</param>
    public static bool IsFull(double fresh, double second) => fresh >= Full * second;

    /// <summary>Whether a discharge is worth comparing others with.</summary>
    /// <param name="discharge">Its charge, C.</param>
    /// <param name="nominal">Nominal capacity, C.</param>
    public static bool IsWorthwhile(double discharge, double nominal) => discharge > Least * nominal;
}
