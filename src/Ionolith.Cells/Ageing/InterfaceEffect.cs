namespace Ionolith.Cells.Ageing;

/// <summary>What the mechanisms of an interface do to it, all together: shares multiply, the rest adds.</summary>
public record struct InterfaceEffect
{
    /// <summary>Nothing is changed.</summary>
    public InterfaceEffect()
    {
    }

    /// <summary>Resistance in series with charge transfer, ohm m2 of nominal interface.</summary>
    public double Resistance { get; set; }

    /// <summary>Shift of the potential at which the electrode and the electrolyte next to it exchange lithium at equilibrium, V.</summary>
    public double PotentialShift { get; set; }

    /// <summary>Share of the nominal area that is in contact, 1.</summary>
    public double ContactedShare { get; set; } = 1;

    /// <summary>Share of the host that still takes part, 1; what is lost keeps the lithium that it holds.</summary>
    public double ActiveShare { get; set; } = 1;

    /// <summary>Lithium taken out of the electrode for good since the start, mol per m2 of nominal interface.</summary>
    public double LithiumConsumed { get; set; }

    /// <summary>Conductance of lithium that bridges the electrodes, in parallel with the cell, S/m2.</summary>
    public double Leak { get; set; }

    /// <summary>Whether lithium bridges the electrodes: a short, soft while the cell has not failed by it.</summary>
    public bool Bridged { get; set; }

    /// <summary>How far on the way to what ends the cell or bridges it, 0 to 1: time steps follow it, so that its time is known.</summary>
    public double Damage { get; set; }

    /// <summary>Why the cell has failed by now; empty while it has not.</summary>
    public string Failure { get; private set; } = "";

    /// <summary>Whether <see cref="Failure"/> is a hard short.</summary>
    public bool ShortedHard { get; private set; }

    /// <summary>The cell fails; of several failures the first counts.</summary>
    /// <param name="reason">Why, in a few words.</param>
    /// <param name="byHardShort">Whether it is by lithium that bridges the electrodes.</param>
    public void Fail(string reason, bool byHardShort = false)
    {
        if (Failure.Length == 0)
        {
            (Failure, ShortedHard) = (reason, byHardShort);
        }
    }
}
