using Ionolith.Cells.Stack;
using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Design;

/// <summary>How the cells of a stack are joined.</summary>
public enum StackArrangement
{
    /// <summary>In parallel: electrodes on both sides of each collector, which neighbouring cells share.</summary>
    Conventional,

    /// <summary>In series: one foil between neighbouring cells, negative electrode on one side and positive on the other.</summary>
    Bipolar,
}

/// <summary>What a real stack has beside the layers of one cell: collectors, tabs, seals, casing, and how many cells.</summary>
/// <remarks>Immutable, in SI units. A file states it under <c>stack:</c>; what it leaves out is assumed, and <see cref="Values"/> says so.</remarks>
public sealed record StackConstruction
{
    /// <summary>Number of cells, each with one negative and one positive electrode layer; at least one.</summary>
    public required int Cells { get; init; }

    /// <summary>How they are joined.</summary>
    public required StackArrangement Arrangement { get; init; }

    /// <summary>Width of the electrodes, m.</summary>
    public required double Width { get; init; }

    /// <summary>Height of the electrodes, m.</summary>
    public required double Height { get; init; }

    /// <summary>Collector of the negative electrodes.</summary>
    public required Foil NegativeCollector { get; init; }

    /// <summary>Collector of the positive electrodes.</summary>
    public required Foil PositiveCollector { get; init; }

    /// <summary>Foil between two cells of a bipolar stack.</summary>
    public required Foil BipolarCollector { get; init; }

    /// <summary>Mass of tabs and uncoated edges over the mass of the collectors that carry the current out, 1.</summary>
    public required double TabShare { get; init; }

    /// <summary>Seal around each cell of a bipolar stack; a conventional stack has none.</summary>
    public required EdgeSeal Seal { get; init; }

    /// <summary>What encloses the stack.</summary>
    public required Casing Casing { get; init; }

    /// <summary>How much the cells of a bipolar stack differ.</summary>
    public required CellSpread Spread { get; init; }

    /// <summary>Every value as written, with its source, those that were assumed for want of one included.</summary>
    public IReadOnlyList<SourcedValue> Values { get; init; } = [];

    /// <summary>Area of one electrode layer, m2.</summary>
    public double Area => Width * Height;
}

/// <summary>A collector: one foil, or several that are clad.</summary>
/// <param name="Sheets">Its sheets; at least one.</param>
public sealed record Foil(IReadOnlyList<FoilSheet> Sheets)
{
    /// <summary>Thickness, m.</summary>
    public double Thickness => Sheets.Sum(s => s.Thickness);

    /// <summary>Mass per area, kg/m2.</summary>
    public double ArealMass => Sheets.Sum(s => s.Thickness * s.Material.Density * (1 - s.Porosity));

    /// <summary>Open volume per area, m: room for plated lithium.</summary>
    public double Pores => Sheets.Sum(s => s.Thickness * s.Porosity);

    /// <summary>Names of the sheets.</summary>
    public string Name => string.Join(" | ", Sheets.Select(s => s.Material.Name));
}

/// <summary>One sheet of a collector.</summary>
/// <param name="Material">The material; its density is that of the solid.</param>
/// <param name="Thickness">Thickness, m.</param>
/// <param name="Porosity">Share of its volume that is open, as in a mesh or carbon paper, 1.</param>
public sealed record FoilSheet(InertMaterial Material, double Thickness, double Porosity = 0);

/// <summary>Frame of polymer around a cell of a bipolar stack, as thick as the cell; it keeps neighbours from sharing ions.</summary>
/// <param name="Width">Width beside the electrodes, m.</param>
/// <param name="Density">Density, kg/m3.</param>
public sealed record EdgeSeal(double Width, double Density);

/// <summary>A pouch around the stack.</summary>
/// <param name="Thickness">Thickness of its foil, m.</param>
/// <param name="Density">Density of its foil, kg/m3.</param>
/// <param name="Margin">Width of its seams beside the electrodes, m.</param>
public sealed record Casing(double Thickness, double Density, double Margin);

/// <summary>How much the cells of a series stack differ from each other.</summary>
/// <param name="Capacity">Relative standard deviation of the electrodes' loading, 1; up to <see cref="Most"/>.</param>
/// <param name="Resistance">Relative standard deviation of separator thickness and contact resistance, 1; up to <see cref="Most"/>.</param>
/// <param name="Seed">Seed of the random numbers; zero or positive.</param>
public sealed record CellSpread(double Capacity, double Resistance, int Seed)
{
    /// <summary>Largest deviation of loading and resistance, 1: cells are drawn up to three deviations from the mean, where a tenth of a thickness is left.</summary>
    public const double Most = 0.3;

    /// <summary>Relative standard deviation of the conductance of the leak beside the electrolyte, 1; it never turns negative.</summary>
    public double Leak { get; init; }
}
