using System.Text;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.MaterialProperties;

/// <summary>Where a property is taken.</summary>
/// <param name="Temperature">Temperature, K.</param>
/// <param name="Concentration">Salt concentration, mol/m3; null: the initial one of the electrolyte.</param>
/// <param name="Stoichiometry">Stoichiometry of an active material, 1; null: none is stated.</param>
internal sealed record PropertyConditions(double Temperature, double? Concentration, double? Stoichiometry)
{
    /// <summary>Where no temperature is stated, K.</summary>
    public const double RoomTemperature = 298.15;

    /// <summary>" at 30 degC and 1 mol/L".</summary>
    public override string ToString()
    {
        var text = new StringBuilder(" at ").Append(QuantityFormat.ToText(Temperature, QuantityKinds.Temperature));
        if (Concentration is { } c)
        {
            text.Append(" and ").Append(QuantityFormat.ToText(c, QuantityKinds.Concentration));
        }

        if (Stoichiometry is { } x)
        {
            text.Append(" and x = ").Append(QuantityFormat.ToText(x, QuantityKinds.Number));
        }

        return text.ToString();
    }
}
