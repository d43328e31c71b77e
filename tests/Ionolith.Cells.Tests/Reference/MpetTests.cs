using System.Globalization;
using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;
using Ionolith.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Ionolith.Cells.Tests.Reference;

/// <summary>Liquid cells against regression results of MPET 1.0 (Data/README.md), on its own coarse volumes.</summary>
/// <remarks>Geometry and constants are those of the cases; property functions those of the papers named below.</remarks>
public sealed class MpetTests(ITestOutputHelper output)
{
    // The thermal voltage and the elementary charge with which MPET's results were made dimensional: 0.0256888 V and 1.602e-19 C.
    private const double Temperature = 0.0256888 * PhysicalConstants.Faraday / PhysicalConstants.GasConstant, Charge = 1.602e-19;

    [Fact]
    public void Lionsimba_cell_agrees_to_a_tenth_of_a_millivolt() => Compare(Lionsimba(), "lionsimba_isothermal", 30, 1e-4);

    // 0.12 mV up to 85 % of the discharge; in the row at 96.8 % the voltage falls by a millivolt in a second.
    [Fact]
    public void Fuller_cell_agrees_to_a_millivolt() => Compare(Fuller(), "fuller94", 40, 1e-3);

    // MPET has 20 volumes in the negative and 40 in the positive electrode, the engine 40 in both: voltages only.
    [Fact]
    public void Doyle_cell_agrees_to_a_millivolt() => Compare(Doyle(), "doyle96_cell1", 17.5, 1e-3);

    // Source: M. Torchio et al., J. Electrochem. Soc. 163 (2016) A1192, doi:10.1149/2.0291607jes (LIONSIMBA), isothermal set.
    private static CellDescription Lionsimba()
    {
        Electrolyte electrolyte = new()
        {
            Id = "lipf6",
            Name = "LiPF6",
            Conductivity = FormulaFunction.Polynomial(4.1253e-2, 5.007e-4, -4.7212e-7, 1.5094e-10, -1.6018e-14),
            Salt = new() { InitialConcentration = 1000, Diffusivity = new ConstantFunction(7.5e-10), TransferenceNumber = new ConstantFunction(0.364) },
        };
        FormulaFunction numerator = FormulaFunction.Polynomial(-4.656, 0, 88.669, 0, -401.119, 0, 342.909, 0, -462.471, 0, 433.434);
        FormulaFunction denominator = FormulaFunction.Polynomial(-1, 0, 18.933, 0, -79.532, 0, 37.311, 0, -73.083, 0, 95.96);
        FormulaFunction positive = new(
            x => numerator.Value(x) / denominator.Value(x),
            x => ((numerator.Slope(x) * denominator.Value(x)) - (numerator.Value(x) * denominator.Slope(x))) / Math.Pow(denominator.Value(x), 2),
            0.3,
            1);
        FormulaFunction negative = FormulaFunction.Exponential(0.2808 * Math.Exp(0.9), -15)
            + FormulaFunction.Exponential(-0.7984 * Math.Exp(-0.4108), 0.4465)
            + new FormulaFunction(
                x => 0.7222 + (0.1387 * x) + (0.029 * Math.Sqrt(x)) - (0.0172 / x) + (0.0019 * Math.Pow(x, -1.5)),
                x => 0.1387 + (0.0145 / Math.Sqrt(x)) + (0.0172 / (x * x)) - (0.00285 * Math.Pow(x, -2.5)),
                0.005,
                1);
        return Cell("lionsimba", electrolyte, 0.724, -3, new() { ElectrodeVolumes = 10, SeparatorVolumes = 10, Shells = 20, ShellGrading = 1.1 },
            new("negative", 8.8e-5, 0.485, 0.9367, 685.77, 1.839e28, 2e-6, 3.9e-14, negative, 0.8551, ReferenceCells.Rate(4.690, 0.5)),
            new("positive", 8e-5, 0.385, 0.9593, 412.43, 3.1036e28, 2e-6, 1e-14, positive, 0.4995, ReferenceCells.Rate(3.671, 0.5)));
    }

