using Ionolith.Library.Files;
using Ionolith.Library.Tests.Reading;
using Xunit;

namespace Ionolith.Library.Tests.Files;

public sealed class PathOverrideTests
{
    [Fact]
    public void An_override_is_a_path_and_a_value()
    {
        Assert.True(PathOverride.TryParse(" separator.thickness = 30um ", out var result, out _));
        Assert.Equal(new PathOverride("separator.thickness", "30um"), result);
    }

    [Theory]
    [InlineData("separator.thickness")]
    [InlineData("=3")]
    [InlineData("a..b=3")]
    [InlineData("a=")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(PathOverride.TryParse(text, out _, out string error));
        Assert.Equal($"expected path=value, such as separator.thickness=30um, but got \"{text}\"", error);
    }

    [Fact]
    public void Values_of_layers_phases_and_materials_are_replaced()
    {
        var cell = SampleFile.Cell(
            "",
            "",
            new PathOverride("separator.thickness", "25um"),
            new PathOverride("separator.conductivity", "2 mS/cm"),
            new PathOverride("cathode.active.lfp.radius", "80 nm"),
            new PathOverride("cathode.active.1.diffusivity", "1e-15 m2/s"),
            new PathOverride("cathode.active.lfp.contacted-fraction", "70 %"),
            new PathOverride("cathode.electrolyte.tortuosity.bruggeman", "2"),
            new PathOverride("voltage.lower", "2 V"),
            new PathOverride("heat", "{capacity: 500 J/m2/K, transfer: 0 W/m2/K}"),
            new PathOverride("protocol", "[Rest for 1 h]"));

        Assert.Equal(25e-6, cell.Separator().Thickness);
        Assert.Equal(0.2, cell.Separator().Electrolyte.Conductivity.Evaluate(0, 298.15).Value, 14);
        var phase = cell.Cathode().ActivePhases[0];
        Assert.Equal(80e-9, phase.Sizes[0].Radius, 1e-20);
        Assert.Equal(1e-15, phase.Material.Diffusivity.Evaluate(0.5, 300).Value);
        Assert.Equal(0.7, phase.ContactedFraction, 14);
        Assert.Equal(0.09, cell.Cathode().TransportEfficiency, 14);
        Assert.Equal(2, cell.LowerCutoffVoltage);
        Assert.Equal(500, cell.Heat!.HeatCapacity);
        Assert.Equal("Rest for 1 h", Assert.Single(cell.DefaultProtocol));
        var value = cell.Values.Single(v => v.Path is "separator.thickness");
        Assert.Equal(("25um", "set on the command line"), (value.Text, value.Source));
    }

    [Fact]
    public void A_value_below_the_salt_leaves_the_rest_of_the_salt()
    {
        var result = CellLibrary.LoadCell("cpe-bnns", [new PathOverride("separator.salt.initial-concentration", "1 M")]);

        var salt = result.Require().Separator().Electrolyte.Salt!;
        Assert.Equal(1000, salt.InitialConcentration);
        Assert.Equal(0.2, salt.TransferenceNumber.Evaluate(1000, 333).Value);
    }

    [Theory]
    [InlineData("seperator.thickness", "30um", "--set seperator.thickness=30um: seperator.thickness: there is no \"seperator\" in this cell; did you mean \"separator\"?")]
    [InlineData("separator.thicknes", "30um", "--set separator.thicknes=30um: separator.thicknes: unknown key \"thicknes\"; did you mean \"thickness\"?")]
    [InlineData("cathode.active.lpf.radius", "1 um", "--set cathode.active.lpf.radius=1 um: lpf: there is no entry \"lpf\"; did you mean \"lfp\"?")]
    [InlineData("separator.thickness", "30", "--set separator.thickness=30: separator.thickness: expected a length, such as \"30 um\", but \"30\" has no unit")]
    [InlineData("separator", "30 um", "--set separator=30 um: separator: is a layer; name one of its values, such as separator.thickness")]
    [InlineData("separator.thickness", "-1 um", "--set separator.thickness=-1 um: separator.thickness: must be positive but is -1 um")]
    public void A_wrong_override_is_told_with_its_own_text(string path, string value, string expected) =>
        Assert.Equal([expected], SampleFile.Problems(SampleFile.Read("", "", new PathOverride(path, value))), StringComparer.Ordinal);
}
