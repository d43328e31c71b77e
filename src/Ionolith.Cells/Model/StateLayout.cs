namespace Ionolith.Cells.Model;

/// <summary>Where the unknowns stand in the row of the integrator.</summary>
/// <param name="Concentration">First salt concentration.</param>
/// <param name="Psi">First psi.</param>
/// <param name="Scalars">First of eight scalars.</param>
/// <param name="Size">Length, a multiple of 8.</param>
/// <param name="HasLight">Whether light can fall on the cell; what is counted of it stands in eight more scalars.</param>
internal sealed record StateLayout(int Concentration, int Psi, int Scalars, int Size, bool HasLight = false)
{
    /// <summary>Number of scalars without light.</summary>
    public const int ScalarCount = 8;

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

    /// <summary>Current density at the terminals, A/m2; without light that through the electrolyte.</summary>
    public int TerminalCurrent => HasLight ? Scalars + 8 : Current;

    /// <summary>Charge of the photocurrent, net of what recombines, C/m2; only with light, as what follows.</summary>
    public int Photocharge => Scalars + 9;

    /// <summary>Energy of the light, J/m2.</summary>
    public int LightEnergy => Scalars + 10;

    /// <summary>Energy of the separated pairs at the cell's voltage, J/m2.</summary>
    public int GenerationEnergy => Scalars + 11;

    /// <summary>Energy lost in the diode, J/m2.</summary>
    public int RecombinationEnergy => Scalars + 12;

    /// <summary>Energy lost in the shunt, J/m2.</summary>
    public int ShuntEnergy => Scalars + 13;

    /// <summary>Energy lost in a leak, J/m2.</summary>
    public int LeakEnergy => Scalars + 14;

    /// <summary>Electrical energy that electrodes and electrolyte have taken, J/m2.</summary>
    public int ElectrolyteEnergy => Scalars + 15;
}
