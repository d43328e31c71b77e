using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Library.Review;

namespace Ionolith.Library.Reproduction;

/// <summary>Reads which values were fitted to a claim: "calibrates: [{material: lfp, path: diffusivity}]".</summary>
internal static class CalibratesReader
{
    public static IReadOnlyList<CalibratedValue> Read(MappingReader claim, ClaimRole role)
    {
        var values = new List<CalibratedValue>();
        foreach (var node in claim.List("calibrates"))
        {
            string path = $"{claim.PathOf("calibrates")}.{values.Count + 1}";
            if (node is not MappingNode mapping)
            {
                claim.Context.Report(node.Location, path, "expected the file and the path of a value, such as {material: lfp, path: diffusivity}");
                continue;
            }

            var reader = new MappingReader(mapping, path, claim.Context, "");
            reader.RequireOneOf(required: true, "cell", "material");
            bool isCell = reader.Has("cell");
            var subject = isCell ? SubjectReader.Cell(reader, "cell") : reader.Has("material") ? SubjectReader.Material(reader, "material") : null;
            string at = reader.Text("path", "cathode.active.lfp.radius");
            string also = reader.OptionalText("also") ?? "";
            reader.Finish();
            if (subject is not null)
            {
                values.Add(new CalibratedValue(isCell, subject.Name, at) { Also = also });
            }
        }

        if (values.Count > 0 && role != ClaimRole.Calibrated)
        {
            claim.Report("calibrates", $"names values that were fitted to the figure, which makes its role calibrated, not {role.ToString().ToLowerInvariant()}");
        }

        return values;
    }
}
