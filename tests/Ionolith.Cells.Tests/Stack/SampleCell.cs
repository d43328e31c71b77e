using Ionolith.Cells.Stack;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Tests.Stack;

/// <summary>A lithium | polymer | composite cell that makes sense, for tests to spoil in one place.</summary>
internal static class SampleCell
{
    public static Electrolyte Polymer { get; } = new()
    {
        Id = "polymer",
        Name = "Polymer",
        Conductivity = new ConstantFunction(0.1),
        Salt = new SaltTransport
        {
            InitialConcentration = 1000,
            Diffusivity = new ConstantFunction(7e-12),
            TransferenceNumber = new ConstantFunction(0.2),
        },
    };

    public static Electrolyte SingleIon { get; } = new()
    {
        Id = "single-ion",
        Name = "Single-ion conductor",
        Conductivity = new ConstantFunction(0.1),
    };

    public static ActiveMaterial Host { get; } = new()
    {
        Id = "host",
        Name = "Host",
        MaximumConcentration = 20_000,
        OpenCircuitPotential = new ExpressionFunction("3.5 - 0.5*x", "x"),
        Diffusivity = new ConstantFunction(1e-15),
        StoichiometryWindow = (0.05, 0.95),
    };

    public static InterfaceKinetics Kinetics { get; } = new()
    {
        ExchangeCurrent = new ExchangeCurrent { Reference = new ConstantFunction(2) },
    };

    public static LithiumMetal Anode { get; } = new() { Name = "anode", Thickness = 50e-6, Kinetics = Kinetics };

    public static ElectrolyteLayer Separator { get; } = new() { Name = "separator", Thickness = 30e-6, Electrolyte = Polymer };

    public static ActivePhase Phase { get; } = new()
    {
        Material = Host,
        VolumeFraction = 0.6,
        Sizes = [new ParticleSize(1e-6, 1)],
        Kinetics = Kinetics,
        InitialStoichiometry = 0.1,
    };

    public static PorousElectrode Cathode { get; } = new()
    {
        Name = "cathode",
        Thickness = 60e-6,
        ActivePhases = [Phase],
        Electrolyte = Polymer,
        ElectrolyteFraction = 0.3,
        TransportEfficiency = 0.16,
        ElectronicConductivity = new ConstantFunction(10),
        InertPhases = [new InertPhase(new InertMaterial { Id = "carbon", Name = "Carbon" }, 0.1)],
    };

    public static CellDescription Cell { get; } = With(Cathode);

    public static CellDescription With(PorousElectrode cathode, LithiumMetal? anode = null, ElectrolyteLayer? separator = null) => new()
    {
        Id = "sample",
        Title = "Sample",
        Layers = [anode ?? Anode, separator ?? Separator, cathode],
        Area = 1e-4,
        NominalCapacity = 5,
        LowerCutoffVoltage = 2.5,
        UpperCutoffVoltage = 4,
    };

    public static CellDescription With(ActivePhase phase) => With(Cathode with { ActivePhases = [phase] });
}
