using Ionolith.Cells.Model.Kinetics;
using Ionolith.Cells.Stack;
using Ionolith.Materials;

namespace Ionolith.Cells.Model;

/// <summary>The surface of a lithium-metal electrode: its overpotential follows from the current at once.</summary>
internal sealed class LithiumSurface(LithiumMetal metal, InterfaceKernel kinetics, bool negative, SaltEnd? end)
{
    // Of its contact no surface loses more in a step, however fast it goes at its start.
    private const double LeastLeft = 0.5;

    /// <summary>The layer.</summary>
    public LithiumMetal Metal => metal;

    /// <summary>Whether it is the negative electrode.</summary>
    public bool Negative => negative;

    /// <summary>The plane of the conductor that it touches; null for a single-ion conductor.</summary>
    public SaltEnd? End => end;

    /// <summary>Kinetics.</summary>
    public InterfaceKernel Kinetics => kinetics;

    /// <summary>Share of the area that is in contact, 1; the current crosses there.</summary>
    public double ContactedShare { get; set; } = 1;

    /// <summary>Resistance that ageing has added, ohm m2 of geometric area.</summary>
    public double AddedResistance { get; set; }

    /// <summary>Shift of the potential by ageing, V: that of nucleation on a bare collector.</summary>
    public double PotentialShift { get; set; }

    /// <summary>How ageing changes the surface within a time step; null: not at all.</summary>
    public SurfaceDrift? Drift { get; set; }

    /// <summary>Brings the surface to where it has drifted at a time.</summary>
    /// <param name="time">Time, s.</param>
    public void MoveTo(double time)
    {
        if (Drift is not { } drift)
        {
            return;
        }

        double passed = time - drift.Time;
        ContactedShare = Math.Clamp(drift.From.Contact + (passed * drift.Rate.Contact), LeastLeft * drift.From.Contact, 1);
        AddedResistance = drift.From.Resistance + (passed * drift.Rate.Resistance);
        PotentialShift = drift.From.Shift + (passed * drift.Rate.Shift);
    }

    /// <summary>Lithium that ageing has taken out of the metal, mol/m2 of geometric area.</summary>
    public double Consumed { get; set; }

    /// <summary>Gain in thickness by the charge that has passed, m; lithium that ageing has taken still lies there, dead or as an interphase, and counts as metal.</summary>
    /// <param name="layout">Where the charge stands.</param>
    /// <param name="y">State.</param>
    public double Gain(StateLayout layout, double[] y)
    {
        double moved = (y[layout.Charge] + y[layout.Leaked]) / PhysicalConstants.Faraday * metal.MolarVolume;
        return negative ? -moved : moved;
    }

    /// <summary>Potential of the metal against the conductor at the surface, V.</summary>
    public double Potential => Overpotential + Film;

    /// <summary>Kinetic part of <see cref="Potential"/>, V.</summary>
    public double Overpotential { get; private set; }

    /// <summary>Part of <see cref="Potential"/> in the film and in nucleation, V.</summary>
    public double Film { get; private set; }

    /// <summary>Derivative of <see cref="Potential"/> to the current density of the cell, V m2/A.</summary>
    public double PerCurrent { get; private set; }

    /// <summary>Derivative of <see cref="Potential"/> to the concentration of the node next to it, V m3/mol.</summary>
    public double PerNode { get; private set; }

    /// <summary>Derivative of <see cref="Potential"/> to temperature, V/K.</summary>
    public double PerKelvin { get; private set; }

    /// <summary>Evaluates the surface; its plane has been evaluated.</summary>
    /// <param name="current">Current density of the cell, A/m2; positive on discharge.</param>
    /// <param name="temperature">Temperature, K.</param>
    public void Evaluate(double current, double temperature)
    {
        kinetics.SetTemperature(temperature);
        double sign = negative ? 1 : -1, i = sign * current / ContactedShare, c = end?.Concentration ?? 1;
        double i_0 = kinetics.ExchangeCurrent(1, c), film = kinetics.FilmResistance;
        Overpotential = kinetics.Overpotential(i, i_0);
        Film = (film * i) + (AddedResistance * sign * current) + PotentialShift;
        double f = PhysicalConstants.Faraday / (PhysicalConstants.GasConstant * temperature);
        double slope = f * kinetics.CompressedSlope(Overpotential), root = Math.Sqrt((i * i) + (4 * i_0 * i_0));
        double perLog = -i / root / slope, perConcentration = 0;
        if (end is not null)
        {
            perConcentration = perLog * metal.Kinetics.ExchangeCurrent.ElectrolyteExponent / Math.Max(c, kinetics.LeastConcentration);
        }

        PerCurrent = (sign * (((1 / (root * slope)) + film) / ContactedShare)) + (sign * AddedResistance) + (perConcentration * (end?.PerCurrent ?? 0));
        PerNode = perConcentration * (end?.PerNode ?? 0);
        PerKelvin = kinetics.OverpotentialTemperatureSlope(i, i_0, Overpotential) + (kinetics.FilmTemperatureSlope * i)
            + (perConcentration * (end?.PerKelvin ?? 0));
    }
}

/// <summary>A straight course of what ageing does to a surface.</summary>
/// <param name="Time">Its beginning, s.</param>
/// <param name="From">Contacted share, 1, added resistance, ohm m2, and shift of the potential, V, there.</param>
/// <param name="Rate">Their changes in a second.</param>
internal readonly record struct SurfaceDrift(double Time, (double Contact, double Resistance, double Shift) From, (double Contact, double Resistance, double Shift) Rate);
