using Ionolith.Materials;

namespace Ionolith.Cells.Light;

/// <summary>Separation of an electron from its hole at a heterojunction of type II, against their recombination.</summary>
/// <remarks>
/// eta = k_s/(k_s + k_r), k_s = k_0 min(1, exp[dE/(R T)]): the electron falls by dE to the conduction band of the neighbour at the full rate, and
/// climbs with a Boltzmann factor where dE is negative. Source of the rate: A. Miller, E. Abrahams, Phys. Rev. 120 (1960) 745,
/// doi:10.1103/PhysRev.120.745.
/// </remarks>
/// <param name="Rate">Rate k_0 of separation downhill, 1/s.</param>
/// <param name="RecombinationRate">Rate k_r at which pairs recombine before they are separated, 1/s.</param>
/// <param name="DrivingEnergy">Energy dE that the electron gives up when it passes, J/mol (offset of the conduction bands).</param>
public sealed record ChargeSeparation(double Rate, double RecombinationRate, double DrivingEnergy)
{
    /// <summary>Share of the pairs that are separated.</summary>
    /// <param name="temperature">Temperature, K.</param>
    /// <returns>eta, 0 to 1.</returns>
    public double Efficiency(double temperature)
    {
        double rate = Rate * HopFactor(DrivingEnergy, temperature);
        return rate / (rate + RecombinationRate);
    }

    /// <summary>Derivative of <see cref="Efficiency"/> to temperature.</summary>
    /// <param name="temperature">Temperature, K.</param>
    /// <returns>d eta/dT, 1/K; zero where the electron falls.</returns>
    public double EfficiencySlope(double temperature)
    {
        double eta = Efficiency(temperature);
        return DrivingEnergy < 0 ? eta * (1 - eta) * -DrivingEnergy / (PhysicalConstants.GasConstant * temperature * temperature) : 0;
    }

    /// <summary>Factor of the rate at which an electron passes between two levels: 1 downhill, a Boltzmann factor uphill.</summary>
    /// <param name="drop">Energy that the electron gives up, J/mol; negative uphill.</param>
    /// <param name="temperature">Temperature, K.</param>
    /// <returns>The factor, 0 to 1.</returns>
    internal static double HopFactor(double drop, double temperature) => drop < 0 ? Math.Exp(drop / (PhysicalConstants.GasConstant * temperature)) : 1;
}
