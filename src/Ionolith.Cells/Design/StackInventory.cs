using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Design;

/// <summary>Mass and volume of every part of a stack; the stack is the sum of its parts.</summary>
/// <remarks>
/// A conventional stack of N cells has N + 1 collectors, each coated on both sides but the outer ones; a bipolar one N - 1 foils between
/// the cells and one collector at each end. Masses are as built: lithium excess counts as it is. Volumes are those of the charged cell, in which
/// lithium metal is thickest; plated lithium fills the pores of its collector first. The casing is a box around electrodes, margin and
/// foil; what it holds beside the parts counts as its volume. Tabs lie outside the box.
/// </remarks>
public sealed record StackInventory
{
    private StackInventory(IReadOnlyList<StackPart> parts) => Parts = parts;

    /// <summary>The parts, from the negative to the positive terminal, then collectors and packaging.</summary>
    public IReadOnlyList<StackPart> Parts { get; }

    /// <summary>Mass of the stack, kg.</summary>
    public double Mass => Parts.Sum(p => p.Mass);

    /// <summary>Volume of the stack, m3.</summary>
    public double Volume => Parts.Sum(p => p.Volume);

    /// <summary>Mass of one repeat unit without packaging per area, kg/m2.</summary>
    public double UnitMass => Parts.Sum(p => p.UnitMass);

    /// <summary>Thickness of one repeat unit when charged, m.</summary>
    public double UnitThickness => Parts.Sum(p => p.UnitThickness);

    /// <summary>Counts a stack.</summary>
    /// <param name="cell">One of its cells, as built; collectors among its layers are replaced by those of the construction.</param>
    /// <param name="construction">How the stack is built.</param>
    /// <param name="platedLithium">What charging adds to the thickness of lithium metal, m; zero where there is none.</param>
    /// <returns>The inventory; masses are NaN where a density is unknown (<see cref="UnknownDensities"/> tells which).</returns>
    public static StackInventory Of(CellDescription cell, StackConstruction construction, double platedLithium)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(construction);
        List<StackPart> parts = [];
        double area = construction.Area * construction.Cells;
        void AddUnit(string name, PartKind kind, double thickness, double density)
        {
            if (thickness != 0)
            {
                double mass = kind == PartKind.Void ? 0 : thickness * density;
                parts.Add(new(name, kind, thickness, mass, thickness * area, mass * area));
            }
        }

        foreach (Layer layer in cell.Layers)
        {
            switch (layer)
            {
                case LithiumMetal lithium:
                    AddLithium(parts, lithium, construction, platedLithium);
                    break;
                case ElectrolyteLayer electrolyte:
                    bool mixed = electrolyte.VolumeFraction < 1;
                    AddUnit(
                        mixed ? $"{layer.Name}: {electrolyte.Electrolyte.Name}" : layer.Name, PartKind.Electrolyte,
                        layer.Thickness * electrolyte.VolumeFraction, electrolyte.Electrolyte.Density);
                    AddUnit(
                        $"{layer.Name}: {electrolyte.Frame?.Name ?? "void"}", electrolyte.Frame is null ? PartKind.Void : PartKind.Inert,
                        layer.Thickness * (1 - electrolyte.VolumeFraction), electrolyte.Frame?.Density ?? 0);
                    break;
                case PorousElectrode electrode:
                    foreach ((string name, PartKind kind, double fraction, double density) in Constituents(electrode))
                    {
                        AddUnit($"{layer.Name}: {name}", kind, layer.Thickness * fraction, density);
                    }

                    break;
            }
        }

