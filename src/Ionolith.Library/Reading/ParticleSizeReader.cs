using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reading;

/// <summary>Reads particle radii: one, a list, or a log-normal distribution in classes.</summary>
internal static class ParticleSizeReader
{
    /// <summary>Classes reach over so many standard deviations to either side of the median.</summary>
    private const double Reach = 2.5;

    public static IReadOnlyList<ParticleSize> Read(MappingReader phase)
    {
        phase.RequireOneOf(required: true, "radius", "size-distribution");
        if (phase.OptionalQuantity("radius", QuantityKinds.Length) is { } radius)
        {
            return [new ParticleSize(radius, 1)];
        }

        return phase.Know("size-distribution") switch
        {
            SequenceNode list => ReadList(phase, list),
            MappingNode => ReadLogNormal(phase),
            _ => [new ParticleSize(double.NaN, 1)],
        };
    }

    /// <summary>Divides a log-normal volume distribution into classes of equal width in ln r.</summary>
    /// <param name="median">Median radius by volume, m; positive.</param>
    /// <param name="geometricDeviation">Geometric standard deviation, above 1.</param>
    /// <param name="classes">Number of classes, at least 1; a class has the radius of its middle.</param>
    /// <returns>Classes from small to large; their shares add up to one.</returns>
    public static IReadOnlyList<ParticleSize> LogNormal(double median, double geometricDeviation, int classes)
    {
        double sigma = Math.Log(geometricDeviation);
        double[] z = [.. Enumerable.Range(0, classes).Select(i => Reach * (((2.0 * i) + 1 - classes) / classes))];
        double[] weight = [.. z.Select(v => Math.Exp(-0.5 * v * v))];
        double total = weight.Sum();
        return [.. z.Select((v, i) => new ParticleSize(median * Math.Exp(sigma * v), weight[i] / total))];
    }

    private static IReadOnlyList<ParticleSize> ReadLogNormal(MappingReader phase)
    {
        var reader = phase.Section("size-distribution")!;
        double median = reader.Quantity("median", QuantityKinds.Length);
        double deviation = reader.Quantity("geometric-deviation", QuantityKinds.Number);
        int classes = reader.Whole("classes", 5);
        reader.Finish();
        if (deviation <= 1 || deviation > 20)
        {
            reader.Report("geometric-deviation", "must be above 1 and at most 20");
        }

        if (classes is < 1 or > 50)
        {
            reader.Report("classes", "must be from 1 to 50");
            classes = 1;
        }

        return LogNormal(median, deviation, classes);
    }

    private static List<ParticleSize> ReadList(MappingReader phase, SequenceNode list)
    {
        var sizes = new List<ParticleSize>();
        foreach (var item in list.Items)
        {
            string path = $"{phase.PathOf("size-distribution")}.{sizes.Count + 1}";
            if (item is not MappingNode mapping)
            {
                phase.Context.Report(item.Location, path, "expected {radius: \"2 um\", volume-share: 0.4}");
                continue;
            }

            var reader = new MappingReader(mapping, path, phase.Context, phase.Source);
            sizes.Add(new ParticleSize(reader.Quantity("radius", QuantityKinds.Length), reader.Quantity("volume-share", QuantityKinds.Number)));
            reader.Finish();
        }

        return sizes;
    }
}
