using Ionolith.Reports.Files;
using Xunit;

namespace Ionolith.Reports.Tests.Files;

public class SeriesCsvTests
{
    private static (string[] Header, double[][] Rows) Read(RunRecord run)
    {
        using var writer = new StringWriter();
        SeriesCsv.Write(writer, run.Result.Series);
        var lines = writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (lines[0].Split(','), [.. lines.Skip(1).Select(l => l.Split(',').Select(c => c.Length == 0 ? double.NaN : double.Parse(c, null)).ToArray())]);
    }

    [Fact]
    public void Columns_have_the_labels_of_the_format_and_every_row_is_as_long_as_the_header()
    {
        var (header, rows) = Read(SampleRun.Discharge());
        Assert.Equal("Test Time / s|Voltage / V|Current / A|Cycle Count / 1|Step Count / 1", string.Join('|', header[..5]));
        Assert.All(rows, r => Assert.Equal(header.Length, r.Length));
        Assert.Equal(SampleRun.Discharge().Result.Series.Count, rows.Length);
    }

    [Fact]
    public void Positive_current_charges_as_the_format_says()
    {
        var (header, rows) = Read(SampleRun.Discharge());
        Assert.Equal(-SampleRun.Discharge().Result.Series.Current[0], rows[0][Array.IndexOf(header, "Current / A")], 1e-12);
        Assert.True(rows[0][Array.IndexOf(header, "Power / W")] < 0);
    }

    [Fact]
    public void Net_is_charging_minus_discharging_and_both_only_grow()
    {
        var (header, rows) = Read(SampleRun.Cycling(3));
        foreach (var quantity in (string[])["Capacity / Ah", "Energy / Wh"])
        {
            var (charge, discharge, net) = (Array.IndexOf(header, "Charging " + quantity), Array.IndexOf(header, "Discharging " + quantity), Array.IndexOf(header, "Net " + quantity));
            Assert.All(rows, r => Assert.Equal(r[net], r[charge] - r[discharge], 1e-9));
            Assert.All(rows.Zip(rows.Skip(1)), p => Assert.True(p.Second[charge] >= p.First[charge] && p.Second[discharge] >= p.First[discharge]));
        }

        var result = SampleRun.Cycling(3).Result;
        Assert.Equal(result.Cycles.Sum(c => c.Discharge) / 3600, rows[^1][Array.IndexOf(header, "Discharging Capacity / Ah")], 1e-9);
        Assert.Equal(result.Cycles.Sum(c => c.Charge) / 3600, rows[^1][Array.IndexOf(header, "Charging Capacity / Ah")], 1e-9);
    }

    [Fact]
    public void A_number_that_does_not_exist_is_an_empty_cell() =>
        Assert.All(Read(SampleRun.Discharge()).Rows, r => Assert.True(double.IsNaN(r[^1])));

    [Fact]
    public void Losses_add_up_to_open_circuit_minus_terminal_voltage()
    {
        using var writer = new StringWriter();
        var result = SampleRun.Discharge().Result;
        SeriesCsv.WriteLosses(writer, result.Series, result.Losses!);
        var lines = writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Test Time / s,Voltage / V,Open Circuit Voltage / V,kinetics: lithium / V,", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"electrolyte, ohmic: separator / V\"", lines[0], StringComparison.Ordinal);
        foreach (var line in lines.Skip(1))
        {
            var cells = line.Split(',').Select(c => double.Parse(c, null)).ToArray();
            Assert.Equal(cells[2] - cells[1], cells.Skip(3).Sum(), 1e-9);
        }
    }
}
