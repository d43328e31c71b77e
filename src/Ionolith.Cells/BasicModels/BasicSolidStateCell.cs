using Ionolith.Materials;

namespace Ionolith.Cells.BasicModels;

/// <summary>Lithium | single-ion conductor | composite cathode at constant current, written as in a textbook.</summary>
/// <remarks>
/// One file to read and to check the engine against; no code is shared with it. Unknowns at each cathode node: phi_e, phi_s, the
/// interface current density i (positive on delithiation) and the shells of a particle. phi is measured from the lithium metal.
/// Ions: d/dx(kappa dphi_e/dx) = -a i. Electrons: d/dx(sigma dphi_s/dx) = a i. Kinetics: eta = 2 R T/F asinh[i/(2 i_0)].
/// Source: physics of J. Newman and K. E. Thomas-Alyea, Electrochemical Systems, 3rd ed., Wiley 2004, chapter 22, with t+ = 1.
/// </remarks>
internal sealed record BasicSolidStateCell
{
    private const double F = PhysicalConstants.Faraday, R = PhysicalConstants.GasConstant;

    /// <summary>Temperature, K.</summary>
    public double Temperature { get; init; } = 298.15;

    /// <summary>Resistance of the separator, ohm m2.</summary>
    public required double SeparatorResistance { get; init; }

    /// <summary>Exchange current density of lithium, A/m2.</summary>
    public required double LithiumExchangeCurrent { get; init; }

    /// <summary>Thickness of the cathode, m.</summary>
    public required double Thickness { get; init; }

    /// <summary>Effective ionic conductivity, S/m.</summary>
    public required double Ionic { get; init; }

    /// <summary>Effective electronic conductivity, S/m.</summary>
    public required double Electronic { get; init; }

    /// <summary>Volume fraction of the active material, 1.</summary>
    public required double ActiveFraction { get; init; }

    /// <summary>Radius of the particles, m.</summary>
    public required double Radius { get; init; }

    /// <summary>Solid diffusivity, m2/s.</summary>
    public required double Diffusivity { get; init; }

    /// <summary>Concentration at stoichiometry one, mol/m3.</summary>
    public required double MaximumConcentration { get; init; }

    /// <summary>Open-circuit potential of stoichiometry, V.</summary>
    public required Func<double, double> Potential { get; init; }

    /// <summary>Exchange current density of surface stoichiometry, A/m2.</summary>
    public required Func<double, double> ExchangeCurrent { get; init; }

    /// <summary>Stoichiometry at the start, 1.</summary>
    public required double Initial { get; init; }

    /// <summary>Number of volumes across the cathode.</summary>
    public required int Nodes { get; init; }

    /// <summary>Shells of a particle.</summary>
    public required BasicParticle Particle { get; init; }

    /// <summary>Terminal voltages at increasing times after a current is switched on.</summary>
    /// <param name="current">Current density, A/m2; positive on discharge.</param>
    /// <param name="times">Times, s.</param>
    /// <param name="longest">Longest step, s.</param>
    /// <returns>Voltages, V.</returns>
    public double[] Discharge(double current, double[] times, double longest)
    {
        int n = Nodes, shells = Particle.Shells;
        double width = Thickness / n, area = 3 * ActiveFraction / Radius, thermal = R * Temperature / F;
        int ions = 0, electrons = n, reaction = 2 * n, particles = 3 * n;
        double[] u = new double[particles + (n * shells)];
        Array.Fill(u, Potential(Initial), electrons, n);
        Array.Fill(u, -current / (area * Thickness), reaction, n);
        Array.Fill(u, Initial, particles, n * shells);

        // At the lithium surface phi_s - phi_e = eta; the separator follows as a resistor.
        double lithium = 2 * thermal * Math.Asinh(current / (2 * LithiumExchangeCurrent));
        double entry = -lithium - (current * SeparatorResistance);
        double[] voltages = new double[times.Length];
        double now = 0;
        for (int i = 0; i < times.Length; i++)
        {
            ExtrapolatedEuler.Integrate(Equations, u, times[i] - now, i == 0 ? 1e-3 * times[0] : longest, longest);
            now = times[i];
            voltages[i] = u[electrons + n - 1] - (current * width / 2 / Electronic);
        }

        return voltages;

        void Equations(double[] y, double[] rate, double[] residual)
        {
            for (int m = 0; m < n; m++)
            {
                double i = y[reaction + m];
                double ionsIn = m == 0
                    ? Ionic * (entry - y[ions]) / (width / 2)
                    : Ionic * (y[ions + m - 1] - y[ions + m]) / width;
                double ionsOut = m == n - 1 ? 0 : Ionic * (y[ions + m] - y[ions + m + 1]) / width;
                residual[ions + m] = ionsOut - ionsIn - (area * i * width);

                double electronsIn = m == 0 ? 0 : Electronic * (y[electrons + m - 1] - y[electrons + m]) / width;
                double electronsOut = m == n - 1 ? current : Electronic * (y[electrons + m] - y[electrons + m + 1]) / width;
                residual[electrons + m] = electronsOut - electronsIn + (area * i * width);

                // Lithium leaves through the surface: -D c_max dx/dr / R = i/F.
                double slope = -i * Radius / (F * MaximumConcentration * Diffusivity);
                ReadOnlySpan<double> x = y.AsSpan(particles + (m * shells), shells);
                double surface = Particle.Surface(x, slope);
                double eta = y[electrons + m] - y[ions + m] - Potential(surface);
                residual[reaction + m] = eta - (2 * thermal * Math.Asinh(i / (2 * ExchangeCurrent(surface))));
                for (int k = 0; k < shells; k++)
                {
                    int at = particles + (m * shells) + k;
                    residual[at] = rate[at] - Particle.Rate(x, Diffusivity / (Radius * Radius), slope, k);
                }
            }
        }
    }
}
