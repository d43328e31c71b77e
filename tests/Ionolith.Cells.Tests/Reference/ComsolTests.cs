using System.Globalization;
using Ionolith.Cells.Model;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Ionolith.Cells.Tests.Reference;

/// <summary>The liquid cell against solutions of COMSOL Multiphysics (Data/README.md).</summary>
public sealed class ComsolTests(ITestOutputHelper output)
{
    private const double Cutoff = 3.105;

    private static readonly MeshOptions Mesh = new() { ElectrodeVolumes = 40, SeparatorVolumes = 20, Shells = 30, ShellGrading = 1.1 };

    // 4 mV to the cut-off: there the voltage falls by 1 mV in a second or two, and COMSOL's own tolerance shows.
    [Theory]
    [InlineData("01C", 2.4, 0.5e-3)]
    [InlineData("1C", 24, 0.5e-3)]
    [InlineData("2C", 48, 1e-3)]
    public void Voltage_agrees(string rate, double current, double bound)
    {
        ReferenceTable table = ReferenceTable.Read("Comsol", $"voltage_{rate}.csv");
        double[][] rows = [.. table.Rows.Where(r => r[1] >= Cutoff)];
        double end = rows[^1][0];
        ModelRun run = new ModelRun(ReferenceCells.Marquis(Mesh), 1e-6, 1e-8).Discharge(current);
        double middle = 0, last = 0;
        foreach (double[] row in rows)
        {
            Assert.True(run.To(row[0]), $"The model stopped before {row[0]} s.");
            double error = Math.Abs(run.Voltage - row[1]), share = row[0] / end;
            middle = share is >= 0.01 and <= 0.9 ? Math.Max(middle, error) : middle;
            last = share >= 0.01 ? Math.Max(last, error) : last;
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate}: {middle * 1e3:0.000} mV from 1 to 90 %, {last * 1e3:0.000} mV to {end:0} s"));
        Tolerance.Below(bound, middle, "largest deviation from 1 % to 90 % of the discharge, V");
        Tolerance.Below(4e-3, last, "largest deviation to the cut-off, V");
    }

    [Theory]
    [InlineData("1C", 24)]
    [InlineData("2C", 48)]
    public void Fields_agree_to_one_per_cent_of_their_range(string rate, double current)
    {
        ReferenceTable voltage = ReferenceTable.Read("Comsol", $"voltage_{rate}.csv");
        double end = voltage.Rows.Last(r => r[1] >= Cutoff)[0];
        string[] names = ["c_e", "phi_e", "c_n_surf", "c_p_surf"];
        ReferenceTable[] tables = [.. names.Select(n => ReferenceTable.Read("Comsol", $"{n}_{rate}.csv"))];
        double[] worst = new double[4], high = [-1e99, -1e99, -1e99, -1e99], low = [1e99, 1e99, 1e99, 1e99];
        ModelRun run = new ModelRun(ReferenceCells.Marquis(Mesh), 1e-6, 1e-8).Discharge(current);
        Observation seen = new(run.Model.Parts.Grid.Nodes);
        for (int row = 0; row < tables[0].Rows.Length && tables[0].Rows[row][0] <= end; row++)
        {
            Assert.True(run.To(tables[0].Rows[row][0]));
            run.Model.Observe(run.State, seen);
            for (int field = 0; field < 4; field++)
            {
                double[] x = tables[field].Positions, expected = tables[field].Rows[row][1..];
                double[] actual = [.. x.Select(at => At(field, at))];

                // The potential has no zero of its own: both are taken relative to the middle of the separator.
                int common = Array.FindIndex(x, at => at > 1.12e-4);
                (double shift, double expectedShift) = field == 1 ? (actual[common], expected[common]) : (0, 0);
                for (int i = 0; i < x.Length; i++)
                {
                    double e = expected[i] - expectedShift;
                    worst[field] = Math.Max(worst[field], Math.Abs(actual[i] - shift - e));
                    (high[field], low[field]) = (Math.Max(high[field], e), Math.Min(low[field], e));
                }
            }
        }

        for (int field = 0; field < 4; field++)
        {
            double share = worst[field] / (high[field] - low[field]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rate} {names[field]}: {share:0.00000} of the range {low[field]:G5} to {high[field]:G5}"));
            Tolerance.Below(0.01, share, $"{names[field]}, largest deviation over range");
        }

        // Value at a position of the layer it lies in: fields have corners between the layers.
        double At(int field, double at)
        {
            TransportGrid grid = run.Model.Parts.Grid;
            int n = Mesh.ElectrodeVolumes, s = Mesh.SeparatorVolumes;
            (int first, int count) = at <= 1e-4 ? (0, n) : at < 1.25e-4 ? (n, s) : (n + s, n);
            double[] centres = new double[count];
            double left = first == 0 ? 0 : first == n ? 1e-4 : 1.25e-4;
            for (int m = 0; m < count; m++)
            {
                centres[m] = left + ((m + 0.5) * grid.Width[first]);
            }

            (double[] row, int start, double scale) = field switch
            {
                0 => (run.State, run.Model.Parts.Layout.Concentration + first, 1),
                1 => (seen.IonicPotential, first, 1),
                2 => (run.Model.Parts.Electrodes[0].Populations[0].Diffusion.Surface, 0, 24983.2619938437),
                _ => (run.Model.Parts.Electrodes[1].Populations[0].Diffusion.Surface, 0, 51217.9257309275),
            };
            return scale * ReferenceTable.Interpolate(centres, row.AsSpan(start, count), at);
        }
    }
}
