using Ionolith.Cells.Ageing;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials.Laws;

namespace Ionolith.Cells.Tests.Ageing.Lithium;

/// <summary>Cells that are built without lithium at the negative electrode: 1 m2, all lithium in the cathode.</summary>
internal static class AnodeFreeCells
{
    /// <summary>Charge of the cathode over its whole range, C/m2.</summary>
    public const double CathodeCharge = 0.5 * 50_000 * 1e-4 * LithiumCells.Faraday;

    /// <summary>Charge that the pores of a share of 0.5 hold, C/m2.</summary>
    public const double PoreCharge = 0.5 * 76_900 * 1e-4 * LithiumCells.Faraday;

    /// <summary>Pores in a conducting host | conductor | cathode of 4 V - x from x = 0.9.</summary>
    public static CellDescription Pores(double share, params AgeingMechanism[] ageing)
    {
        CellDescription cell = Cathode();
        PorousElectrode cathode = (PorousElectrode)cell.Layers[2];
        ActivePhase lithium = ReferenceCells.Phase(
            "lithium in pores", share, 5e-6, 76_900, new ExpressionFunction("0.002*(0.5 - x) + 0.8*exp(-400*x) - 0.5*exp(-200*(1 - x))", "x"), 1e-10, 0.002, ReferenceCells.Constant(100));
        PorousElectrode host = cathode with { Name = "host", ActivePhases = [lithium with { Ageing = ageing }], ElectronicConductivity = new ConstantFunction(1000) };
        return cell with { Layers = [host, cell.Layers[1], cathode] };
    }

    /// <summary>Bare collector | conductor | the same cathode.</summary>
    public static CellDescription Collector(params AgeingMechanism[] ageing)
    {
        CellDescription cell = Cathode();
        return cell with { Layers = [((LithiumMetal)cell.Layers[0]) with { Name = "collector", Thickness = 0, Ageing = ageing }, cell.Layers[1], cell.Layers[2]] };
    }

    private static CellDescription Cathode() => SimpleCells.Composite(
        FormulaFunction.Polynomial(4, -1), 10, 1e-13, new() { ElectrodeVolumes = 4, Shells = 4 }, ionic: 1, electronic: 10, x: 0.9);
}
