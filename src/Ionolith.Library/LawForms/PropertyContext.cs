using Ionolith.Materials.Quantities;

namespace Ionolith.Library.LawForms;

/// <summary>Which property a function is: what its constituents must be, too.</summary>
/// <param name="Name">Key of the property in a material's file: "conductivity". It is what "of" takes from another material.</param>
/// <param name="Kind">Kind of its values.</param>
/// <param name="Variable">Composition variable: "x" or "c".</param>
internal sealed record PropertyContext(string Name, QuantityKind Kind, string Variable)
{
    /// <summary>Binding energy of the material whose property it is, J/mol; NaN where it has none.</summary>
    public double BindingEnergy { get; init; } = double.NaN;

    /// <summary>The property of a law's constituent.</summary>
    public PropertyContext Of(LawKey key) =>
        new(key.Property.Length > 0 ? key.Property : Name, key.Kind ?? Kind, Variable);
}
