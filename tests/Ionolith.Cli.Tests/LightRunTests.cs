using System.Globalization;
using System.Text.Json;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cli.Tests;

/// <summary>The photocathode of the library under light: dark rest, illuminated rest and illuminated charge compared.</summary>
public sealed class LightRunTests : IDisposable
{
    private const string Cell = "tis2-tio2-photocathode";
    private static readonly string[] Empty = ["run", Cell, "--protocol", "Discharge at 0.1C until 0.5 V", "--protocol", "Rest for 1 h"];
    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Light_is_in_every_file_and_its_energies_add_up()
    {
        string folder = _run.PathOf("light");
        Assert.Equal(0, _run.Do([.. Empty, "--protocol", "Illuminate at 100 mW/cm2 for 5 h", "--out", folder]));
        Assert.Contains("where the light went", _run.Out, StringComparison.Ordinal);
        Assert.Contains("light alone can charge", _run.Out, StringComparison.Ordinal);
        Assert.Contains("id=\"light\"", File.ReadAllText(Path.Combine(folder, "report.html")), StringComparison.Ordinal);

        using var summary = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")));
        var light = summary.RootElement.GetProperty("light");
        double sum = light.GetProperty("energies").EnumerateObject().Sum(e => e.Value.GetProperty("value").GetDouble());
        Tolerance.Relative(Value(light, "light_energy"), sum, 1e-12, "energies, Wh");

        string[] lines = File.ReadAllLines(Path.Combine(folder, "series.csv"));
        Assert.Equal(["Electrolyte Current / A", "Photocurrent / A", "Irradiance / W.m-2"], lines[0].Split(',')[^3..]);
        double[] last = [.. lines[^1].Split(',').Select(n => n.Length == 0 ? double.NaN : double.Parse(n, CultureInfo.InvariantCulture))];
        Assert.Equal(1000, last[^1]);
        Assert.Equal(last[^2], last[^3], 1e-12);
    }

    [Fact]
    public void Dark_rest_illuminated_rest_and_illuminated_charge_differ_by_the_photocharge()
    {
        double dark = Discharged("Rest for 5 h"), lit = Discharged("Illuminate at 100 mW/cm2 for 5 h");
        double charged = Discharged("Charge at 0.05C for 5 h"), both = Discharged("Charge at 0.05C under 100 mW/cm2 for 5 h");
        double impossible = Discharged("Illuminate at 100 mW/cm2 for 5 h", "--set", "cathode.light.conduction-band=2.9 V");

        // What the light puts in comes out again at a slow discharge, with and without a current beside it: no shunt takes more where the voltage is higher.
        Assert.True(lit > dark + 0.05);
        Assert.True(impossible <= dark);
        Tolerance.Relative(lit - dark, both - charged, 5e-3, "photocharge, mAh");

        double Discharged(string step, params string[] more)
        {
            Assert.Equal(0, _run.Do([.. Empty, "--protocol", step, "--protocol", "Discharge at 0.02C until 0.5 V", "--set", "cathode.light.diode.shunt-resistance=1e9 ohm cm2", "--json", .. more]));
            using var summary = JsonDocument.Parse(_run.Out);
            return 1000 * summary.RootElement.GetProperty("steps").EnumerateArray().Last().GetProperty("capacity").GetProperty("value").GetDouble();
        }
    }

    [Fact]
    public void Light_on_another_cell_is_refused()
    {
        Assert.Equal(2, _run.Do("run", "vcl3-halide", "--protocol", "Illuminate at 1 mW/cm2 for 1 h"));
        Assert.Contains("needs a photocathode", _run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", _run.Error, StringComparison.Ordinal);
    }

    private static double Value(JsonElement of, string name) => of.GetProperty(name).GetProperty("value").GetDouble();
}
