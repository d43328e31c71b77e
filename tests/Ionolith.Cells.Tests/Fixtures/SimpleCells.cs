using Ionolith.Cells.Stack;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Tests.Fixtures;

/// <summary>Cells whose behaviour is known in closed form.</summary>
internal static class SimpleCells
{
    /// <summary>A single-ion conductor of a conductivity, S/m.</summary>
    public static Electrolyte Conductor(double conductivity) =>
        new() { Id = "conductor", Name = "conductor", Conductivity = new ConstantFunction(conductivity) };

    /// <summary>A dilute salt with constant properties, 1000 mol/m3.</summary>
    public static Electrolyte Salt(double conductivity, double diffusivity, double transference) => new()
    {
        Id = "salt",
        Name = "salt",
        Conductivity = new ConstantFunction(conductivity),
        Salt = new()
        {
            InitialConcentration = 1000,
            Diffusivity = new ConstantFunction(diffusivity),
            TransferenceNumber = new ConstantFunction(transference),
        },
    };

    /// <summary>Li | electrolyte | Li.</summary>
    public static CellDescription Symmetric(Electrolyte electrolyte, double thickness, double exchangeCurrent, int volumes = 20) => new()
    {
        Id = "symmetric",
        Title = "Li | electrolyte | Li",
        Area = 1,
        NominalCapacity = 36_000,
        LowerCutoffVoltage = -5,
        UpperCutoffVoltage = 5,
        Mesh = new() { SeparatorVolumes = volumes },
        Layers =
        [
            new LithiumMetal { Name = "left", Thickness = 1e-4, Kinetics = ReferenceCells.Constant(exchangeCurrent) },
            new ElectrolyteLayer { Name = "separator", Thickness = thickness, Electrolyte = electrolyte },
            new LithiumMetal { Name = "right", Thickness = 1e-4, Kinetics = ReferenceCells.Constant(exchangeCurrent) },
        ],
    };

    /// <summary>Li | conductor | composite electrode, with everything that a test may want to change.</summary>
    public static CellDescription Composite(
        IPropertyFunction potential,
        double exchangeCurrent,
        double diffusivity,
        MeshOptions mesh,
        double ionic = 0.05,
        double electronic = 0.02,
        double radius = 1e-6,
        double x = 0.5) => new()
        {
            Id = "composite",
            Title = "Li | conductor | composite",
            Area = 1,
            NominalCapacity = 0.5 * 50_000 * 96485.33212331 * 0.5 * 1e-4,
            LowerCutoffVoltage = 0.1,
            UpperCutoffVoltage = 6,
            Mesh = mesh,
            Layers =
        [
            new LithiumMetal { Name = "lithium", Thickness = 1e-3, Kinetics = ReferenceCells.Constant(1e9) },
            new ElectrolyteLayer { Name = "separator", Thickness = 1e-5, Electrolyte = Conductor(0.1) },
            new PorousElectrode
            {
                Name = "positive",
                Thickness = 1e-4,
                Electrolyte = Conductor(ionic),
                ElectrolyteFraction = 0.5,
                TransportEfficiency = 1,
                ElectronicConductivity = new ConstantFunction(electronic),
                ActivePhases = [ReferenceCells.Phase("host", 0.5, radius, 50_000, potential, diffusivity, x, ReferenceCells.Constant(exchangeCurrent))],
            },
        ],
        };
}
