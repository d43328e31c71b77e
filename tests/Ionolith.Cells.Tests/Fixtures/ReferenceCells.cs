using Ionolith.Cells.Stack;
using Ionolith.Materials;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Tests.Fixtures;

/// <summary>Cells whose solutions other programs have published.</summary>
internal static class ReferenceCells
{
    /// <summary>Open-circuit potential of LiCoO2 in the fit that DUALFOIL and Marquis et al. use.</summary>
    /// <remarks>Source: S. G. Marquis et al., J. Electrochem. Soc. 166 (2019) A3693, doi:10.1149/2.0341915jes, after DUALFOIL.</remarks>
    public static FormulaFunction LithiumCobaltOxidePotential { get; } = FormulaFunction.TanhSum(
        2.16216,
        (0.07645, 30.834, -54.4806 * 1.062),
        (2.1581, 52.294, -50.294 * 1.062),
        (-0.14169, 11.0923, -19.8543 * 1.062),
        (0.2051, 1.4684, -5.4888 * 1.062),
        (0.2531, 0.56478 / 0.1316, -1.062 / 0.1316),
        (-0.02167, -0.525 / 0.006, 1.062 / 0.006));

    /// <summary>Open-circuit potential of graphite; source as above.</summary>
    public static FormulaFunction GraphitePotential { get; } = FormulaFunction.Exponential(1.5, -120) + FormulaFunction.TanhSum(
        0.194,
        (0.0351, -0.286 / 0.083, 1 / 0.083),
        (-0.0045, -0.849 / 0.119, 1 / 0.119),
        (-0.035, -0.9233 / 0.05, 1 / 0.05),
        (-0.0147, -0.5 / 0.034, 1 / 0.034),
        (-0.102, -0.194 / 0.142, 1 / 0.142),
        (-0.022, -0.9 / 0.0164, 1 / 0.0164),
        (-0.011, -0.124 / 0.0226, 1 / 0.0226),
        (0.0155, -0.105 / 0.029, 1 / 0.029));

    /// <summary>Graphite | LiPF6 | LiCoO2 of Marquis et al. 2019, 1 m2, as solved with COMSOL: 24 A is 1C.</summary>
    public static CellDescription Marquis(MeshOptions mesh, HeatBalance? heat = null)
    {
        const double negativeMaximum = 24983.2619938437, positiveMaximum = 51217.9257309275;
        Electrolyte electrolyte = new()
        {
            Id = "lipf6",
            Name = "LiPF6 in EC:DMC",
            Conductivity = FormulaFunction.Polynomial(0.0911, 1.9101e-3, -1.052e-6, 0.1554e-9),
            Salt = new()
            {
                InitialConcentration = 1000,
                Diffusivity = FormulaFunction.Exponential(5.34e-10, -0.65e-3),
                TransferenceNumber = new ConstantFunction(0.4),
            },
        };
        return new CellDescription
        {
            Id = "marquis2019",
            Title = "Graphite | LiPF6 | LiCoO2",
            Area = 1,
            NominalCapacity = 24 * 3600,
            LowerCutoffVoltage = 3.105,
            UpperCutoffVoltage = 4.1,
            Mesh = mesh,
            Heat = heat,
            Layers =
            [
                Electrode("negative", 0.6, negativeMaximum, 3.9e-14, 2e-5, GraphitePotential, 19986.609595075 / negativeMaximum, 126),
                new ElectrolyteLayer { Name = "separator", Thickness = 2.5e-5, Electrolyte = electrolyte },
                Electrode("positive", 0.5, positiveMaximum, 1e-13, 6e-7, LithiumCobaltOxidePotential, 30730.7554385565 / positiveMaximum, 16.6),
            ],
        };

        PorousElectrode Electrode(
            string name, double share, double maximum, double diffusivity, double rate, IPropertyFunction potential, double x, double sigma) => new()
            {
                Name = name,
                Thickness = 1e-4,
                Electrolyte = electrolyte,
                ElectrolyteFraction = 0.3,
                TransportEfficiency = Math.Pow(0.3, 1.5),
                ElectronicConductivity = new ConstantFunction(sigma * Math.Pow(share, 1.5)),
                ActivePhases = [Phase(name, share, 1e-5, maximum, potential, diffusivity, x, Rate(rate * maximum * Math.Sqrt(1000), 0.5))],
            };
    }

