using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;
using Ionolith.Reports.Tests;

namespace Ionolith.Cli.Tests;

/// <summary>Two cells: one whose results are made by formula, and one small enough to be run for real.</summary>
internal sealed class FakeCells : ICellSource
{
    public static CellDescription Runnable { get; } = MakeRunnable();

    public IReadOnlyList<string> Settings { get; private set; } = [];

    public LoadedCell Load(string cell, IReadOnlyList<string> settings)
    {
        Settings = settings;
        var found = cell switch
        {
            "sample" => SampleRun.Cell,
            "with-default" => SampleRun.Cell with { DefaultProtocol = ["Discharge at C/2 until 3 V"] },
            "runnable" => Runnable,
            _ => null,
        };
        return found is null
            ? new LoadedCell(null, "", [$"unknown cell '{cell}'; did you mean 'sample'?"])
            : new LoadedCell(found, $"cell: {cell}\n", []);
    }

    private static CellDescription MakeRunnable()
    {
        var kinetics = new InterfaceKinetics { ExchangeCurrent = new ExchangeCurrent { Reference = new ConstantFunction(10) } };
        var electrolyte = new Electrolyte { Id = "glass", Name = "glass", Conductivity = new ConstantFunction(0.1) };
        return new CellDescription
        {
            Id = "runnable",
            Title = "Lithium | single-ion conductor | linear host",
            Area = 1e-4,
            NominalCapacity = 3.6,
            LowerCutoffVoltage = 3,
            UpperCutoffVoltage = 4.2,
            Layers =
            [
                new LithiumMetal { Name = "lithium", Thickness = 20e-6, Kinetics = kinetics },
                new ElectrolyteLayer { Name = "separator", Thickness = 30e-6, Electrolyte = electrolyte },
                new PorousElectrode
                {
                    Name = "cathode",
                    Thickness = 50e-6,
                    Electrolyte = electrolyte,
                    ElectrolyteFraction = 0.4,
                    TransportEfficiency = 0.25,
                    ElectronicConductivity = new ConstantFunction(10),
                    ActivePhases =
                    [
                        new ActivePhase
                        {
                            Material = new ActiveMaterial
                            {
                                Id = "host",
                                Name = "linear host",
                                MaximumConcentration = 20_000,
                                OpenCircuitPotential = new Line(4.2, -1.2),
                                Diffusivity = new ConstantFunction(1e-13),
                            },
                            VolumeFraction = 0.5,
                            Sizes = [new ParticleSize(1e-6, 1)],
                            Kinetics = kinetics,
                            InitialStoichiometry = 0.1,
                        },
                    ],
                },
            ],
        };
    }

    private sealed record Line(double At0, double Slope) : IPropertyFunction
    {
        public bool DependsOnComposition => true;

        public bool DependsOnTemperature => false;

        public (double Lower, double Upper) Domain => (0, 1);

        public PropertyValue Evaluate(double composition, double temperature) =>
            composition is >= 0 and <= 1 ? new(At0 + (Slope * composition), Slope, 0) : new(double.NaN, double.NaN, double.NaN);
    }
}
