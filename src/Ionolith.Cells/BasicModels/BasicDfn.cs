using Ionolith.Materials;

namespace Ionolith.Cells.BasicModels;

/// <summary>A porous electrode of a <see cref="BasicDfn"/>.</summary>
/// <param name="Thickness">Thickness, m.</param>
/// <param name="Nodes">Number of volumes.</param>
/// <param name="ElectrolyteFraction">Volume fraction of the electrolyte, 1.</param>
/// <param name="Efficiency">Effective over pure transport coefficient, 1.</param>
/// <param name="Electronic">Effective electronic conductivity, S/m.</param>
/// <param name="ActiveFraction">Volume fraction of the active material, 1.</param>
/// <param name="Radius">Radius of the particles, m.</param>
/// <param name="Diffusivity">Solid diffusivity, m2/s.</param>
/// <param name="MaximumConcentration">Concentration at stoichiometry one, mol/m3.</param>
/// <param name="Potential">Open-circuit potential of stoichiometry, V.</param>
/// <param name="ExchangeCurrent">Exchange current density of surface stoichiometry and salt concentration, A/m2.</param>
/// <param name="Initial">Stoichiometry at the start, 1.</param>
internal sealed record BasicElectrode(
    double Thickness,
    int Nodes,
    double ElectrolyteFraction,
    double Efficiency,
    double Electronic,
    double ActiveFraction,
    double Radius,
    double Diffusivity,
    double MaximumConcentration,
    Func<double, double> Potential,
    Func<double, double, double> ExchangeCurrent,
    double Initial);

/// <summary>Porous electrode | separator | porous electrode with a binary salt, written as in a textbook: Doyle, Fuller and Newman's model.</summary>
/// <remarks>
/// One file to read and to check the engine against; no code is shared with it. With the potential phi_e of a lithium reference
/// electrode, i positive on delithiation and constant transference number:
/// salt: eps dc/dt = d/dx(D dc/dx) + (1 - t+) a i/F; ions: d/dx(-kappa dphi_e/dx + kappa chi dln c/dx) = a i, chi = 2 R T/F (1 - t+);
/// electrons: d/dx(sigma dphi_s/dx) = a i; kinetics: phi_s - phi_e - U = 2 R T/F asinh[i/(2 i_0)].
/// Source: M. Doyle, T. F. Fuller and J. Newman, J. Electrochem. Soc. 140 (1993) 1526, doi:10.1149/1.2221597.
/// </remarks>
internal sealed record BasicDfn
{
    private const double F = PhysicalConstants.Faraday, R = PhysicalConstants.GasConstant;

    /// <summary>Negative electrode.</summary>
    public required BasicElectrode Negative { get; init; }

    /// <summary>Positive electrode.</summary>
    public required BasicElectrode Positive { get; init; }

    /// <summary>Thickness of the separator, m; filled with electrolyte alone.</summary>
    public required double Separator { get; init; }

    /// <summary>Number of volumes of the separator.</summary>
    public required int SeparatorNodes { get; init; }

    /// <summary>Salt concentration at the start, mol/m3.</summary>
    public required double InitialConcentration { get; init; }

    /// <summary>Conductivity of the pure electrolyte of concentration, S/m.</summary>
    public required Func<double, double> Conductivity { get; init; }

    /// <summary>Salt diffusivity of the pure electrolyte of concentration, m2/s.</summary>
    public required Func<double, double> Diffusivity { get; init; }

    /// <summary>Transference number of the cation, 1.</summary>
    public required double Transference { get; init; }

    /// <summary>Temperature, K.</summary>
    public double Temperature { get; init; } = 298.15;

    /// <summary>Shells of the particles of both electrodes.</summary>
    public required BasicParticle Particle { get; init; }

