using FsCheck;
using FsCheck.Fluent;
using Ionolith.Materials.Quantities;
using Xunit;

namespace Ionolith.Materials.Tests.Quantities;

public sealed class QuantityTests
{
    public static TheoryData<string, string, double> Examples => new()
    {
        { "30 um", "a length", 3e-5 },
        { "30um", "a length", 3e-5 },
        { "30 \u00b5m", "a length", 3e-5 },
        { "30 \u03bcm", "a length", 3e-5 },
        { "10.4 mS/cm", "a conductivity", 1.04 },
        { "10.4 mS cm-1", "a conductivity", 1.04 },
        { "10.4 mS.cm^-1", "a conductivity", 1.04 },
        { "60 degC", "a temperature", 333.15 },
        { "60 \u00b0C", "a temperature", 333.15 },
        { "298.15 K", "a temperature", 298.15 },
        { "1.5 mA/cm2", "a current density", 15 },
        { "1.5 mA/cm\u00b2", "a current density", 15 },
        { "162.5 mAh/g", "a specific capacity", 585_000 },
        { "25 ohm cm2", "an area-specific resistance", 2.5e-3 },
        { "25 \u03a9*cm^2", "an area-specific resistance", 2.5e-3 },
        { "1e-14 m2/s", "a diffusivity", 1e-14 },
        { "1E-10 cm^2 s^-1", "a diffusivity", 1e-14 },
        { "5.1 g/cm3", "a density", 5100 },
        { "0.6 eV", "an activation energy", 0.6 * 96485.33212331 },
        { "600 meV", "an activation energy", 0.6 * 96485.33212331 },
        { "40 kJ/mol", "an activation energy", 40_000 },
        { "65 %", "a number without unit", 0.65 },
        { "65%", "a number without unit", 0.65 },
        { "0.65", "a number without unit", 0.65 },
        { "2.5 V", "a voltage", 2.5 },
        { "20 F/m2", "an area-specific capacitance", 20 },
        { "3 mF/cm2", "an area-specific capacitance", 30 },
        { "1 mol/L", "a concentration", 1000 },
        { "1 M", "a concentration", 1000 },
        { "1000 mol/m3", "a concentration", 1000 },
        { "10 mg/cm2", "a loading", 0.1 },
        { "0.5 MPa", "a pressure", 5e5 },
        { "1 h", "a time", 3600 },
        { "45 min", "a time", 2700 },
        { "0.25 mV/K", "an entropic coefficient", 2.5e-4 },
        { "0.25 mV/degC", "an entropic coefficient", 2.5e-4 },
        { "10 W/m2/K", "a heat transfer coefficient", 10 },
        { "10 W/(m2 K)", "a heat transfer coefficient", 10 },
        { "500 J/m2/K", "an area-specific heat capacity", 500 },
        { "24 Ah", "a charge", 86_400 },
        { "2 A.h", "a charge", 7200 },
        { "2 C", "a charge", 2 },
        { "2 C", "a C-rate", 2.0 / 3600 },
        { "0.1C", "a C-rate", 0.1 / 3600 },
        { "C/20", "a C-rate", 0.05 / 3600 },
        { "13 cm3/mol", "a molar volume", 1.3e-5 },
        { "-5 mA", "a current", -5e-3 },
        { "704 K", "a temperature in kelvin", 704 },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void Quantities_are_read_as_people_write_them(string text, string kindName, double expected)
    {
        var kind = QuantityKinds.All.Single(k => string.Equals(k.Name, kindName, StringComparison.Ordinal));

        var quantity = Quantity.Parse(text, kind);

        Assert.Equal(expected, quantity.Value, 1e-13 * Math.Abs(expected));
        Assert.Equal(kind.Dimension, quantity.Dimension);
    }

    [Theory]
    [InlineData("30", "expected a length, such as \"30 um\", but \"30\" has no unit")]
    [InlineData("30 mS/cm", "expected a length, such as \"30 um\", but \"30 mS/cm\" is a conductivity")]
    [InlineData("30 m3/s", "expected a length, such as \"30 um\", but \"30 m3/s\" is a quantity in m3 s-1")]
    [InlineData("30 microns", "expected a length, such as \"30 um\", but \"microns\" is no known unit")]
    [InlineData("30 um)", "expected a length, such as \"30 um\", but found ')' in the unit \"um)\"")]
    [InlineData("30 um/", "expected a length, such as \"30 um\", but the unit \"um/\" ends too early")]
    [InlineData("thick", "expected a length, such as \"30 um\", but \"thick\" does not start with a number")]
    [InlineData("", "expected a length, such as \"30 um\", but \"\" does not start with a number")]
    [InlineData("NaN", "expected a length, such as \"30 um\", but \"NaN\" is not finite")]
    [InlineData("inf", "expected a length, such as \"30 um\", but \"inf\" is not finite")]
    [InlineData("1e999 um", "expected a length, such as \"30 um\", but \"1e999 um\" is not finite")]
    [InlineData("1.2.3 um", "expected a length, such as \"30 um\", but \"1.2.3 um\" does not start with a number")]
    public void Mistakes_say_what_came_and_what_was_expected(string text, string message)
    {
        Assert.False(Quantity.TryParse(text, QuantityKinds.Length, out _, out string error));
        Assert.Equal(message, error);
    }

    [Fact]
    public void A_misspelt_unit_gets_a_suggestion()
    {
        Assert.False(Quantity.TryParse("3 omh cm2", QuantityKinds.ArealResistance, out _, out string error));
        Assert.EndsWith("\"omh\" is no known unit; did you mean \"ohm\"?", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_two_kinds_are_possible_the_unit_decides()
    {
        QuantityKind[] kinds = [QuantityKinds.ArealCapacity, QuantityKinds.Charge];

        Assert.True(Quantity.TryParse("24 Ah", kinds, out var kind, out var quantity, out _));
        Assert.Equal(QuantityKinds.Charge, kind);
        Assert.Equal(86_400, quantity.Value);
        Assert.False(Quantity.TryParse("24 um", kinds, out _, out _, out string error));
        Assert.Equal(
            "expected an areal capacity, such as \"1.5 mAh/cm2\" or a charge, such as \"24 Ah\", but \"24 um\" is a length", error);
    }

    [Fact]
    public void Every_kinds_example_and_display_unit_belong_to_it() => Assert.All(QuantityKinds.All, kind =>
    {
        double value = Quantity.Parse(kind.Example, kind).Value;
        Assert.Equal(value, Quantity.Parse(QuantityFormat.ToText(value, kind, 12), kind).Value, 1e-10 * value);
    });

    [Fact]
    public void What_is_printed_is_read_back() =>
        Prop.ForAll<NormalFloat>(f =>
        {
            double value = Math.Exp(Math.IEEERemainder(f.Get, 20));
            return QuantityKinds.All.All(kind =>
                Math.Abs(Quantity.Parse(QuantityFormat.ToText(value, kind, 15), kind).Value - value) <= 1e-12 * Math.Max(value, 300));
        }).Check(Config.QuickThrowOnFailure.WithReplay(5, 11));

    [Theory]
    [InlineData(3e-5, "30 um")]
    [InlineData(1.23456e-5, "12.35 um")]
    [InlineData(1e-12, "1e-6 um")]
    public void Lengths_are_printed_in_micrometres(double value, string expected) =>
        Assert.Equal(expected, QuantityFormat.ToText(value, QuantityKinds.Length));

    [Fact]
    public void Other_kinds_are_printed_in_the_units_of_the_field()
    {
        Assert.Equal("60 degC", QuantityFormat.ToText(333.15, QuantityKinds.Temperature));
        Assert.Equal("10.4 mS/cm", QuantityFormat.ToText(1.04, QuantityKinds.Conductivity));
        Assert.Equal("0.3333", QuantityFormat.ToText(1.0 / 3, QuantityKinds.Number));
        Assert.Equal("1.5 mAh/cm2", QuantityFormat.ToText(54_000, QuantityKinds.ArealCapacity));
        Assert.Equal("1e-14 m2/s", QuantityFormat.ToText(1e-14, QuantityKinds.Diffusivity));
        Assert.Throws<ArgumentException>(() => QuantityFormat.ToText(1, QuantityKinds.Length, "kg", 3));
    }

    [Fact]
    public void Micrometres_become_the_nearest_double() =>
        Assert.Equal(3e-5, Quantity.Parse("30 um", QuantityKinds.Length).Value);
}