    /// <summary>Li | single-ion conductor | LiCoO2 composite, 1 m2, as solved with DUALFOIL 5.2.</summary>
    /// <remarks>With DUALFOIL's Faraday constant of 96487 C/mol; only F c_max enters, so that the product is what is given.</remarks>
    public static CellDescription SingleIon(MeshOptions mesh)
    {
        double charge = 3600.0 * 274 * 5100;
        Electrolyte conductor = new() { Id = "sic", Name = "single-ion conductor", Conductivity = new ConstantFunction(0.01) };
        PorousElectrode cathode = new()
        {
            Name = "positive",
            Thickness = 4e-5,
            Electrolyte = conductor,
            ElectrolyteFraction = 0.35,
            TransportEfficiency = Math.Pow(0.35, 1.5),
            ElectronicConductivity = new ConstantFunction(10 * Math.Pow(0.65, 1.5)),
            ActivePhases =
            [
                Phase(
                    "lco", 0.6, 2e-6, charge / PhysicalConstants.Faraday, LithiumCobaltOxidePotential, 1e-14, 0.5,
                    Rate(charge * 3e-10 * Math.Sqrt(1000), 0)),
            ],
        };
        return new CellDescription
        {
            Id = "li-sic-lco",
            Title = "Li | single-ion conductor | LiCoO2",
            Area = 1,
            NominalCapacity = 0.5 * charge * 0.6 * 4e-5,
            LowerCutoffVoltage = 2.8,
            UpperCutoffVoltage = 4.3,
            Mesh = mesh,
            Layers =
            [
                new LithiumMetal { Name = "lithium", Thickness = 1e-4, Kinetics = Constant(96487 * Math.Sqrt(1000)) },
                new ElectrolyteLayer { Name = "separator", Thickness = 2.5e-5, Electrolyte = conductor },
                cathode,
            ],
        };
    }

    /// <summary>Li | PEO-LiCF3SO3 | TiS2 as solved with DUALFOIL 5.2: concentration gradients and a variable transference number.</summary>
    public static CellDescription Polymer(MeshOptions mesh)
    {
        const double faraday = 96487, charge = 3600.0 * 225 * 2285, maximum = charge / faraday;
        const double thermal = 8.314 * 298.15 / faraday;
        Electrolyte polymer = new()
        {
            Id = "peo",
            Name = "PEO-LiCF3SO3",
            Conductivity = FormulaFunction.Polynomial(-5.0891863844e-3, 8.38645199394e-5, -5.19747901855e-8, 8.0832709407e-12),
            Salt = new()
            {
                InitialConcentration = 1000,
                Diffusivity = new ConstantFunction(7.5e-12),
                TransferenceNumber = FormulaFunction.Polynomial(0.0107907, 1.48837e-4),
            },
        };
        FormulaFunction potential = new(
            x => 2.17 + (thermal * (Math.Log((1 - x) / x) - (5.58e-4 * maximum * x) + 8.1)),
            x => thermal * ((-1 / (x * (1 - x))) - (5.58e-4 * maximum)),
            1e-9,
            1 - 1e-9);
        return new CellDescription
        {
            Id = "li-peo-tis2",
            Title = "Li | PEO-LiCF3SO3 | TiS2",
            Area = 1,
            NominalCapacity = charge * 0.5 * 1e-4,
            LowerCutoffVoltage = 1.7,
            UpperCutoffVoltage = 2.8,
            Mesh = mesh,
            Layers =
            [
                new LithiumMetal { Name = "lithium", Thickness = 1e-4, Kinetics = Constant(faraday * Math.Sqrt(1000)) },
                new ElectrolyteLayer { Name = "separator", Thickness = 5e-5, Electrolyte = polymer },
                new PorousElectrode
                {
                    Name = "positive",
                    Thickness = 1e-4,
                    Electrolyte = polymer,
                    ElectrolyteFraction = 0.3,
                    TransportEfficiency = Math.Pow(0.3, 1.5),
                    ElectronicConductivity = new ConstantFunction(1e4 * Math.Pow(0.7, 1.5)),
                    ActivePhases =
                    [
                        Phase("tis2", 0.5, 1e-6, charge / PhysicalConstants.Faraday, potential, 5e-13, 0.02, Rate(charge * 1e-10 * Math.Sqrt(1000), 0.5)),
                    ],
                },
            ],
        };
    }

    /// <summary>Exchange current density that is the same everywhere, A/m2.</summary>
    public static InterfaceKinetics Constant(double exchangeCurrent) =>
        new() { ExchangeCurrent = new() { Reference = new ConstantFunction(exchangeCurrent) } };

    /// <summary>The usual insertion kinetics, i_0 = prefactor (c_e/1000)^p x^1/2 (1 - x)^1/2.</summary>
    public static InterfaceKinetics Rate(double prefactor, double electrolyteExponent) => new()
    {
        ExchangeCurrent = new()
        {
            Reference = new ConstantFunction(prefactor),
            ElectrolyteExponent = electrolyteExponent,
            StoichiometryExponent = 0.5,
            VacancyExponent = 0.5,
        },
    };

    /// <summary>Particles of one size.</summary>
    public static ActivePhase Phase(
        string id, double share, double radius, double maximum, IPropertyFunction potential, double diffusivity, double x, InterfaceKinetics kinetics) => new()
        {
            Material = new()
            {
                Id = id,
                Name = id,
                MaximumConcentration = maximum,
                OpenCircuitPotential = potential,
                Diffusivity = new ConstantFunction(diffusivity),
            },
            VolumeFraction = share,
            Sizes = [new(radius, 1)],
            InitialStoichiometry = x,
            Kinetics = kinetics,
        };
}