        AddCollectors(parts, construction);
        AddPackaging(parts, construction);
        return new(parts);
    }

    /// <summary>Materials of a stack whose density is not known and without which it cannot be weighed.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="construction">The construction.</param>
    /// <returns>Path of each missing density in the cell file, and the material's name.</returns>
    public static IReadOnlyList<(string Path, string Material)> UnknownDensities(CellDescription cell, StackConstruction construction)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(construction);
        List<(string Path, string Material, double Density)> all = [];
        foreach (Layer layer in cell.Layers)
        {
            if (layer is ElectrolyteLayer electrolyte)
            {
                all.Add(($"{layer.Name}.density", electrolyte.Electrolyte.Name, electrolyte.Electrolyte.Density));
                if (electrolyte.Frame is { } frame && electrolyte.VolumeFraction < 1)
                {
                    all.Add(($"{layer.Name}.frame.density", frame.Name, frame.Density));
                }
            }
            else if (layer is PorousElectrode electrode)
            {
                all.Add(($"{layer.Name}.electrolyte.density", electrode.Electrolyte.Name, electrode.Electrolyte.Density));
                all.AddRange(electrode.ActivePhases.Select(p => ($"{layer.Name}.active.{p.Material.Id}.density", p.Material.Name, p.Material.Density)));
                all.AddRange(electrode.InertPhases.Select(p => ($"{layer.Name}.inert.{p.Material.Id}.density", p.Material.Name, p.Material.Density)));
            }
        }

        (string, Foil)[] foils =
        [
            ("negative-collector", construction.NegativeCollector), ("positive-collector", construction.PositiveCollector),
            ("bipolar-collector", construction.BipolarCollector),
        ];
        all.AddRange(foils.SelectMany(f => f.Item2.Sheets.Select(s => ($"stack.{f.Item1}.density", s.Material.Name, s.Material.Density))));
        return [.. all.Where(d => !(d.Density > 0)).Select(d => (d.Path, d.Material))];
    }

    private static IEnumerable<(string Name, PartKind Kind, double Fraction, double Density)> Constituents(PorousElectrode electrode)
    {
        double rest = 1 - electrode.ElectrolyteFraction;
        foreach (ActivePhase phase in electrode.ActivePhases)
        {
            rest -= phase.VolumeFraction;
            yield return (phase.Material.Name, PartKind.Active, phase.VolumeFraction, phase.Material.Density);
        }

        yield return (electrode.Electrolyte.Name, PartKind.Electrolyte, electrode.ElectrolyteFraction, electrode.Electrolyte.Density);
        foreach (InertPhase phase in electrode.InertPhases)
        {
            rest -= phase.VolumeFraction;
            yield return (phase.Material.Name, PartKind.Inert, phase.VolumeFraction, phase.Material.Density);
        }

        // What round-off leaves of a full electrode is no void.
        yield return ("void", PartKind.Void, rest > 1e-9 ? rest : 0, 0);
    }

    private static void AddLithium(List<StackPart> parts, LithiumMetal lithium, StackConstruction construction, double plated)
    {
        double pores = construction.Arrangement == StackArrangement.Bipolar
            ? construction.BipolarCollector.Pores
            : construction.NegativeCollector.Pores * NegativeCount(construction) / construction.Cells;
        double charged = Math.Max(0, lithium.Thickness + plated - pores);
        double area = construction.Area * construction.Cells, mass = lithium.Thickness * lithium.Density;
        parts.Add(new(lithium.Name, PartKind.Active, charged, mass, charged * area, mass * area));
    }

    private static int NegativeCount(StackConstruction construction) => (construction.Cells / 2) + 1;

    private static int PositiveCount(StackConstruction construction) => (construction.Cells + 1) / 2;

    private static void AddCollectors(List<StackPart> parts, StackConstruction construction)
    {
        void Add(string name, Foil foil, int count, double perUnit)
        {
            if (count > 0 || perUnit > 0)
            {
                parts.Add(new(
                    $"{name}: {foil.Name}", PartKind.Collector, foil.Thickness * perUnit, foil.ArealMass * perUnit,
                    foil.Thickness * construction.Area * count, foil.ArealMass * construction.Area * count));
            }
        }

        double outward;
        if (construction.Arrangement == StackArrangement.Bipolar)
        {
            Add("negative end plate", construction.NegativeCollector, 1, 0);
            Add("bipolar collector", construction.BipolarCollector, construction.Cells - 1, 1);
            Add("positive end plate", construction.PositiveCollector, 1, 0);
            outward = construction.NegativeCollector.ArealMass + construction.PositiveCollector.ArealMass;
        }
        else
        {
            Add("negative collector", construction.NegativeCollector, NegativeCount(construction), 0.5);
            Add("positive collector", construction.PositiveCollector, PositiveCount(construction), 0.5);
            outward = (construction.NegativeCollector.ArealMass * NegativeCount(construction))
                + (construction.PositiveCollector.ArealMass * PositiveCount(construction));
        }

        parts.Add(new("tabs", PartKind.Packaging, 0, 0, 0, construction.TabShare * outward * construction.Area));
    }

    private static void AddPackaging(List<StackPart> parts, StackConstruction construction)
    {
        (double w, double h) = (construction.Width, construction.Height);
        double thickness = parts.Sum(p => p.Volume) / construction.Area, seal = 0;
        if (construction.Arrangement == StackArrangement.Bipolar)
        {
            seal = construction.Seal.Width;
            double volume = (((w + (2 * seal)) * (h + (2 * seal))) - (w * h)) * thickness;
            parts.Add(new("edge seals", PartKind.Packaging, 0, 0, volume, volume * construction.Seal.Density));
        }

        Casing casing = construction.Casing;
        double margin = seal + casing.Margin;
        double outer = (w + (2 * margin)) * (h + (2 * margin)), sides = 2 * thickness * (w + h + (4 * seal));
        double foil = ((2 * outer) + sides) * casing.Thickness;
        double box = outer * (thickness + (2 * casing.Thickness));
        parts.Add(new("casing", PartKind.Packaging, 0, 0, box - parts.Sum(p => p.Volume), foil * casing.Density));
    }
}
