using Ionolith.Library.Reading;
using Ionolith.Library.Reproduction;
using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Review;

/// <summary>Reads one claim of a system's file.</summary>
internal static class ClaimReader
{
    private const int MostDraws = 10_000;
    private static readonly string[] Kinds = ["property", "cell", "durability", "structure", "qualitative"];
    private static readonly string[] Roles = ["input", "calibrated", "predicted", "analysed", "shown"];

    public static ReviewClaim Read(MappingReader reader, HashSet<string> ids)
    {
        string id = reader.Text("id", "capacity-2C");
        if (id.Length > 0 && !ids.Add(id))
        {
            reader.Report("id", $"\"{id}\" is given twice; every id must be unique");
        }

        var kind = EnumWord.Read<ClaimKind>(reader, "kind", Kinds);
        var role = EnumWord.Read<ClaimRole>(reader, "role", Roles);
        reader.RequireOneOf(required: true, "quantity", "statement");
        string? statement = reader.OptionalText("statement");
        string quantity = statement ?? reader.OptionalText("quantity") ?? "";
        var figure = FigureReader.Read(reader, required: statement is null);
        if (statement is not null && figure is not null)
        {
            reader.Report("statement", "is given beside a figure; what has a figure is a quantity");
        }

        reader.RequireOneOf(required: true, "waits-for", "compute");
        string waitsFor = reader.OptionalText("waits-for") ?? "";
        var measurement = reader.Know("compute") is { } compute ? MeasurementForms.Read(compute, reader.PathOf("compute"), reader.Context) : null;
        if (measurement is not null)
        {
            CheckKind(reader, measurement, figure);
        }

        var calibrates = CalibratesReader.Read(reader, role);
        int draws = reader.Whole("draws", 0);
        if (draws is < 0 or > MostDraws)
        {
            reader.Report("draws", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"must be from 1 to {MostDraws} but is {draws}"));
        }

        string doubt = reader.OptionalText("doubt") ?? "";
        reader.Finish();
        return new ReviewClaim
        {
            Id = id,
            Kind = kind,
            Quantity = quantity,
            Figure = figure,
            Role = role,
            WaitsFor = waitsFor,
            Compute = measurement,
            Calibrates = calibrates,
            Draws = draws,
            Doubt = doubt,
        };
    }

    /// <summary>A figure is measured in its own kind of quantity; a statement is compared.</summary>
    private static void CheckKind(MappingReader reader, IMeasurement measurement, ReportedFigure? figure)
    {
        if (figure is null && measurement is not ComparisonMeasurement)
        {
            reader.Report("compute", "a statement is shown by a comparison, such as compute: {compare: {with: ..., without: ..., expected: higher}}");
        }
        else if (figure is not null && figure.Kind.Dimension != measurement.Kind.Dimension)
        {
            string advice = figure.Kind == QuantityKinds.SpecificCapacity && measurement.Kind == QuantityKinds.ArealCapacity ? "; add per: active-mass" : "";
            reader.Report("compute", $"gives {measurement.Kind.Name}, but the claim is {figure.Kind.Name}{advice}");
        }
    }
}
