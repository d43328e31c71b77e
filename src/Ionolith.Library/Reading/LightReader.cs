using System.Globalization;
using Ionolith.Cells.Light;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reading;

/// <summary>Reads what light does in the positive electrode: light: {spectrum: am1.5g, absorbers: [...], separation: ..., diode: ...}.</summary>
internal static class LightReader
{
    public const string Key = "light";

    /// <summary>The photocathode under the key "light"; null where the file has none, or where it is wrong.</summary>
    /// <param name="electrode">Mapping of the electrode.</param>
    public static Photocathode? Read(MappingReader electrode)
    {
        if (electrode.Section(Key) is not { } reader)
        {
            return null;
        }

        var spectrum = SpectrumReader.Read(reader);
        double reflectance = reader.OptionalQuantity("reflectance", QuantityKinds.Number) ?? 0;
        var absorbers = ReadAbsorbers(reader);
        var separation = Below(reader, "separation", "rate: 1e12 1/s, recombination-rate: 1e11 1/s, driving-energy: 0.3 eV", static s => new ChargeSeparation(
            s.Quantity("rate", QuantityKinds.Frequency),
            s.Quantity("recombination-rate", QuantityKinds.Frequency),
            s.Quantity("driving-energy", QuantityKinds.MolarEnergy)));
        double injection = reader.OptionalQuantity("injection-efficiency", QuantityKinds.Number) ?? 1;
        var diode = Below(reader, "diode", "saturation-current: 1e-12 mA/cm2", static d => new Photodiode
        {
            SaturationCurrent = d.Quantity("saturation-current", QuantityKinds.CurrentDensity),
            Ideality = d.OptionalQuantity("ideality", QuantityKinds.Number) ?? 1,
            ShuntResistance = d.OptionalQuantity("shunt-resistance", QuantityKinds.ArealResistance) ?? double.PositiveInfinity,
            LeaksInTheDark = d.Flag("leaks-in-the-dark"),
        });
        double band = reader.OptionalQuantity("conduction-band", QuantityKinds.Voltage) ?? double.NegativeInfinity;
        reader.Finish();
        return spectrum is null || separation is null || diode is null || absorbers.Count == 0 ? null : new Photocathode
        {
            Spectrum = spectrum,
            Reflectance = reflectance,
            Absorbers = absorbers,
            Separation = separation,
            InjectionEfficiency = injection,
            Diode = diode,
            ConductionBand = band,
        };
    }

    private static List<LightAbsorber> ReadAbsorbers(MappingReader light)
    {
        const string key = "absorbers", example = "{name: tio2, band-gap: 3.2 eV, absorption-coefficient: 1e4 1/cm, internal-quantum-efficiency: 0.5}";
        var absorbers = new List<LightAbsorber>();
        if (!light.Has(key))
        {
            light.ReportMissing(key, $"a list of semiconductors, such as - {example}");
        }

        foreach (var item in light.List(key))
        {
            string name = (item as MappingNode)?.TextOf("name") ?? (absorbers.Count + 1).ToString(CultureInfo.InvariantCulture);
            if (item is not MappingNode mapping)
            {
                light.Context.Report(item.Location, light.PathOf(key), $"expected a semiconductor, such as {example}");
                continue;
            }

            var reader = new MappingReader(mapping, $"{light.PathOf(key)}.{name}", light.Context, light.SourceFor(mapping));
            reader.Know("name");
            absorbers.Add(new LightAbsorber(
                name,
                reader.Quantity("band-gap", QuantityKinds.MolarEnergy),
                reader.Quantity("absorption-coefficient", QuantityKinds.AbsorptionCoefficient),
                reader.OptionalQuantity("internal-quantum-efficiency", QuantityKinds.Number) ?? 1));
            reader.Finish();
        }

        return absorbers;
    }

    private static T? Below<T>(MappingReader light, string key, string example, Func<MappingReader, T> read)
        where T : class
    {
        if (light.Section(key) is not { } section)
        {
            if (!light.Has(key))
            {
                light.ReportMissing(key, $"its values, such as {key}: {{{example}}}");
            }

            return null;
        }

        var value = read(section);
        section.Finish();
        return value;
    }
}
