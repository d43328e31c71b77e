using Ionolith.Library.Reading;
using Ionolith.Library.Reproduction.MaterialProperties;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction.Measurements;

/// <summary>A property of a material at stated conditions: "{property: conductivity, of: MATERIAL, temperature: 30 degC}".</summary>
/// <param name="Property">Which property.</param>
/// <param name="Of">The material.</param>
/// <param name="Conditions">Where it is measured.</param>
internal sealed record PropertyMeasurement(MaterialProperty Property, MeasuredSubject Of, PropertyConditions Conditions) : IMeasurement
{
    public static readonly MeasurementForm Form = new("property", Read);

    public QuantityKind Kind => Property.Kind;

    public string Text => $"{Property.Name} of {Of.Name}{Conditions}";

    public IReadOnlyList<IMeasurement> Parts => [];

    public MeasuredSubject? Subject => Of;

    public Measured Measure(Laboratory laboratory)
    {
        var material = laboratory.Material(Of.Name);
        double value = Property.Of(material, Conditions);
        return double.IsFinite(value)
            ? new Measured(value)
            : throw new MeasurementException($"the {Property.Name} of {material.Id} is not defined{Conditions}");
    }

    private static PropertyMeasurement? Read(MappingReader reader)
    {
        string[] names = [.. KnownProperties.All.Select(p => p.Name)];
        string name = reader.Choice("property", names);
        var material = SubjectReader.Material(reader, "of");
        var conditions = new PropertyConditions(
            reader.OptionalQuantity("temperature", QuantityKinds.Temperature) ?? PropertyConditions.RoomTemperature,
            reader.OptionalQuantity("concentration", QuantityKinds.Concentration),
            reader.OptionalQuantity("stoichiometry", QuantityKinds.Number));
        var property = KnownProperties.All.First(p => string.Equals(p.Name, name, StringComparison.Ordinal));
        if (property.NeedsStoichiometry && !reader.Has("stoichiometry"))
        {
            reader.ReportMissing("stoichiometry", $"the stoichiometry at which the {name} is taken, such as stoichiometry: 0.5");
        }

        return material is null ? null : new PropertyMeasurement(property, material, conditions);
    }
}
