using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Cells.Tests.Model;

public sealed class ElectrolyteLimitTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public void A_binary_salt_whose_anions_do_not_carry_current_is_a_single_ion_conductor(double current)
    {
        MeshOptions mesh = new() { ElectrodeVolumes = 6, SeparatorVolumes = 4, Shells = 5 };
        CellDescription single = ReferenceCells.SingleIon(mesh);
        CellDescription binary = single with
        {
            Layers = [.. single.Layers.Select(layer => layer switch
            {
                ElectrolyteLayer e => e with { Electrolyte = SimpleCells.Salt(0.01, 1e-10, 1) },
                PorousElectrode p => p with { Electrolyte = SimpleCells.Salt(0.01, 1e-10, 1) },
                _ => layer,
            })],
        };
        double[] times = [1, 10, 60, 200];
        ModelRun a = new ModelRun(single, 1e-10, 1e-13).Discharge(current), b = new ModelRun(binary, 1e-10, 1e-13).Discharge(current);
        Tolerance.Scaled(a.Voltage, b.Voltage, 1, 1e-12, "voltage at once, V");
        double[] va = a.Voltages(times), vb = b.Voltages(times);
        for (int i = 0; i < times.Length; i++)
        {
            Tolerance.Scaled(va[i], vb[i], 1, 1e-9, $"voltage at {times[i]} s, V");
        }

        for (int m = 0; m < b.Model.Parts.Grid.Nodes; m++)
        {
            Tolerance.Relative(1000, b.Concentration(m), 1e-12, "concentration");
        }
    }

    [Fact]
    public void A_salt_whose_anions_do_carry_current_is_not()
    {
        // The negative control of the test above: at t+ = 0.5 the voltage must differ.
        MeshOptions mesh = new() { ElectrodeVolumes = 6, SeparatorVolumes = 4, Shells = 5 };
        CellDescription single = ReferenceCells.SingleIon(mesh);
        CellDescription binary = single with
        {
            Layers = [.. single.Layers.Select(layer => layer switch
            {
                ElectrolyteLayer e => e with { Electrolyte = SimpleCells.Salt(0.01, 1e-10, 0.5) },
                PorousElectrode p => p with { Electrolyte = SimpleCells.Salt(0.01, 1e-10, 0.5) },
                _ => layer,
            })],
        };
        double va = new ModelRun(single).Discharge(20).Voltages(60)[0], vb = new ModelRun(binary).Discharge(20).Voltages(60)[0];
        Assert.True(va - vb > 1e-3, $"{va} against {vb}");
    }
}
