using Ionolith.Cells.Model;
using Ionolith.Cells.Model.Kinetics;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials;
using Ionolith.Materials.Laws;
using Ionolith.Numerics.Scalars;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Model;

public sealed class KineticsTests
{
    private const double ThermalEnergy = PhysicalConstants.GasConstant * 298.15;

    public static TheoryData<string> Laws => new() { "symmetric", "asymmetric", "marcus" };

    [Theory]
    [MemberData(nameof(Laws))]
    public void Small_overpotentials_give_a_current_proportional_to_them(string law)
    {
        Assert.Equal(0, Current(law, 0));
        foreach (double u in new[] { 1e-6, -1e-6 })
        {
            Tolerance.Relative(u, Current(law, u), 1e-6, law);
        }
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void Current_rises_with_the_overpotential_everywhere(string law)
    {
        double before = Current(law, -40);
        for (double u = -39.5; u <= 40; u += 0.5)
        {
            double now = Current(law, u);
            Assert.True(now >= before, $"u = {u}");
            before = now;
        }
    }

    [Fact]
    public void Symmetric_law_is_that_of_butler_and_volmer()
    {
        // i/i_0 = 2 sinh(u/2): e - 1/e at u = 2.
        Tolerance.Relative(Math.E - (1 / Math.E), Current("symmetric", 2), 1e-14);
        for (double u = -30; u < 30; u += 0.7)
        {
            Tolerance.Relative(2 * Math.Sinh(u / 2), Current("symmetric", u), 1e-13, $"u = {u}");
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void Tafel_slopes_are_the_transfer_coefficients(double anodic)
    {
        AsymmetricButlerVolmer law = new(anodic);
        Tolerance.Relative(anodic, Math.Log(Decompressed(law, 30) / Decompressed(law, 29)), 1e-6, "anodic");
        Tolerance.Relative(1 - anodic, Math.Log(Decompressed(law, -30) / Decompressed(law, -29)), 1e-6, "cathodic");
    }

    [Fact]
    public void Asymmetric_law_at_one_half_is_the_symmetric_one()
    {
        for (double u = -30; u < 30; u += 0.9)
        {
            Tolerance.Relative(Current("symmetric", u), Decompressed(new AsymmetricButlerVolmer(0.5), u), 1e-12, $"u = {u}");
        }
    }

    [Fact]
    public void Marcus_law_levels_off_beyond_the_reorganisation_energy()
    {
        MarcusHushChidsey law = new(10 * ThermalEnergy);
        double at = Decompressed(law, 40), beyond = Decompressed(law, 60);
        Tolerance.Relative(at, beyond, 1e-3, "plateau");

        // erfc tends to 2 and tanh to 1: the plateau is 4/erfc[(l - sqrt(1 + sqrt(l)))/(2 sqrt(l))] with l = 10.
        double rest = Numerics.SpecialFunctions.Erfc((10 - Math.Sqrt(1 + Math.Sqrt(10))) / (2 * Math.Sqrt(10)));
        Tolerance.Relative(4 / rest, Decompressed(law, 100), 1e-9, "height of the plateau");
        Assert.True(Decompressed(law, 12) < 0.2 * Current("symmetric", 12));
    }

    [Theory]
    [InlineData(8, 0.05, 0.1)]
    [InlineData(12, 0.05, 0.1)]
    [InlineData(16, 0.05, 0.1)]
    [InlineData(2, 0.12, 0.22)]
    [InlineData(30, 0.2, 0.22)]
    public void Marcus_law_follows_its_integral_as_closely_as_stated(double l, double closedBound, double normalisedBound)
    {
        // k_red - k_ox with k = integral of exp(-(x - l -+ u)^2/(4 l))/(1 + exp x); the closed form is sqrt(pi l) tanh(u/2) erfc(a).
        double rest = Numerics.SpecialFunctions.Erfc((l - Math.Sqrt(1 + Math.Sqrt(l))) / (2 * Math.Sqrt(l)));
        double slope = (Rate(1e-3) - Rate(-1e-3)) / 1e-3, closed = 0, normalised = 0;
        MarcusHushChidsey law = new(l * ThermalEnergy);
        for (double u = 0.2; u < 40; u *= 1.25)
        {
            double exact = Rate(u) - Rate(-u), current = Decompressed(law, u);
            closed = Math.Max(closed, Math.Abs((current * rest / 2 * Math.Sqrt(Math.PI * l) / exact) - 1));
            normalised = Math.Max(normalised, Math.Abs((current * slope / exact) - 1));
        }

        Tolerance.Below(closedBound, closed, "largest relative deviation of the closed form");
        Tolerance.Below(normalisedBound, normalised, "largest relative deviation of the normalised law");

        double Rate(double u)
        {
            double sum = 0;
            const double h = 0.02;
            for (double x = -120; x < 120; x += h)
            {
                sum += h * Math.Exp(-(x - l + u) * (x - l + u) / (4 * l)) / (1 + Math.Exp(x));
            }

            return sum;
        }
    }

    [Fact]
    public void Marcus_law_is_antisymmetric()
    {
        for (double u = 0.25; u < 30; u += 0.5)
        {
            Tolerance.Relative(-Current("marcus", u), Current("marcus", -u), 1e-13, $"u = {u}");
        }
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void Kernel_finds_no_residual_at_the_current_of_the_scalar_formula(string law)
    {
        InterfaceKinetics kinetics = Kinetics(law) with
        {
            FilmResistance = 0.002,
            ExchangeCurrent = new()
            {
                Reference = new FormulaFunction(x => 2 + x, _ => 1),
                ElectrolyteExponent = 0.3,
                StoichiometryExponent = 0.5,
                VacancyExponent = 0.7,
                ReferenceConcentration = 900,
            },
        };
        FormulaFunction potential = FormulaFunction.Polynomial(4, -0.8, 0.1);
        InterfaceKernel kernel = KineticsLaws.Kernel(kinetics, Tables(potential, kinetics), 8);
        kernel.SetTemperature(298.15);
        double[] y = new double[16], surface = new double[8], concentration = new double[8];
        for (int m = 0; m < 8; m++)
        {
            double x = surface[m] = 0.15 + (0.09 * m), c = concentration[m] = 300 + (200 * m), u = -6 + (1.7 * m);
            double i_0 = (2 + x) * Math.Pow(c / 900, 0.3) * Math.Pow(x, 0.5) * Math.Pow(1 - x, 0.7);
            double i = i_0 * Current(law, u);
            y[m] = potential.Value(x) + (u * ThermalEnergy / PhysicalConstants.Faraday) + (0.002 * i);
            y[8 + m] = i;
            Tolerance.Relative(i_0, kernel.ExchangeCurrent(x, c), 1e-12, "exchange current density");
            Tolerance.Scaled(
                u * ThermalEnergy / PhysicalConstants.Faraday, kernel.Overpotential(i, i_0), 0.02569, 1e-11, "overpotential");
        }

        kernel.Evaluate(y, 0, 8, surface, concentration, 0, Derivatives.Isothermal);
        for (int m = 0; m < 8; m++)
        {
            Tolerance.Scaled(0, kernel.Residual[m], 1, 1e-11, $"residual {m}");
            Tolerance.Relative(potential.Value(surface[m]), kernel.Potential[m], 1e-12, "potential");
        }
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void Overpotential_that_is_not_at_rest_leaves_a_residual_of_its_own_sign(string law)
    {
        InterfaceKinetics kinetics = Kinetics(law);
        InterfaceKernel kernel = KineticsLaws.Kernel(kinetics, Tables(new ConstantFunction(0), kinetics), 8);
        double[] y = new double[16];
        (y[0], y[1]) = (0.01, -0.01);
        double[] surface = new double[8];
        Array.Fill(surface, 0.5);
        kernel.Evaluate(y, 0, 8, surface, new double[8], 0, Derivatives.Isothermal);
        Assert.True(kernel.Residual[0] > 0 && kernel.Residual[1] < 0);
    }

    [Fact]
    public void Film_resistance_follows_its_activation_energy()
    {
        InterfaceKinetics kinetics = Kinetics("symmetric") with { FilmResistance = 0.01, FilmActivationEnergy = 50_000 };
        InterfaceKernel kernel = KineticsLaws.Kernel(kinetics, Tables(new ConstantFunction(0), kinetics), 1);
        kernel.SetTemperature(298.15);
        Tolerance.Relative(0.01, kernel.FilmResistance, 1e-14);
        kernel.SetTemperature(333.15);
        Tolerance.Relative(0.01 * Math.Exp(50_000 / 8.31446261815324 * ((1 / 333.15) - (1 / 298.15))), kernel.FilmResistance, 1e-13);
    }

    [Fact]
    public void A_film_may_follow_a_law_of_temperature_in_place_of_an_activation_energy()
    {
        // The same Arrhenius law as a value with an activation energy and as a function.
        InterfaceKinetics plain = Kinetics("symmetric") with { FilmResistance = 0.01, FilmActivationEnergy = 50_000 };
        InterfaceKinetics law = Kinetics("symmetric") with { FilmLaw = new ArrheniusFunction(new ConstantFunction(0.01), -50_000, 298.15) };
        foreach (double t in new[] { 280, 298.15, 340 })
        {
            var (value, slope) = plain.FilmAt(t);
            Tolerance.Relative(value, law.FilmAt(t).Value, 1e-13);
            Tolerance.Relative(slope, law.FilmAt(t).TemperatureSlope, 1e-12);
            InterfaceKernel kernel = KineticsLaws.Kernel(law, Tables(new ConstantFunction(0), law), 1);
            kernel.SetTemperature(t);
            Tolerance.Relative(value, kernel.FilmResistance, 1e-13);
            Tolerance.Relative(slope, kernel.FilmTemperatureSlope, 1e-12);
        }
    }

    [Fact]
    public void A_law_that_does_not_exist_is_refused_with_the_list_of_those_that_do()
    {
        InterfaceKinetics kinetics = Kinetics("symmetric") with { Law = "tafel" };
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => KineticsLaws.Kernel(kinetics, Tables(new ConstantFunction(0), kinetics), 1));
        Assert.Contains("'tafel'", error.Message, StringComparison.Ordinal);
        Assert.All(KineticsLaws.Ids, id => Assert.Contains(id, error.Message, StringComparison.Ordinal));
    }

    private static double Current(string law, double u) => law switch
    {
        "symmetric" => Decompressed(default(ButlerVolmer), u),
        "asymmetric" => Decompressed(new AsymmetricButlerVolmer(0.35), u),
        _ => Decompressed(new MarcusHushChidsey(40_000), u),
    };

    private static double Decompressed<TLaw>(TLaw law, double u) where TLaw : IKineticsLaw =>
        2 * Math.Sinh(law.CompressedCurrent(new Real(u), new Real(ThermalEnergy)).Value);

    private static InterfaceKinetics Kinetics(string law) => ReferenceCells.Constant(1) with
    {
        Law = law is "marcus" ? "marcus-hush-chidsey" : "butler-volmer",
        AnodicTransferCoefficient = law is "asymmetric" ? 0.35 : 0.5,
    };

    private static InterfaceTables Tables(IPropertyFunction potential, InterfaceKinetics kinetics) => new(
        Table(potential), null, 298.15, Table(kinetics.ExchangeCurrent.Reference));

    private static PropertyTable Table(IPropertyFunction function) => new(new CompiledProperty(function, 0, 1, 2048, 298.15));
}
