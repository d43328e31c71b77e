using Ionolith.Cells.Light;
using Ionolith.Materials;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Light;

public sealed class PhotocathodeTests
{
    private const double Room = 298.15;
    private const double Thickness = 1e-5;

    [Fact]
    public void Every_photon_of_one_wavelength_that_is_absorbed_gives_its_electron()
    {
        var light = LightSample.Photocathode with { Reflectance = 0, Absorbers = [new("host", 3 * LightSample.ElectronVolt, 1e9, 1)] };
        var uptake = light.Uptake(Thickness);

        // 400 nm are 1239.84 eV nm / 400 nm; the box is a ten-thousandth wide.
        Tolerance.Relative(400 / 1239.841984, uptake.Responsivity, 1e-8, "responsivity, A/W");
        Tolerance.Relative(1, uptake.Absorbed, 1e-12);
    }

    [Fact]
    public void Absorption_follows_bouguer_lambert_and_beer_and_absorbers_share_the_photons()
    {
        var light = LightSample.Photocathode with
        {
            Reflectance = 0.25,
            Absorbers = [new("a", 3 * LightSample.ElectronVolt, 3e4, 0.5), new("b", 1 * LightSample.ElectronVolt, 1e4, 0)],
        };
        var uptake = light.Uptake(Thickness);
        double absorbed = 0.75 * (1 - Math.Exp(-0.4));

        Tolerance.Relative(absorbed, uptake.Absorbed, 1e-12);
        Tolerance.Relative(0.75 * Math.Exp(-0.4), uptake.Transmitted, 1e-12);
        Assert.Equal(1, uptake.Reflected + uptake.Transmitted + uptake.Absorbed, 1e-15);
        Tolerance.Relative(absorbed * 0.75 * 0.5 * 400 / 1239.841984, uptake.Responsivity, 1e-8);
    }

    [Fact]
    public void Photons_below_the_gap_pass_through()
    {
        var uptake = (LightSample.Photocathode with { Absorbers = [new("host", 3.2 * LightSample.ElectronVolt, 1e9, 1)] }).Uptake(Thickness);

        Assert.Equal(0, uptake.Absorbed);
        Assert.Equal(0, uptake.Responsivity);
    }

    [Fact]
    public void A_gap_within_the_spectrum_cuts_it_there()
    {
        // Constant irradiance from 300 nm to 500 nm, gap at 400 nm: half of the power is absorbed.
        var flat = new LightSpectrum("flat", [300e-9, 500e-9], [7, 7]);
        var light = LightSample.Photocathode with { Spectrum = flat, Reflectance = 0, Absorbers = [new("host", PhysicalConstants.Faraday * 1239.841984 / 400, 1e9, 1)] };

        Tolerance.Relative(0.5, light.Uptake(Thickness).Absorbed, 1e-8);
        Tolerance.Relative(0.5 * 350 / 1239.841984, light.Uptake(Thickness).Responsivity, 1e-8);
    }

    [Theory]
    [InlineData(3200)]
    [InlineData(5800)]
    public void The_mean_photon_of_a_black_body_has_the_energy_that_planck_gives_it(double temperature)
    {
        // Mean energy of a photon: pi^4/(30 zeta(3)) k T.
        double photons = BlackBody.Of(temperature).Mean(l => l, []);
        double mean = 1239.841984e-9 / photons;

        Tolerance.Relative(Math.Pow(Math.PI, 4) / (30 * 1.2020569031595942) * 8.617333262e-5 * temperature, mean, 1e-3, "energy, eV");
    }

    [Fact]
    public void A_black_body_outshines_a_cooler_one_in_the_ultraviolet()
    {
        static double Share(double t) => BlackBody.Of(t).Mean(l => l < 400e-9 ? 1 : 0, [400e-9]);

        Assert.True(Share(5800) > 10 * Share(3200));
        Assert.Throws<ArgumentOutOfRangeException>(() => BlackBody.Of(300));
    }

    [Fact]
    public void Separation_is_a_branching_of_rates_and_freezes_where_the_electron_must_climb()
    {
        Assert.Equal(0.75, new ChargeSeparation(3, 1, 0).Efficiency(Room), 1e-15);
        Assert.Equal(0.75, new ChargeSeparation(3, 1, 1e5).Efficiency(Room), 1e-15);
        double factor = Math.Exp(-0.1 * PhysicalConstants.Faraday / (PhysicalConstants.GasConstant * Room));
        Tolerance.Relative(3 * factor / ((3 * factor) + 1), new ChargeSeparation(3, 1, -0.1 * LightSample.ElectronVolt).Efficiency(Room), 1e-13);
    }

    [Fact]
    public void Without_shunt_the_photovoltage_is_that_of_the_logarithm()
    {
        var diode = LightSample.Photocathode.Diode with { ShuntResistance = double.PositiveInfinity };
        double expected = 2 * PhysicalConstants.GasConstant * Room / PhysicalConstants.Faraday * Math.Log((5 / 1e-20) + 1);

        Tolerance.Relative(expected, diode.Photovoltage(5, Room, 3 * LightSample.ElectronVolt), 1e-12);
    }

