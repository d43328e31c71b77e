using Ionolith.Cells.Ageing;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;
using Ionolith.Materials.Substances;

namespace Ionolith.Library.Reading;

/// <summary>Reads a porous electrode: its conductor, active and inert materials, and how they conduct.</summary>
internal static class ElectrodeReader
{
    public static PorousElectrode? Read(MappingReader reader, string name)
    {
        var composition = new Composition();
        var electrolyte = ReadElectrolyte(reader, composition);
        var active = ReadPhases(reader, "active", (r, id) => ReadActive(r, id, composition));
        var inert = ReadPhases(reader, "inert", (r, id) => ReadInert(r, id, composition));
        if (!reader.Has("active"))
        {
            reader.ReportMissing("active", "a list of active materials (\"- material: lfp\" with volume-fraction, radius, kinetics, initial-stoichiometry)");
        }

        double[] fractions = composition.Fractions(reader, reader.OptionalQuantity("porosity", QuantityKinds.Number));
        double FractionOf(int part) => part < 0 ? double.NaN : fractions[part];
        double activeFraction = active.Sum(a => FractionOf(a.Part));
        double solidFraction = activeFraction + inert.Sum(i => FractionOf(i.Part));
        double electrolyteFraction = electrolyte is null ? double.NaN : FractionOf(electrolyte.Value.Part);
        ActivePhase[] phases = [.. active.Select(a => a.Phase with { VolumeFraction = FractionOf(a.Part) })];
        InertPhase[] solids = [.. inert.Select(i => new InertPhase(i.Phase, FractionOf(i.Part)))];
        double efficiency = electrolyte is null
            ? double.NaN
            : TransportReader.Efficiency(
                electrolyte.Value.Reader, electrolyteFraction, required: true, network => VoxelReader.Efficiency(network, phases, solids, electrolyte.Value.Material, electrolyteFraction));
        electrolyte?.Reader.Finish();
        var conductivity = TransportReader.ElectronicConductivity(reader, activeFraction, solidFraction);
        var light = LightReader.Read(reader);
        double modulus = LayerReader.ReadModulus(reader);
        double thickness = ReadThickness(reader, active.Sum(a => a.Phase.Material.Density * FractionOf(a.Part)));
        return electrolyte is null ? null : new PorousElectrode
        {
            Name = name,
            Thickness = thickness,
            ActivePhases = phases,
            Electrolyte = electrolyte.Value.Material,
            ElectrolyteFraction = electrolyteFraction,
            TransportEfficiency = efficiency,
            ElectronicConductivity = conductivity,
            InertPhases = solids,
            CompressionModulus = modulus,
            Light = light,
        };
    }

    /// <summary>Directly, or from the mass of active material per area.</summary>
    private static double ReadThickness(MappingReader reader, double activeMassPerVolume)
    {
        reader.RequireOneOf(required: true, "thickness", "active-loading");
        if (reader.OptionalQuantity("thickness", QuantityKinds.Length) is { } thickness)
        {
            return thickness;
        }

        double loading = reader.OptionalQuantity("active-loading", QuantityKinds.Loading) ?? double.NaN;
        if (reader.Has("active-loading") && double.IsNaN(activeMassPerVolume))
        {
            reader.Report("active-loading", "needs the density of every active material");
        }

        return loading / activeMassPerVolume;
    }

    private static (MappingReader Reader, Electrolyte Material, int Part)? ReadElectrolyte(MappingReader electrode, Composition composition)
    {
        if (electrode.Section("electrolyte") is not { } reader)
        {
            if (!electrode.Has("electrolyte"))
            {
                electrode.ReportMissing(
                    "electrolyte",
                    "the conductor between the particles, such as electrolyte: {material: limocl4, volume-fraction: 0.3, tortuosity: {bruggeman: 1.5}}");
            }

            return null;
        }

        if (MaterialReference.Resolve(reader, reader.Path, "electrolyte") is not { } material)
        {
            return null;
        }

        var electrolyte = MaterialReader.ReadElectrolyte(material.Reader, material.Id);
        return (reader, electrolyte, composition.Add(reader, electrolyte.Density, mayFillPores: true));
    }

    private static (ActivePhase Phase, int Part)? ReadActive(MappingReader reader, string name, Composition composition)
    {
        var sizes = ParticleSizeReader.Read(reader);
        double contacted = reader.OptionalQuantity("contacted-fraction", QuantityKinds.Number) ?? 1;
        double initial = reader.Quantity("initial-stoichiometry", QuantityKinds.Number);
        double hysteresis = reader.OptionalQuantity("initial-hysteresis", QuantityKinds.Number) ?? 0;
        var kinetics = KineticsReader.Read(reader);
        var ageing = AgeingReader.Read(reader, AgeingPlaces.Host);
        if (MaterialReference.Resolve(reader, reader.Path, "active") is not { } material)
        {
            KnowAmounts(reader);
            return null;
        }

        var substance = MaterialReader.ReadActive(material.Reader, material.Id) with { Id = name };
        var phase = new ActivePhase
        {
            Material = substance,
            VolumeFraction = double.NaN,
            Sizes = sizes,
            Ageing = ageing,
            ContactedFraction = contacted,
            Kinetics = kinetics,
            InitialStoichiometry = initial,
            InitialHysteresis = hysteresis,
        };
        return (phase, composition.Add(reader, substance.Density, mayFillPores: false));
    }

    private static (InertMaterial Phase, int Part)? ReadInert(MappingReader reader, string name, Composition composition)
    {
        if (MaterialReference.Resolve(reader, reader.Path, "inert") is not { } material)
        {
            KnowAmounts(reader);
            return null;
        }

        var substance = MaterialReader.ReadInert(material.Reader, material.Id) with { Id = name };
        return (substance, composition.Add(reader, substance.Density, mayFillPores: false));
    }

    /// <summary>The amounts of a material that is unknown are no unknown keys.</summary>
    private static void KnowAmounts(MappingReader reader)
    {
        reader.Know("volume-fraction");
        reader.Know("mass-fraction");
    }

    /// <summary>The entries of a list of materials, each under its name or the id of its material.</summary>
    private static List<(T Phase, int Part)> ReadPhases<T>(
        MappingReader electrode, string key, Func<MappingReader, string, (T Phase, int Part)?> read)
    {
        var phases = new List<(T Phase, int Part)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        int number = 0;
        foreach (var item in electrode.List(key))
        {
            number++;
            if (item is not MappingNode mapping)
            {
                const string expected = "expected a material with its amount (\"- material: ...\" and below it volume-fraction: ...)";
                electrode.Context.Report(item.Location, electrode.PathOf(key), expected);
                continue;
            }

            string name = mapping.TextOf("name") ?? mapping.TextOf("material")
                ?? (mapping.Find("material")?.Value as MappingNode)?.TextOf("id")
                ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            name = Path.GetFileNameWithoutExtension(name);
            if (!names.Add(name))
            {
                electrode.Context.Report(item.Location, electrode.PathOf(key), $"\"{name}\" stands here twice; give one of them another name (name: ...)");
            }

            var reader = new MappingReader(mapping, $"{electrode.PathOf(key)}.{name}", electrode.Context, electrode.Source);
            reader.Know("name");
            if (read(reader, name) is { } phase)
            {
                phases.Add(phase);
            }

            reader.Finish();
        }

        return phases;
    }
}