    // Source: T. F. Fuller, M. Doyle and J. Newman, J. Electrochem. Soc. 141 (1994) 1, doi:10.1149/1.2054684; conductivity of LiClO4 in
    // propylene carbonate by the equation of J. F. Casteel and E. S. Amis, J. Chem. Eng. Data 17 (1972) 55.
    private static CellDescription Fuller()
    {
        const double highest = 0.542, at = 0.6616, a = 0.855, b = -0.08, density = 1204.1;
        FormulaFunction conductivity = new(Conductivity, c =>
        {
            double m = c / density;
            return Conductivity(c) / density * ((a / m) + (2 * b * (m - at)) - (a / at));
        });
        Electrolyte electrolyte = new()
        {
            Id = "liclo4",
            Name = "LiClO4 in propylene carbonate",
            Conductivity = conductivity,
            Salt = new()
            {
                InitialConcentration = 1000,
                Diffusivity = new ConstantFunction(2.58e-10),
                TransferenceNumber = new ConstantFunction(0.2),

                // The paper's diffusion potential is R T/F (1 - t+) where theory gives twice that, and MPET keeps to the paper: with
                // a factor of one the voltages differ by up to 130 mV, with this one they agree.
                ThermodynamicFactor = new ConstantFunction(0.5),
            },
        };
        FormulaFunction coke = FormulaFunction.Exponential(1.40854, -3.52312) + FormulaFunction.Polynomial(-0.132056);
        FormulaFunction spinel = FormulaFunction.TanhSum(4.06279, (0.0677504, 12.8268, -21.8502))
            + FormulaFunction.Exponential(0.01 * Math.Exp(38), -200)
            + new FormulaFunction(
                y => (-0.105734 * (Math.Pow(1.00167 - y, -0.379571) - 1.575994)) - (0.045 * Math.Exp(-71.69 * Math.Pow(y, 8))),
                y => (-0.105734 * 0.379571 * Math.Pow(1.00167 - y, -1.379571)) + (0.045 * 71.69 * 8 * Math.Pow(y, 7) * Math.Exp(-71.69 * Math.Pow(y, 8))),
                0.15,
                1);
        InterfaceKinetics half = new()
        {
            ExchangeCurrent = new()
            {
                Reference = new FormulaFunction(
                    x => 8.3038 * Math.Sqrt(x * (0.5 - x)), x => 8.3038 * (0.25 - x) / Math.Sqrt(x * (0.5 - x)), 0, 0.5),
                ElectrolyteExponent = 0.5,
            },
        };
        return Cell("fuller", electrolyte, 0.4, -0.5, new() { ElectrodeVolumes = 20, SeparatorVolumes = 10, Shells = 20, ShellGrading = 1.1 },
            new("negative", 243e-6, 0.3, 0.937, 100, 1.58981e28, 18e-6, 5e-13, coke, 0.495, half),
            new("positive", 200e-6, 0.3, 0.784, 100, 1.42842e28, 1e-6, 1e-13, spinel, 0.2, ReferenceCells.Rate(7.225, 0.5)));

        static double Conductivity(double c)
        {
            double m = c / density;
            return highest * Math.Pow(m / at, a) * Math.Exp((b * (m - at) * (m - at)) - (a / at * (m - at)));
        }
    }

    // Source: M. Doyle et al., J. Electrochem. Soc. 143 (1996) 1890, doi:10.1149/1.1836921.
    private static CellDescription Doyle()
    {
        Electrolyte electrolyte = new()
        {
            Id = "lipf6",
            Name = "LiPF6 in EC:DMC 1:2",
            Conductivity = FormulaFunction.Polynomial(1.0793e-2, 6.7461e-4, -5.2245e-7, 1.3605e-10, -1.1724e-14),
            Salt = new()
            {
                InitialConcentration = 2000,
                Diffusivity = new ConstantFunction(7.5e-11),
                TransferenceNumber = new ConstantFunction(0.363),
                ThermodynamicFactor = new ConstantFunction(1),
            },
        };
        FormulaFunction coke = FormulaFunction.Polynomial(-0.16) + FormulaFunction.Exponential(1.32, -3) + FormulaFunction.Exponential(10, -2000);
        FormulaFunction spinel = FormulaFunction.TanhSum(4.19829, (0.0565661, 8.60942, -14.5546))
            + FormulaFunction.Exponential(0.810239 * Math.Exp(40 * 0.133875), -40)
            + new FormulaFunction(
                y => (-0.0275479 * (Math.Pow(0.998432 - y, -0.492465) - 1.90111)) - (0.157123 * Math.Exp(-0.04738 * Math.Pow(y, 8))),
                y => (-0.0275479 * 0.492465 * Math.Pow(0.998432 - y, -1.492465)) + (0.157123 * 0.04738 * 8 * Math.Pow(y, 7) * Math.Exp(-0.04738 * Math.Pow(y, 8))),
                0.1,
                0.998);
        return Cell("doyle", electrolyte, 1, -2.3, new() { ElectrodeVolumes = 40, SeparatorVolumes = 10, Shells = 20, ShellGrading = 1.1 },
            new("negative", 100e-6, 0.503, 0.9477, 499.3, 1.5894697e28, 12.5e-6, 3.9e-14, coke, 0.5635, ReferenceCells.Rate(156.8, 0.5) with { FilmResistance = 0.11 }),
            new("positive", 174e-6, 0.63, 0.8027, 37.40, 1.37686e28, 8.5e-6, 1e-13, spinel, 0.1705, ReferenceCells.Rate(150.4, 0.5)));
    }

