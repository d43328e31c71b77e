using Ionolith.Cells.Simulation;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Model;

/// <summary>Compiled properties of a conductor at a run of nodes.</summary>
internal sealed class ElectrolyteTables
{
    private const int Intervals = 1024;

    /// <summary>Compiles the properties.</summary>
    /// <param name="electrolyte">The conductor.</param>
    /// <param name="temperature">Reference temperature, K.</param>
    /// <param name="cache">Compiled properties.</param>
    public ElectrolyteTables(Electrolyte electrolyte, double temperature, PropertyCache cache)
    {
        SaltTransport? salt = electrolyte.Salt;
        double upper = salt is null ? 1 : 5 * salt.InitialConcentration;
        Conductivity = cache.Table(electrolyte.Conductivity, 0, upper, Intervals, temperature);
        InitialConcentration = salt?.InitialConcentration ?? 1;
        if (salt is not null)
        {
            Diffusivity = cache.Table(salt.Diffusivity, 0, upper, Intervals, temperature);
            Transference = cache.Table(salt.TransferenceNumber, 0, upper, Intervals, temperature);
            ThermodynamicFactor = cache.Table(salt.ThermodynamicFactor, 0, upper, Intervals, temperature);
        }
    }

    /// <summary>Ionic conductivity, S/m.</summary>
    public PropertyTable Conductivity { get; }

    /// <summary>Salt diffusivity, m2/s; null for a single-ion conductor.</summary>
    public PropertyTable? Diffusivity { get; }

    /// <summary>Transference number of the cation; null for a single-ion conductor.</summary>
    public PropertyTable? Transference { get; }

    /// <summary>Thermodynamic factor; null for a single-ion conductor.</summary>
    public PropertyTable? ThermodynamicFactor { get; }

    /// <summary>Salt concentration at the start, mol/m3; 1 for a single-ion conductor.</summary>
    public double InitialConcentration { get; }

    /// <summary>Sets the temperature of all properties.</summary>
    /// <param name="temperature">Temperature, K.</param>
    public void SetTemperature(double temperature)
    {
        Conductivity.SetTemperature(temperature);
        Diffusivity?.SetTemperature(temperature);
        Transference?.SetTemperature(temperature);
        ThermodynamicFactor?.SetTemperature(temperature);
    }
}

/// <summary>A run of neighbouring nodes with the same conductor.</summary>
/// <param name="First">First node.</param>
/// <param name="Count">Number of nodes.</param>
/// <param name="Tables">Properties.</param>
internal sealed record ElectrolyteRun(int First, int Count, ElectrolyteTables Tables);
