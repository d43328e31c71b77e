using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Design;

/// <summary>One value of a cell or its stack on which its figures hang.</summary>
/// <param name="Path">Where it stands in the cell file ("cathode.active-loading").</param>
/// <param name="Text">The value as written.</param>
/// <param name="Role">Whether it is given, fitted or assumed.</param>
/// <param name="Range">Range in which it could lie, as written; may be empty.</param>
/// <param name="Scaled">The design with the value times a factor; null where that makes no cell.</param>
public sealed record DesignParameter(string Path, string Text, ValueRole Role, string Range, Func<double, DesignVariant?> Scaled)
{
    /// <summary>Whether a designer can choose the value; a density is that of its material.</summary>
    public bool IsChoice => !Path.EndsWith(".density", StringComparison.Ordinal);
}

/// <summary>A cell and its stack with one value changed.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Construction">How the stack is built.</param>
/// <param name="Text">The changed value with its unit.</param>
public sealed record DesignVariant(CellDescription Cell, StackConstruction Construction, string Text);