    private sealed record Side(
        string Name, double Thickness, double Porosity, double Loading, double Sigma, double Density, double Radius, double Diffusivity,
        IPropertyFunction Potential, double X, InterfaceKinetics Kinetics);

    // MPET's tortuosity is porosity^exponent, for the solid that of 1 - porosity.
    private static CellDescription Cell(
        string id, Electrolyte electrolyte, double separatorPorosity, double exponent, MeshOptions mesh, Side negative, Side positive)
    {
        return new CellDescription
        {
            Id = id,
            Title = id,
            Area = 1,
            NominalCapacity = 1e5,
            LowerCutoffVoltage = 2,
            UpperCutoffVoltage = 5,
            Temperature = Temperature,
            Mesh = mesh,
            Layers =
            [
                Electrode(negative),
                new ElectrolyteLayer
                {
                    Name = "separator",
                    Thickness = id switch { "fuller" => 50e-6, "doyle" => 52e-6, _ => 25e-6 },
                    Electrolyte = electrolyte,
                    VolumeFraction = separatorPorosity,
                    TransportEfficiency = Math.Pow(separatorPorosity, 1 - exponent),
                },
                Electrode(positive),
            ],
        };

        PorousElectrode Electrode(Side side)
        {
            ActivePhase phase = ReferenceCells.Phase(
                side.Name, side.Loading * (1 - side.Porosity), side.Radius, side.Density * Charge / PhysicalConstants.Faraday,
                side.Potential, side.Diffusivity, side.X, side.Kinetics);
            return new()
            {
                Name = side.Name,
                Thickness = side.Thickness,
                Electrolyte = electrolyte,
                ElectrolyteFraction = side.Porosity,
                TransportEfficiency = Math.Pow(side.Porosity, 1 - exponent),
                ElectronicConductivity = new ConstantFunction(side.Sigma * Math.Pow(1 - side.Porosity, 1 - exponent)),
                ActivePhases = [phase with { Material = phase.Material with { ReferenceTemperature = Temperature } }],
            };
        }
    }

    private void Compare(CellDescription cell, string file, double current, double bound)
    {
        double[][] rows = ReferenceTable.Read("Mpet", $"{file}_voltage.csv").Rows;
        double[][] salt = ReferenceTable.Read("Mpet", $"{file}_ce.csv").Rows, potential = ReferenceTable.Read("Mpet", $"{file}_phie.csv").Rows;
        ModelRun run = new ModelRun(cell, 1e-6, 1e-8).Discharge(current);
        Observation seen = new(run.Model.Parts.Grid.Nodes);
        double largest = 0, worstSalt = 0, worstPotential = 0, end = rows[^1][0];
        double saltRange = salt.Max(r => r[1..].Max()) - salt.Min(r => r[1..].Min());
        double potentialRange = potential.Max(r => r[1..].Max() - r[1..].Min());

        bool sameVolumes = run.Model.Parts.Grid.Nodes == salt[0].Length - 1;

        // The row at t = 0 is MPET's initial guess; the last 3 % fall steeply.
        foreach (double[] row in rows.Where(r => r[0] > 0 && r[0] <= 0.97 * end))
        {
            Assert.True(run.To(row[0]), $"The model stopped before {row[0]} s.");
            largest = Math.Max(largest, Math.Abs(run.Voltage - row[1]));
            int profile = Array.FindIndex(salt, r => r[0] == row[0]);
            if (profile < 0 || !sameVolumes)
            {
                continue;
            }

            run.Model.Observe(run.State, seen);
            for (int m = 0; m < run.Model.Parts.Grid.Nodes; m++)
            {
                worstSalt = Math.Max(worstSalt, Math.Abs(run.Concentration(m) - salt[profile][m + 1]));
                double expected = potential[profile][m + 1] - potential[profile][1];
                worstPotential = Math.Max(worstPotential, Math.Abs(seen.IonicPotential[m] - seen.IonicPotential[0] - expected));
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{file}: voltage {largest * 1e3:0.000} mV, c_e {worstSalt / saltRange:0.00000} and phi_e {worstPotential / potentialRange:0.00000} of their ranges"));
        Tolerance.Below(bound, largest, "largest deviation of the voltage, V");
        Assert.True(sameVolumes == worstSalt > 0, "Profiles are compared where the volumes are the same.");
        Tolerance.Below(1e-3, worstSalt / saltRange, "salt concentration, largest deviation over range");
        Tolerance.Below(1e-3, worstPotential / potentialRange, "electrolyte potential, largest deviation over range");
    }
}
