using Ionolith.Numerics.Kernels;

namespace Ionolith.Cells.Model.Kinetics;

/// <summary>Kinetics of one kind of interface at all nodes of an electrode: residual and exact partial derivatives.</summary>
/// <remarks>
/// Residual: K = asinh(g(u)/2) - asinh(i/(2 i_0)) with u = F/(R T) (phi - U(x) - R_film i), phi the potential of the host against
/// the electrolyte, x the surface stoichiometry, i the current density of the interface (positive on delithiation).
/// </remarks>
internal abstract class InterfaceKernel(int nodes)
{
    /// <summary>Padded number of nodes.</summary>
    public int Lanes { get; } = Rows.Pad(nodes);

    /// <summary>Residual K.</summary>
    public double[] Residual { get; } = new double[Rows.Pad(nodes)];

    /// <summary>dK/di, m2/A.</summary>
    public double[] PerCurrent { get; } = new double[Rows.Pad(nodes)];

    /// <summary>dK/dphi, 1/V.</summary>
    public double[] PerPotential { get; } = new double[Rows.Pad(nodes)];

    /// <summary>dK/dx.</summary>
    public double[] PerStoichiometry { get; } = new double[Rows.Pad(nodes)];

    /// <summary>dK/dc_e, m3/mol.</summary>
    public double[] PerConcentration { get; } = new double[Rows.Pad(nodes)];

    /// <summary>dK/dT, 1/K.</summary>
    public double[] PerKelvin { get; } = new double[Rows.Pad(nodes)];

    /// <summary>Whether the entropic coefficient is wanted also where it does not shift the potential.</summary>
    public bool TracksHeat { get; set; }

    /// <summary>Open-circuit potential at the surface, V.</summary>
    public double[] Potential { get; } = new double[Rows.Pad(nodes)];

    /// <summary>Entropic coefficient at the surface, V/K.</summary>
    public double[] Entropic { get; } = new double[Rows.Pad(nodes)];

    /// <summary>Slope of the open-circuit potential at the surface to stoichiometry, V.</summary>
    public double[] PotentialSlope { get; } = new double[Rows.Pad(nodes)];

    /// <summary>Slope of the entropic coefficient at the surface to stoichiometry, V/K.</summary>
    public double[] EntropicSlope { get; } = new double[Rows.Pad(nodes)];

    /// <summary>Number of nodes whose surface was empty or full at the last evaluation.</summary>
    public int Beyond { get; protected set; }

    /// <summary>Salt concentration below which the exchange current density falls no further, mol/m3.</summary>
    public double LeastConcentration { get; protected init; }

    /// <summary>Resistance of the film and of what has grown on it, at the current temperature, ohm m2 of contacted interface.</summary>
    public double FilmResistance => Film + AddedResistance;

    /// <summary>Resistance that ageing has added, ohm m2 of contacted interface.</summary>
    public double AddedResistance { get; set; }

    /// <summary>Index of the first hysteresis in the row of the state; negative: none.</summary>
    public int HysteresisRow { get; set; } = -1;

    /// <summary>Shift of the open-circuit potential that ageing has brought, V.</summary>
    public double PotentialShift { get; set; }

    /// <summary>Film resistance of the fresh interface at the current temperature, ohm m2 of contacted interface.</summary>
    protected double Film { get; set; }

    /// <summary>Sets the temperature of what follows.</summary>
    /// <param name="temperature">Temperature, K.</param>
    public abstract void SetTemperature(double temperature);

    /// <summary>Evaluates residual and derivatives at all nodes.</summary>
    /// <param name="y">Row that holds the potentials and the currents.</param>
    /// <param name="potential">Index in <paramref name="y"/> of the first potential.</param>
    /// <param name="current">Index in <paramref name="y"/> of the first current density.</param>
    /// <param name="surface">Surface stoichiometries; ignored at lithium.</param>
    /// <param name="concentration">Row of salt concentrations; ignored where the exchange current does not depend on them.</param>
    /// <param name="node">Index in <paramref name="concentration"/> of the first node.</param>
    /// <param name="wanted">Which derivatives are wanted; the others stay as they are.</param>
    public abstract void Evaluate(
        double[] y, int potential, int current, double[] surface, double[] concentration, int node, Derivatives wanted);

    /// <summary>Whether no surface is empty or full.</summary>
    /// <param name="surface">Surface stoichiometries, padded.</param>
    /// <returns>True where the laws hold as they are written.</returns>
    public abstract bool IsInside(double[] surface);

    /// <summary>Exchange current density at one point, A/m2 of interface.</summary>
    /// <param name="stoichiometry">Surface stoichiometry.</param>
    /// <param name="concentration">Salt concentration, mol/m3.</param>
    /// <returns>The exchange current density.</returns>
    public abstract double ExchangeCurrent(double stoichiometry, double concentration);

    /// <summary>Open-circuit potential at a stoichiometry and the current temperature, V.</summary>
    /// <param name="stoichiometry">Stoichiometry, 1.</param>
    /// <returns>The potential; zero at lithium.</returns>
    public abstract double EquilibriumPotential(double stoichiometry);

    /// <summary>Enthalpy of taking lithium up as a potential, U - T dU/dT at the current temperature, V.</summary>
    /// <param name="stoichiometry">Stoichiometry, 1.</param>
    /// <param name="slope">Its derivative by the stoichiometry, V.</param>
    public abstract double Enthalpy(double stoichiometry, out double slope);

    /// <summary>Largest current density that the law gives at any overpotential, A/m2 of interface.</summary>
    /// <param name="exchangeCurrent">Exchange current density, A/m2.</param>
    /// <returns>The limiting current density; beyond all measure where the law has none.</returns>
    public abstract double LimitingCurrent(double exchangeCurrent);

    /// <summary>Overpotential without film that carries a current density, V.</summary>
    /// <param name="current">Current density, A/m2 of interface.</param>
    /// <param name="exchangeCurrent">Exchange current density, A/m2.</param>
    /// <returns>Overpotential; positive for a positive current.</returns>
    public abstract double Overpotential(double current, double exchangeCurrent);

    /// <summary>Derivative of the compressed current to the dimensionless overpotential at an overpotential.</summary>
    /// <param name="overpotential">Overpotential, V.</param>
    /// <returns>Slope; 1/2 at equilibrium.</returns>
    public abstract double CompressedSlope(double overpotential);

    /// <summary>Slope of the film resistance to temperature, ohm m2/K.</summary>
    public abstract double FilmTemperatureSlope { get; }

    /// <summary>Derivative of the overpotential of a lithium surface to temperature at constant current density, V/K.</summary>
    /// <param name="current">Current density, A/m2 of interface.</param>
    /// <param name="exchangeCurrent">Exchange current density, A/m2.</param>
    /// <param name="overpotential">Overpotential that belongs to them, V.</param>
    /// <returns>Derivative; it includes that of the exchange current density.</returns>
    public abstract double OverpotentialTemperatureSlope(double current, double exchangeCurrent, double overpotential);
}