    [Fact]
    public void Half_the_light_costs_the_photovoltage_n_kt_ln_2()
    {
        var diode = LightSample.Photocathode.Diode with { ShuntResistance = double.PositiveInfinity };
        double gap = 3 * LightSample.ElectronVolt, step = 2 * PhysicalConstants.GasConstant * Room / PhysicalConstants.Faraday * Math.Log(2);

        Tolerance.Relative(step, diode.Photovoltage(5, Room, gap) - diode.Photovoltage(2.5, Room, gap), 1e-9);
    }

    [Theory]
    [InlineData(0.2, 280)]
    [InlineData(2.3, 298.15)]
    [InlineData(2.4, 330)]
    public void Derivatives_of_the_diode_are_those_of_its_current(double voltage, double temperature)
    {
        var diode = LightSample.Photocathode.Diode;
        double gap = 2.9 * LightSample.ElectronVolt;
        double At(double v, double t) => diode.Recombination(v, t, gap).Current;
        var (_, perVolt, perKelvin) = diode.Recombination(voltage, temperature, gap);

        Tolerance.Relative((At(voltage + 1e-5, temperature) - At(voltage - 1e-5, temperature)) / 2e-5, perVolt, 1e-6);
        Tolerance.Relative((At(voltage, temperature + 1e-3) - At(voltage, temperature - 1e-3)) / 2e-3, perKelvin, 1e-6);
    }

    [Fact]
    public void Warmth_lowers_the_photovoltage()
    {
        var diode = LightSample.Photocathode.Diode;
        double gap = 2.9 * LightSample.ElectronVolt;

        Assert.True(diode.Photovoltage(5, 320, gap) < diode.Photovoltage(5, 298.15, gap) - 0.01);
    }

    [Theory]
    [InlineData(0.0, 2.0, double.NegativeInfinity, true, false)]
    [InlineData(0.0, 2.0, -0.2, true, true)]
    [InlineData(0.0, 2.0, 0.3, false, true)]
    [InlineData(-3.0, -1.0, double.NegativeInfinity, true, false)]
    [InlineData(0.0, 2.46, double.NegativeInfinity, true, false)]
    [InlineData(0.0, 2.47, double.NegativeInfinity, false, false)]
    [InlineData(0.5, 3.0, double.NegativeInfinity, false, false)]
    public void Light_alone_charges_where_the_electrons_lie_below_the_potential_of_the_anode(double anode, double cathode, double band, bool possible, bool byBand)
    {
        // 1000 W/m2 of 400 nm, a tenth reflected, 1 - 1/e absorbed, one pair for twenty photons, 10/11 separated, 0.8 injected; n = 2 and no shunt.
        double current = 1000 * 400 / 1239.841984 * 0.9 * (1 - Math.Exp(-1)) * 0.05 * 10 / 11 * 0.8;
        double photovoltage = 2 * PhysicalConstants.GasConstant * Room / PhysicalConstants.Faraday * Math.Log((current / 1e-20) + 1);
        var light = LightSample.Photocathode with { ConductionBand = band, Diode = LightSample.Photocathode.Diode with { ShuntResistance = double.PositiveInfinity } };
        var rule = LightFeasibility.Of(light, light.Uptake(Thickness), LightSample.FullSun, Room, anode, cathode);

        Assert.InRange(photovoltage, 2.46, 2.47);
        Tolerance.Relative(photovoltage, rule.Photovoltage, 1e-9);
        Assert.Equal((possible, byBand), (rule.IsPossible, rule.IsBoundByBand));
        Assert.Equal(byBand ? band : cathode - photovoltage, rule.ElectronPotential, 1e-8);
        Assert.Contains(possible ? "light alone can charge" : "light alone cannot charge", rule.Sentence, StringComparison.Ordinal);
        Assert.Contains(byBand ? "the conduction band" : "a photovoltage of 2.46 V", rule.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shunt_takes_its_current_from_the_generation_before_the_photovoltage()
    {
        // A shunt that takes half of the generation at a voltage leaves the voltage of the other half.
        double gap = 3 * LightSample.ElectronVolt, half = 2 * PhysicalConstants.GasConstant * Room / PhysicalConstants.Faraday * Math.Log((2.5 / 1e-20) + 1);
        var diode = LightSample.Photocathode.Diode with { ShuntResistance = half / 2.5 };

        Tolerance.Relative(half, diode.Photovoltage(5, Room, gap), 1e-12);
    }

    [Fact]
    public void A_spectrum_that_is_none_is_refused()
    {
        Assert.Contains("increase", Assert.Throws<ArgumentException>(() => new LightSpectrum("x", [2e-7, 1e-7], [1, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("not be negative", Assert.Throws<ArgumentException>(() => new LightSpectrum("x", [1e-7, 2e-7], [1, -1])).Message, StringComparison.Ordinal);
        Assert.Contains("zero at all", Assert.Throws<ArgumentException>(() => new LightSpectrum("x", [1e-7, 2e-7], [0, 0])).Message, StringComparison.Ordinal);
    }
}
