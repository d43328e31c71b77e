namespace Ionolith.Cells.Design;

/// <summary>What a part of a stack is for.</summary>
public enum PartKind
{
    /// <summary>Stores lithium: active particles, lithium metal.</summary>
    Active,

    /// <summary>Conducts ions: catholyte, separator.</summary>
    Electrolyte,

    /// <summary>Carbon, binder, filler, the frame of a separator.</summary>
    Inert,

    /// <summary>Nothing: pores without electrolyte.</summary>
    Void,

    /// <summary>Current collectors.</summary>
    Collector,

    /// <summary>Tabs, seals and casing.</summary>
    Packaging,
}

/// <summary>One constituent of a stack with its mass and volume.</summary>
/// <param name="Name">Name: the layer, and what of it ("cathode: LiFePO4").</param>
/// <param name="Kind">What it is for.</param>
/// <param name="UnitThickness">Volume in one repeat unit per area, m; zero for what no single unit has.</param>
/// <param name="UnitMass">Mass in one repeat unit per area, kg/m2.</param>
/// <param name="Volume">Volume in the whole stack, m3.</param>
/// <param name="Mass">Mass in the whole stack, kg.</param>
public sealed record StackPart(string Name, PartKind Kind, double UnitThickness, double UnitMass, double Volume, double Mass);
