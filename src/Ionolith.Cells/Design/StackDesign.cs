using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Design;

/// <summary>A real stack: what it weighs, how large it is, what it delivers.</summary>
/// <remarks>
/// Energy and power are those of simulated discharges of one cell, times the number of cells and the area of the electrodes; the cells are
/// alike here (<see cref="SeriesStackSimulation"/> runs cells that are not). Nothing is typed in.
/// </remarks>
public sealed record StackDesign
{
    /// <summary>The cell as described.</summary>
    public required CellDescription Cell { get; init; }

    /// <summary>How the stack is built.</summary>
    public required StackConstruction Construction { get; init; }

    /// <summary>At what rates it was judged.</summary>
    public required DesignOptions Options { get; init; }

    /// <summary>Mass and volume of the parts.</summary>
    public required StackInventory Inventory { get; init; }

    /// <summary>The discharge that gives the energy.</summary>
    public required AreaDischarge Discharge { get; init; }

    /// <summary>Power of one cell through the pulse, W/m2; NaN where it was not asked for.</summary>
    public required double PulsePower { get; init; }

    /// <summary>Discharges at the rates of the Ragone curve as energy and mean power of the stack; empty where not asked for.</summary>
    public IReadOnlyList<RagonePoint> Ragone { get; init; } = [];

    /// <summary>One repeat unit without packaging, of the electrodes' area.</summary>
    public StackFigures CellLevel => Figures(1, Inventory.UnitMass * Construction.Area, Inventory.UnitThickness * Construction.Area);

    /// <summary>The whole stack.</summary>
    public StackFigures StackLevel => Figures(Construction.Cells, Inventory.Mass, Inventory.Volume);

    /// <summary>The whole stack's energy and power over its active materials alone, as papers on materials often give them.</summary>
    public StackFigures ActiveLevel => Figures(
        Construction.Cells,
        Inventory.Parts.Where(p => p.Kind == PartKind.Active).Sum(p => p.Mass),
        Inventory.Parts.Where(p => p.Kind == PartKind.Active).Sum(p => p.Volume));

    /// <summary>Highest mean power along the Ragone curve over the mass of the stack, W/kg; NaN without curve.</summary>
    public double RagonePower => Ragone.Count > 0 ? Ragone.Max(p => p.SpecificPower) : double.NaN;

    /// <summary>Open terminals' voltage in cells: their number in a bipolar stack, one in a conventional one.</summary>
    public int CellsInSeries => Construction.Arrangement == StackArrangement.Bipolar ? Construction.Cells : 1;

    /// <summary>Weighs a stack and simulates what it delivers.</summary>
    /// <param name="cell">The cell, valid.</param>
    /// <param name="construction">How the stack is built.</param>
    /// <param name="options">Rates; null: the defaults.</param>
    /// <param name="cache">Compiled properties shared with other designs; null: none.</param>
    /// <param name="cancellation">Stops the simulations.</param>
    /// <returns>The design.</returns>
    /// <exception cref="ArgumentException">A material has no density; the message names all of them.</exception>
    public static StackDesign Of(
        CellDescription cell, StackConstruction construction, DesignOptions? options = null, PropertyCache? cache = null, CancellationToken cancellation = default)
    {
        DesignOptions chosen = options ?? new DesignOptions();
        (StackDesign design, DesignRuns runs) = EnergyOnly(cell, construction, chosen, cache, cancellation);
        double half = design.Discharge.Capacity * (1 - chosen.PulseStateOfCharge);
        double pulse = runs.PulsePower(half, chosen.PulseDuration, cancellation);
        StackInventory inventory = design.Inventory;
        double perMass = construction.Cells * construction.Area / inventory.Mass, perVolume = construction.Cells * construction.Area / inventory.Volume;
        IReadOnlyList<AreaDischarge> discharges = runs.Discharges(chosen.RagoneRates, chosen.Threads, cancellation);
        return design with
        {
            PulsePower = pulse,
            Ragone = [.. discharges.Where(d => d.Energy > 0).Select(d => new RagonePoint(d, d.Energy * perMass, d.MeanPower * perMass, d.Energy * perVolume))],
        };
    }

    /// <summary>Weighs a stack and simulates only the discharge that gives its energy.</summary>
    /// <param name="cell">The cell, valid.</param>
    /// <param name="construction">How the stack is built.</param>
    /// <param name="options">Rates; null: the defaults.</param>
    /// <param name="cache">Compiled properties shared with other designs; null: none.</param>
    /// <param name="cancellation">Stops the simulation.</param>
    /// <returns>The design without power.</returns>
    /// <exception cref="ArgumentException">A material has no density; the message names all of them.</exception>
    public static StackDesign OfEnergy(
        CellDescription cell, StackConstruction construction, DesignOptions? options = null, PropertyCache? cache = null, CancellationToken cancellation = default) =>
        EnergyOnly(cell, construction, options ?? new DesignOptions(), cache, cancellation).Design;

    private static (StackDesign Design, DesignRuns Runs) EnergyOnly(
        CellDescription cell, StackConstruction construction, DesignOptions options, PropertyCache? cache, CancellationToken cancellation)
    {
        if (StackInventory.UnknownDensities(cell, construction) is { Count: > 0 } unknown)
        {
            throw new ArgumentException(
                $"A stack cannot be weighed without the densities of {string.Join(", ", unknown.Select(u => $"{u.Material} ({u.Path})"))}.", nameof(cell));
        }

        DesignRuns runs = new(cell, cache);
        StackDesign design = new()
        {
            Cell = cell,
            Construction = construction,
            Options = options,
            Inventory = StackInventory.Of(cell, construction, PlatedThickness(cell, runs.ChargeMoved)),
            Discharge = runs.Discharge(options.Rate, cancellation),
            PulsePower = double.NaN,
        };
        return (design, runs);
    }

    private static double PlatedThickness(CellDescription cell, double charge) =>
        cell.Layers.FirstOrDefault(l => l is LithiumMetal or PorousElectrode) is LithiumMetal metal
            ? charge * metal.MolarVolume / Materials.PhysicalConstants.Faraday
            : 0;

    private StackFigures Figures(int cells, double mass, double volume) => new(
        Discharge.Energy * Construction.Area * cells, mass, volume, PulsePower * Construction.Area * cells);
}
