using Ionolith.Cells.Ageing;
using Ionolith.Cells.Design;

namespace Ionolith.Cells.Stack;

/// <summary>A cell as its user describes it, in SI units: layers from the negative to the positive terminal.</summary>
/// <remarks>
/// Immutable. The order is [collector] negative electrode, one or more electrolyte layers, positive electrode [collector];
/// an electrode is a <see cref="LithiumMetal"/> or a <see cref="PorousElectrode"/>. Files and BPX are read into this record;
/// the model is built from it and from nothing else. Validation tells whether it makes sense.
/// </remarks>
public sealed record CellDescription
{
    /// <summary>Library id or the file's name.</summary>
    public required string Id { get; init; }

    /// <summary>One line for a reader.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader should know about the cell, may be empty.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Layers from the negative to the positive terminal.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>Resistances between neighbouring layers that belong to neither.</summary>
    public IReadOnlyList<ContactResistance> Contacts { get; init; } = [];

    /// <summary>Geometric electrode area, m2.</summary>
    public required double Area { get; init; }

    /// <summary>Charge of 1C times one hour, C (A s) for the whole area: the current of a C-rate is C-rate x this / 3600 s.</summary>
    public required double NominalCapacity { get; init; }

    /// <summary>Voltage below which the cell is empty, V: the default end of a discharge.</summary>
    public required double LowerCutoffVoltage { get; init; }

    /// <summary>Voltage above which the cell is full, V: the default end of a charge.</summary>
    public required double UpperCutoffVoltage { get; init; }

    /// <summary>Temperature at the start and of the surroundings, K.</summary>
    public double Temperature { get; init; } = 298.15;

    /// <summary>Pressure on the stack at the start, Pa.</summary>
    public double StackPressure { get; init; }

    /// <summary>How the volumes of hosts and lithium are followed; null: the geometry stays that of the start.</summary>
    public SwellingOptions? Swelling { get; init; }

    /// <summary>Electronic resistance from terminal to terminal beside the layers, ohm m2 of geometric area; infinite: none. It discharges the cell at rest.</summary>
    public double LeakResistance { get; init; } = double.PositiveInfinity;

    /// <summary>Lumped heat balance; null: isothermal at <see cref="Temperature"/>.</summary>
    public HeatBalance? Heat { get; init; }

    /// <summary>How the real stack of such cells is built; null: its file does not say.</summary>
    public StackConstruction? Construction { get; init; }

    /// <summary>Mesh of the continuum model.</summary>
    public MeshOptions Mesh { get; init; } = new();

    /// <summary>What is run where no protocol is given; one step a string.</summary>
    public IReadOnlyList<string> DefaultProtocol { get; init; } = [];

    /// <summary>Every number of the description as its user wrote it, with its source.</summary>
    public IReadOnlyList<SourcedValue> Values { get; init; } = [];
}

/// <summary>Area-specific resistance of the contact between two neighbouring layers.</summary>
/// <param name="Between">Name of the layer on the negative side.</param>
/// <param name="And">Name of the layer on the positive side.</param>
/// <param name="Resistance">Area-specific resistance at 298.15 K, ohm m2 of geometric area.</param>
/// <param name="ActivationEnergy">Activation energy, J/mol: R(T) = R exp(E/R_g (1/T - 1/298.15 K)).</param>
public sealed record ContactResistance(string Between, string And, double Resistance, double ActivationEnergy = 0)
{
    /// <summary>What changes slowly in the contact; empty: nothing.</summary>
    public IReadOnlyList<AgeingMechanism> Ageing { get; init; } = [];
}

/// <summary>Lumped heat balance of the cell: C dT/dt = heat released - h (T - T_ambient), per area.</summary>
/// <param name="HeatCapacity">Heat capacity, J/(K m2) of geometric area.</param>
/// <param name="HeatTransfer">Heat transfer to the surroundings, W/(K m2) of geometric area.</param>
public sealed record HeatBalance(double HeatCapacity, double HeatTransfer)
{
    /// <summary>Melting point of lithium, K: 180.50 degC (CRC Handbook of Chemistry and Physics).</summary>
    public const double LithiumMelts = 453.65;

    /// <summary>Temperature above which the cell is not safe, K; NaN: none is stated, and that of melting lithium counts where there is lithium metal.</summary>
    public double LimitTemperature { get; init; } = double.NaN;
}
