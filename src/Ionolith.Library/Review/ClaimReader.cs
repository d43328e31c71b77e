using Ionolith.Library.Reading;

namespace Ionolith.Library.Review;

/// <summary>Reads one claim of a system's file.</summary>
internal static class ClaimReader
{
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

        string waitsFor = reader.Text("waits-for", "ageing over cycles");
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
            Doubt = doubt,
        };
    }
}
