using Ionolith.Cells.Light;
using Ionolith.Library.Files;
using Ionolith.Library.Reading;

namespace Ionolith.Library.Writing;

/// <summary>Writes what light does in an electrode.</summary>
internal static class LightTree
{
    private const double PerMetre = 1e9;
    private static readonly FileLocation Nowhere = new("", 0, 0);

    /// <summary>Adds the key "light" where there is a photocathode.</summary>
    public static void Add(TreeBuilder electrode, Photocathode? light)
    {
        if (light is null)
        {
            return;
        }

        var tree = electrode.Below(LightReader.Key);
        WriteSpectrum(tree, light.Spectrum);
        tree.Unless(0, "reflectance", light.Reflectance, SiUnit.Number);
        tree.AddList("absorbers", light.Absorbers.Select(a => Absorber(a, tree.Below($"absorbers.{a.Name}")).Node));
        var separation = tree.Below("separation");
        separation.Quantity("rate", light.Separation.Rate, SiUnit.Frequency);
        separation.Quantity("recombination-rate", light.Separation.RecombinationRate, SiUnit.Frequency);
        separation.Quantity("driving-energy", light.Separation.DrivingEnergy, SiUnit.MolarEnergy);
        tree.Add("separation", separation);
        tree.Unless(1, "injection-efficiency", light.InjectionEfficiency, SiUnit.Number);
        var diode = tree.Below("diode");
        diode.Quantity("saturation-current", light.Diode.SaturationCurrent, SiUnit.CurrentDensity);
        diode.Unless(1, "ideality", light.Diode.Ideality, SiUnit.Number);
        diode.Unless(double.PositiveInfinity, "shunt-resistance", light.Diode.ShuntResistance, SiUnit.ArealResistance);
        diode.Text("leaks-in-the-dark", light.Diode.LeaksInTheDark ? "true" : "");
        tree.Add("diode", diode);
        tree.Unless(double.NegativeInfinity, "conduction-band", light.ConductionBand, SiUnit.Voltage);
        electrode.Add(LightReader.Key, tree);
    }

    /// <summary>By name where it is the sun's, else by its points: a file holds everything itself.</summary>
    private static void WriteSpectrum(TreeBuilder tree, LightSpectrum spectrum)
    {
        if (string.Equals(spectrum.Name, SpectrumReader.Sun, StringComparison.Ordinal))
        {
            tree.Text(SpectrumReader.Key, spectrum.Name);
            return;
        }

        var points = spectrum.Wavelengths.Zip(spectrum.Irradiance, static (x, y) => (FileNode)new SequenceNode(Nowhere, [Number(x * PerMetre), Number(y)]));
        tree.Add(SpectrumReader.Key, new MappingNode(Nowhere, [new FileEntry(Nowhere, "name", new ScalarNode(Nowhere, spectrum.Name)), new FileEntry(Nowhere, "table", new SequenceNode(Nowhere, [.. points]))]));
    }

    private static ScalarNode Number(double value) => new(Nowhere, SiUnit.Plain(value));

    private static TreeBuilder Absorber(LightAbsorber absorber, TreeBuilder tree)
    {
        tree.Text("name", absorber.Name);
        tree.Quantity("band-gap", absorber.BandGap, SiUnit.MolarEnergy);
        tree.Quantity("absorption-coefficient", absorber.AbsorptionCoefficient, SiUnit.AbsorptionCoefficient);
        tree.Unless(1, "internal-quantum-efficiency", absorber.InternalQuantumEfficiency, SiUnit.Number);
        return tree;
    }
}
