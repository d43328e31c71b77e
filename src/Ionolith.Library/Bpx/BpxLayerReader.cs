using Ionolith.Library.Files;
using Ionolith.Library.Writing;

namespace Ionolith.Library.Bpx;

/// <summary>Turns electrodes, separator and electrolyte of a BPX file into the layers of a cell file.</summary>
/// <remarks>
/// A single-particle file has no electrolyte, separator or porosity. It gets stand-ins that cost no voltage, each marked as assumed:
/// a single-ion conductor and electrodes without ohmic resistance.
/// </remarks>
internal sealed class BpxLayerReader(
    BpxConditions conditions, IReadOnlyDictionary<string, string> names, bool isPartial, Action<FileLocation, string, string> warn)
{
    private const string StandIn = "a single-particle file has no electrolyte: this one costs no voltage";

    public List<FileNode> Read(BpxSection parameters, BpxSection? electrolyte, string model)
    {
        var electrodes = new[] { BpxKeys.Layers[0].Section, BpxKeys.Layers[2].Section }
            .Select(s => isPartial ? parameters.OptionalSection(s) : parameters.Section(s)).ToList();
        bool isSingleParticle = model is "SPM" && electrolyte is null && !electrodes.Exists(e => e is not null && e.Has(BpxKeys.Conductivity));
        if (electrolyte is null && !isSingleParticle && !isPartial)
        {
            parameters.ReportMissing("Electrolyte", "an object with the section's fields; only Model \"SPM\" goes without");
        }

        var material = isSingleParticle ? StandInElectrolyte(parameters.Location) : ReadElectrolyte(electrolyte);
        var layers = new List<FileNode>();
        for (int i = 0; i < BpxKeys.Layers.Count; i++)
        {
            var (section, layer) = BpxKeys.Layers[i];
            string name = names.GetValueOrDefault(section, layer);
            if (i == 1)
            {
                Add(isSingleParticle ? StandInSeparator(name, material!, parameters.Location) : ReadSeparator(parameters, section, name, material));
            }
            else if (electrodes[i / 2] is { } electrode)
            {
                Add(ReadElectrode(electrode, section, name, isNegative: i == 0, material, isSingleParticle));
            }
        }

        return layers;

        void Add(MappingNode? layer)
        {
            if (layer is not null)
            {
                layers.Add(layer);
            }
        }
    }

    private MappingNode? ReadElectrolyte(BpxSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var place = section.Location;
        var number = section.Number(BpxKeys.TransferenceNumber);
        var diffusivity = BpxFunctionReader.Required(
            section, BpxKeys.Diffusivity, SiUnit.Diffusivity, "c", BpxFunctionReader.Arrhenius(section, BpxKeys.DiffusivityEnergy, conditions.Reference));
        var conductivity = BpxFunctionReader.Required(
            section, BpxKeys.Conductivity, SiUnit.Conductivity, "c", BpxFunctionReader.Arrhenius(section, BpxKeys.ConductivityEnergy, conditions.Reference));
        FileNode concentration = conditions.Concentration is { } given
            ? given.In(SiUnit.Concentration)
            : Assumed(place, "1000 mol/m3", "500 mol/m3 to 2000 mol/m3", "the file states no initial electrolyte concentration");
        return BpxFunctionReader.Mapping(
            place,
            ("id", new ScalarNode(place, "electrolyte")),
            ("kind", new ScalarNode(place, "electrolyte")),
            ("name", new ScalarNode(place, "Electrolyte")),
            ("conductivity", conductivity),
            ("salt", BpxFunctionReader.Mapping(
                place,
                ("initial-concentration", concentration),
                ("diffusivity", diffusivity),
                ("transference-number", number?.In(SiUnit.Number)),
                ("thermodynamic-factor", new ScalarNode(place, "1")))));
    }

    private MappingNode? ReadSeparator(BpxSection parameters, string key, string name, MappingNode? electrolyte)
    {
        if ((isPartial ? parameters.OptionalSection(key) : parameters.Section(key)) is not { } section)
        {
            return null;
        }

        var layer = BpxFunctionReader.Mapping(
            section.Location,
            ("kind", new ScalarNode(section.Location, "electrolyte")),
            ("name", new ScalarNode(section.Location, name)),
            ("thickness", section.Number(BpxKeys.Thickness)?.In(SiUnit.Length)),
            ("material", electrolyte),
            ("volume-fraction", section.Number(BpxKeys.Porosity)?.In(SiUnit.Number)),
            ("transport-efficiency", section.Number(BpxKeys.TransportEfficiency)?.In(SiUnit.Number)));
        section.Finish();
        return layer;
    }

    private MappingNode ReadElectrode(BpxSection section, string key, string name, bool isNegative, MappingNode? electrolyte, bool isSingleParticle)
    {
        var reader = new BpxParticleReader(conditions, isNegative, electrolyte is null || isSingleParticle, warn);
        var phases = new List<(MappingNode Node, double Fraction)>();
        if (section.OptionalSection(BpxKeys.Particle) is { } blend)
        {
            phases.AddRange(blend.Entries.Select(e => blend.OptionalSection(e.Key) is { } particle ? Finished(particle, e.Key) : default).Where(p => p.Node is not null));
        }
        else
        {
            phases.Add(reader.Read(section, names.GetValueOrDefault(key + " particle", "host")));
        }

        var place = section.Location;
        double active = phases.Sum(p => p.Fraction);
        string free = SiUnit.Plain(Math.Floor(Math.Clamp(1 - active, 0.01, 1) * 1e6) / 1e6);
        var conductor = isSingleParticle
            ? BpxFunctionReader.Mapping(
                place,
                ("material", electrolyte),
                ("volume-fraction", Assumed(place, free, "0 to 1", StandIn)),
                ("transport-efficiency", Assumed(place, free, "0 to 1", StandIn)))
            : BpxFunctionReader.Mapping(
                place,
                ("material", electrolyte),
                ("volume-fraction", section.Number(BpxKeys.Porosity)?.In(SiUnit.Number)),
                ("transport-efficiency", section.Number(BpxKeys.TransportEfficiency)?.In(SiUnit.Number)));
        FileNode? conductivity = isSingleParticle
            ? Assumed(place, "1e6 S/m", "1 S/m to 1e9 S/m", "a single-particle file has no electronic conductivity: this one costs no voltage")
            : section.Number(BpxKeys.Conductivity)?.In(SiUnit.Conductivity);
        var layer = BpxFunctionReader.Mapping(
            place,
            ("kind", new ScalarNode(place, "electrode")),
            ("name", new ScalarNode(place, name)),
            ("thickness", section.Number(BpxKeys.Thickness)?.In(SiUnit.Length)),
            ("electrolyte", conductor),
            ("electronic-conductivity", conductivity),
            ("active", new SequenceNode(place, [.. phases.Select(p => p.Node)])));
        section.Finish();
        return layer;

        (MappingNode Node, double Fraction) Finished(BpxSection particle, string id)
        {
            var phase = reader.Read(particle, id);
            particle.Finish();
            return phase;
        }
    }

    private static MappingNode StandInElectrolyte(FileLocation place) => BpxFunctionReader.Mapping(
        place,
        ("id", new ScalarNode(place, "stand-in")),
        ("kind", new ScalarNode(place, "electrolyte")),
        ("name", new ScalarNode(place, "Stand-in without resistance")),
        ("conductivity", Assumed(place, "1e6 S/m", "1 S/m to 1e9 S/m", StandIn)));

    private static MappingNode StandInSeparator(string name, MappingNode electrolyte, FileLocation place) => BpxFunctionReader.Mapping(
        place,
        ("kind", new ScalarNode(place, "electrolyte")),
        ("name", new ScalarNode(place, name)),
        ("thickness", Assumed(place, "20 um", "5 um to 50 um", "a single-particle file has no separator: this one costs no voltage")),
        ("material", electrolyte));

    private static MappingNode Assumed(FileLocation place, string value, string range, string reason) => BpxFunctionReader.Mapping(
        place,
        ("value", new ScalarNode(place, value)),
        ("role", new ScalarNode(place, "assumed")),
        ("range", new ScalarNode(place, range)),
        ("reason", new ScalarNode(place, reason)));
}
