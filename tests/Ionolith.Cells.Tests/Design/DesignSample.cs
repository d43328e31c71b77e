using Ionolith.Cells.Design;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Tests.Design;

/// <summary>A cell and a stack with round numbers, so that masses can be computed by hand.</summary>
internal static class DesignSample
{
    public static StackConstruction Construction { get; } = new()
    {
        Cells = 4,
        Arrangement = StackArrangement.Conventional,
        Width = 0.1,
        Height = 0.2,
        NegativeCollector = Foil(9000, 10e-6),
        PositiveCollector = Foil(2500, 20e-6),
        BipolarCollector = Foil(8000, 5e-6),
        TabShare = 0.1,
        Seal = new EdgeSeal(0.005, 1000),
        Casing = new Casing(100e-6, 1500, 0.002),
        Spread = new CellSpread(0.02, 0.05, 7),
    };

    /// <summary>Li | separator, 40 % filled with 2500 kg/m3 | 50 % active 4000, 30 % electrolyte 2000, 10 % carbon 2000, 10 % void.</summary>
    public static CellDescription Cell(double lithium = 50e-6, double x = 0.1, double slope = -0.5) => new()
    {
        Id = "design-sample",
        Title = "Li | conductor | linear host",
        Area = 1e-4,
        NominalCapacity = 1e-4 * 100e-6 * 0.5 * 20_000 * 96485.33212331,
        LowerCutoffVoltage = 3.05,
        UpperCutoffVoltage = 3.95,
        Mesh = new() { ElectrodeVolumes = 10, Shells = 8 },
        Layers =
        [
            new LithiumMetal { Name = "anode", Thickness = lithium, Density = 500, Kinetics = ReferenceCells.Constant(1e3) },
            new ElectrolyteLayer
            {
                Name = "separator",
                Thickness = 20e-6,
                Electrolyte = Conductor(2000),
                VolumeFraction = 0.6,
                TransportEfficiency = 0.6,
                Frame = new InertMaterial { Id = "frame", Name = "frame", Density = 2500 },
            },
            new PorousElectrode
            {
                Name = "cathode",
                Thickness = 100e-6,
                Electrolyte = Conductor(2000),
                ElectrolyteFraction = 0.3,
                TransportEfficiency = 0.3,
                ElectronicConductivity = new ConstantFunction(100),
                ActivePhases = [Phase("host", 0.5, x, slope)],
                InertPhases = [new InertPhase(new InertMaterial { Id = "carbon", Name = "carbon", Density = 2000 }, 0.1)],
            },
        ],
    };

    public static ActivePhase Phase(string id, double fraction, double x, double slope, double at0 = 4) => new()
    {
        Material = new ActiveMaterial
        {
            Id = id,
            Name = id,
            Density = 4000,
            MaximumConcentration = 20_000,
            OpenCircuitPotential = FormulaFunction.Polynomial(at0, slope, -0.5) with { Lower = 0, Upper = 1 },
            Diffusivity = new ConstantFunction(1e-12),
        },
        VolumeFraction = fraction,
        Sizes = [new ParticleSize(1e-6, 1)],
        InitialStoichiometry = x,
        Kinetics = ReferenceCells.Constant(10),
    };

    /// <summary>A cell with another thickness of its cathode, and so another capacity.</summary>
    public static CellDescription Thinner(CellDescription cell, double factor)
    {
        Layer[] layers = [.. cell.Layers];
        layers[^1] = layers[^1] with { Thickness = factor * layers[^1].Thickness };
        return cell with { Layers = layers };
    }

    /// <summary>A protocol without files and without mistakes.</summary>
    public static Protocol Parse(params string[] items) => ProtocolParser.Parse(items, new ProtocolFiles("")).Protocol!;

    public static Electrolyte Conductor(double density) =>
        new() { Id = "conductor", Name = "conductor", Density = density, Conductivity = new ConstantFunction(1) };

    private static Foil Foil(double density, double thickness) =>
        new([new FoilSheet(new InertMaterial { Id = "foil", Name = "foil", Density = density }, thickness)]);
}
