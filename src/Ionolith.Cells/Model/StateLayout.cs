namespace Ionolith.Cells.Model;

/// <summary>Where the unknowns stand in the row of the integrator.</summary>
/// <param name="Concentration">First salt concentration.</param>
/// <param name="Psi">First psi.</param>
/// <param name="Scalars">First of eight scalars.</param>
/// <param name="Size">Length, a multiple of 8.</param>
internal sealed record StateLayout(int Concentration, int Psi, int Scalars, int Size)
{
    /// <summary>Current density I through the electrolyte, A/m2.</summary>
    public int Current => Scalars;

    /// <summary>Terminal voltage, V.</summary>
    public int Voltage => Scalars + 1;

    /// <summary>Temperature, K.</summary>
    public int Temperature => Scalars + 2;

    /// <summary>Charge delivered at the terminals, C/m2.</summary>
    public int Charge => Scalars + 3;

    /// <summary>Energy delivered at the terminals, J/m2.</summary>
    public int Energy => Scalars + 4;

    /// <summary>Charge that has passed between the electrodes beside the terminals, C/m2.</summary>
    public int Leaked => Scalars + 5;
}
