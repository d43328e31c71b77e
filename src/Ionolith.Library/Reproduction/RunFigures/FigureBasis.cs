using Ionolith.Cells.Stack;
using Ionolith.Library.Reproduction.Measurements;

namespace Ionolith.Library.Reproduction.RunFigures;

/// <summary>What a figure is related to.</summary>
/// <param name="PerActiveMass">Whether it is per mass of active material; otherwise per geometric area.</param>
/// <param name="Electrode">Electrode whose active material counts; empty: the positive one.</param>
/// <param name="Host">Active material that is asked for; empty: all of the electrode.</param>
internal sealed record FigureBasis(bool PerActiveMass, string Electrode, string Host)
{
    public override string ToString() => PerActiveMass ? $" per active mass{(Electrode.Length > 0 ? $" of the {Electrode}" : "")}" : "";

    /// <summary>An amount of the whole cell, related: per m2 or per kg of active material.</summary>
    public double Related(double amount, CellDescription cell) => amount / cell.Area / (PerActiveMass ? ActiveLoading(cell) : 1);

    /// <summary>The electrode that counts.</summary>
    /// <exception cref="MeasurementException">The cell has no such porous electrode.</exception>
    public PorousElectrode ElectrodeOf(CellDescription cell) =>
        cell.Layers.OfType<PorousElectrode>().LastOrDefault(e => Electrode.Length == 0 || string.Equals(e.Name, Electrode, StringComparison.Ordinal))
        ?? throw new MeasurementException(Electrode.Length == 0
            ? $"{cell.Id} has no electrode of particles"
            : $"{cell.Id} has no electrode of particles called {Electrode}; its layers are {string.Join(", ", cell.Layers.Select(l => l.Name))}");

    private double ActiveLoading(CellDescription cell)
    {
        var electrode = ElectrodeOf(cell);
        double loading = ElectrodeLoading.Of(electrode);
        return loading > 0 ? loading : throw new MeasurementException($"the active mass of the {electrode.Name} of {cell.Id} is unknown: a density is missing");
    }
}