    /// <summary>Terminal voltages at increasing times after a current is switched on.</summary>
    /// <param name="current">Current density, A/m2; positive on discharge.</param>
    /// <param name="times">Times, s.</param>
    /// <param name="longest">Longest step, s.</param>
    /// <returns>Voltages, V.</returns>
    public double[] Discharge(double current, double[] times, double longest)
    {
        int left = Negative.Nodes, right = left + SeparatorNodes, n = right + Positive.Nodes, shells = Particle.Shells;
        double thermal = R * Temperature / F, chi = 2 * thermal * (1 - Transference);

        // Unknowns: rows over all nodes (the last three are empty in the separator), then the particles.
        int salt = 0, ions = n, electrons = 2 * n, reaction = 3 * n, particles = 4 * n;
        double[] u = new double[particles + (n * shells)];
        for (int m = 0; m < n; m++)
        {
            u[salt + m] = InitialConcentration;
            u[ions + m] = -Negative.Potential(Negative.Initial);
            if (At(m) is { } e)
            {
                u[electrons + m] = u[ions + m] + e.Potential(e.Initial);
                u[reaction + m] = (e == Negative ? current : -current) / (Area(e) * e.Thickness);
                Array.Fill(u, e.Initial, particles + (m * shells), shells);
            }
        }

        double[] voltages = new double[times.Length];
        double now = 0;
        for (int i = 0; i < times.Length; i++)
        {
            ExtrapolatedEuler.Integrate(Equations, u, times[i] - now, i == 0 ? 1e-3 * times[0] : longest, longest);
            now = times[i];

            // The negative terminal is the zero of potential; half a volume of solid lies between the last node and the collector.
            voltages[i] = u[electrons + n - 1] - (current * Width(n - 1) / 2 / Positive.Electronic);
        }

        return voltages;

        BasicElectrode? At(int m) => m < left ? Negative : m < right ? null : Positive;

        double Width(int m) => At(m) is { } e ? e.Thickness / e.Nodes : Separator / SeparatorNodes;

        double Efficiency(int m) => At(m)?.Efficiency ?? 1;

        static double Area(BasicElectrode e) => 3 * e.ActiveFraction / e.Radius;

        // Two half volumes in series between nodes m and m + 1.
        double Series(Func<double, double> property, double[] y, int m)
        {
            double Half(int k) => Width(k) / 2 / Efficiency(k) / property(y[salt + k]);
            return 1 / (Half(m) + Half(m + 1));
        }

        void Equations(double[] y, double[] rate, double[] residual)
        {
            for (int m = 0; m < n; m++)
            {
                BasicElectrode? e = At(m);
                double produced = e is null ? 0 : Area(e) * y[reaction + m] * Width(m), fraction = e?.ElectrolyteFraction ?? 1;
                residual[salt + m] = (fraction * Width(m) * rate[salt + m]) - Diffusive(m) + Diffusive(m - 1)
                    - ((1 - Transference) * produced / F);
                residual[ions + m] = m == 0

                    // One balance of charge follows from the others; in its place the negative terminal is grounded.
                    ? y[electrons] + (current * Width(0) / 2 / Negative.Electronic)
                    : Ionic(m) - Ionic(m - 1) - produced;
                if (e is null)
                {
                    residual[electrons + m] = y[electrons + m];
                    residual[reaction + m] = y[reaction + m];
                    for (int k = 0; k < shells; k++)
                    {
                        residual[particles + (m * shells) + k] = y[particles + (m * shells) + k];
                    }

                    continue;
                }

                residual[electrons + m] = Electronic(e, m) - Electronic(e, m - 1) + produced;
                double slope = -y[reaction + m] * e.Radius / (F * e.MaximumConcentration * e.Diffusivity);
                ReadOnlySpan<double> x = y.AsSpan(particles + (m * shells), shells);
                double surface = Particle.Surface(x, slope), eta = y[electrons + m] - y[ions + m] - e.Potential(surface);
                residual[reaction + m] = eta
                    - (2 * thermal * Math.Asinh(y[reaction + m] / (2 * e.ExchangeCurrent(surface, y[salt + m]))));
                for (int k = 0; k < shells; k++)
                {
                    int at = particles + (m * shells) + k;
                    residual[at] = rate[at] - Particle.Rate(x, e.Diffusivity / (e.Radius * e.Radius), slope, k);
                }
            }

            // D dc/dx, the ionic and the electronic current between nodes m and m + 1.
            double Diffusive(int m) => m < 0 || m == n - 1 ? 0 : Series(Diffusivity, y, m) * (y[salt + m + 1] - y[salt + m]);

            double Ionic(int m) => m < 0 || m == n - 1
                ? 0
                : Series(Conductivity, y, m) * (y[ions + m] - y[ions + m + 1] + (chi * Math.Log(y[salt + m + 1] / y[salt + m])));

            double Electronic(BasicElectrode e, int m)
            {
                bool collector = m < 0 || m == n - 1, separator = m == left - 1 || m == right - 1;
                return collector ? current : separator ? 0 : e.Electronic * (y[electrons + m] - y[electrons + m + 1]) / Width(m);
            }
        }
    }
}
