using Ionolith.Cells.Light;

namespace Ionolith.Cells.Model;

/// <content>Photocurrent beside the electrolyte: at the terminals flows that of the electrolyte, less a leak, and the photocurrent.</content>
internal sealed partial class CellModel
{
    /// <summary>Whether current can flow beside the electrolyte now: a leak, or the junction of a photocathode.</summary>
    public bool HasBypass => Leak != 0 || Parts.Junction is { IsConnected: true };

    // With a bypass the current through the electrolyte is an unknown also where that at the terminals is given.
    private bool IsCurrentGiven => Control.Mode == ControlMode.Current && !HasBypass;

    /// <summary>Sets the light that falls on the cell.</summary>
    /// <param name="irradiance">Power of the light, W/m2.</param>
    /// <exception cref="ArgumentException">There is light, but nothing that takes it up.</exception>
    public void Illuminate(double irradiance)
    {
        if (Parts.Junction is { } junction)
        {
            junction.Irradiance = irradiance;
        }
        else if (irradiance > 0)
        {
            throw new ArgumentException("Light falls on a cell whose positive electrode has no photocathode.", nameof(irradiance));
        }
    }

    /// <summary>Lets the share of electrons that reach the negative electrode follow its potential.</summary>
    /// <remarks>That potential is one of equilibrium and changes slowly: it is taken at the end of each time step and holds over the next.</remarks>
    /// <param name="y">State.</param>
    public void FollowAnode(double[] y)
    {
        if (Parts.Junction is { } junction && !double.IsNegativeInfinity(junction.Light.ConductionBand))
        {
            SetTemperature(y[Layout.Temperature]);
            junction.Transfer = junction.Light.Transfer(EquilibriumPotential(y, Parts.Negative), y[Layout.Temperature]);
        }
    }

    /// <summary>Whether light alone charges the cell at a state.</summary>
    /// <param name="y">State.</param>
    /// <returns>The rule with its numbers; null without light.</returns>
    public LightFeasibility? Feasibility(double[] y)
    {
        if (Parts.Junction is not { Irradiance: > 0 } junction)
        {
            return null;
        }

        double temperature = y[Layout.Temperature];
        SetTemperature(temperature);
        return LightFeasibility.Of(
            junction.Light, junction.Uptake, junction.Irradiance, temperature, EquilibriumPotential(y, Parts.Negative), EquilibriumPotential(y, Parts.Positive));
    }

    /// <summary>Current density at the terminals at a state, A/m2.</summary>
    /// <param name="y">State.</param>
    public double TerminalCurrent(double[] y) => Layout.HasLight
        ? y[Layout.TerminalCurrent]
        : y[Layout.Current] - (Leak * y[Layout.Voltage]);

    /// <summary>Photocurrent density at a state, net of what recombines, A/m2.</summary>
    /// <param name="y">State.</param>
    public double Photocurrent(double[] y) => Parts.Junction is { IsConnected: true }
        ? y[Layout.TerminalCurrent] - y[Layout.Current] + (Leak * y[Layout.Voltage])
        : 0;

    /// <summary>Potential of an electrode against lithium at its mean stoichiometries, V; zero for lithium.</summary>
    /// <param name="y">State; the properties are at its temperature.</param>
    /// <param name="electrode">The electrode; null for lithium.</param>
    public static double EquilibriumPotential(double[] y, ElectrodeModel? electrode)
    {
        double sum = 0, weight = 0;
        foreach (Population p in electrode?.Populations ?? [])
        {
            double lithium = LithiumContent(y, electrode!, p), full = p.Volume * electrode!.Nodes * p.Phase.Material.MaximumConcentration;
            sum += p.Volume * p.EquilibriumPotential(lithium / full);
            weight += p.Volume;
        }

        return weight > 0 ? sum / weight : 0;
    }

    // A given current at the terminals is that to the last bit; the photocurrent is then what is left.
    private void CloseTerminalCurrent(double t, double[] y)
    {
        if (!Layout.HasLight)
        {
            return;
        }

        double v = y[Layout.Voltage], beside = -Leak * v;
        if (Parts.Junction!.IsConnected)
        {
            Parts.Junction.Evaluate(v, y[Layout.Temperature]);
            beside += Parts.Junction.Slopes.Current;
        }

        y[Layout.TerminalCurrent] = Control.Mode == ControlMode.Current && HasBypass ? Control.Target(t) : y[Layout.Current] + beside;
    }

    // What is counted of the light, in the order of the energies, so that it adds up to the last bit.
    private void SetLightPowers(double[] y)
    {
        Photojunction junction = Parts.Junction!;
        double v = y[Layout.Voltage], photo = Photocurrent(y), generation = junction.Generation(y[Layout.Temperature]).Current, shunt = junction.Shunt(v);
        _powers[1] = junction.Irradiance;
        _powers[2] = generation * v;
        _powers[3] = (generation - shunt - photo) * v;
        _powers[4] = shunt * v;
        _powers[5] = (y[Layout.Current] + photo - y[Layout.TerminalCurrent]) * v;
        _powers[6] = -y[Layout.Current] * v;
    }
}
