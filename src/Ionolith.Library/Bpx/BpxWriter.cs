using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Library.Writing;
using Ionolith.Materials;
using Ionolith.Materials.Substances;

namespace Ionolith.Library.Bpx;

/// <summary>Writes a cell as BPX 1.1: the standard's fields as far as they go, and under User-defined only what they cannot hold.</summary>
/// <remarks>
/// User-defined is found by reading the standard's fields back and keeping what differs from the cell. So an export reads back as
/// the same cell, and a change of a standard field takes effect. A cell without a salt or with a lithium-metal electrode has
/// the Model "Partial": the sections that it cannot have are left out.
/// </remarks>
internal sealed class BpxWriter
{
    private static readonly FileLocation Nowhere = new("", 0, 0);

    private readonly CellDescription _cell;
    private readonly Layer[] _inner;
    private readonly BpxFunctionWriter _functions;
    private readonly BpxStoichiometry _stoichiometry;
    private readonly double _reference;

    private BpxWriter(CellDescription cell)
    {
        _cell = cell;
        _inner = [.. cell.Layers.Where(l => l is not CurrentCollector)];
        _reference = _inner.OfType<PorousElectrode>().SelectMany(e => e.ActivePhases).Select(p => p.Material.ReferenceTemperature).FirstOrDefault(298.15);
        _functions = new BpxFunctionWriter(cell.Temperature, _reference);
        _stoichiometry = BpxStoichiometry.Of(cell);
    }

    public static string Write(CellDescription cell) => new BpxWriter(cell).Write();

    private string Write()
    {
        var names = Object([.. Names().Select(n => (n.Key, (FileNode?)Described(n.Value)))]);
        var extension = Object(("description", Text("Parts of the cell that BPX has no field for; see docs/guide/bpx.md of Ionolith.")), ("names", names));
        var standard = BpxReader.Read(Document(extension), new ReadContext()).Standard!;
        var difference = TreeOverlay.Difference(standard, CellTree.Of(_cell, withSources: false), "");
        if (difference is MappingNode cell)
        {
            extension = extension.With("cell", BpxExtensionWriter.Described("", cell));
        }

        if (_cell.Values.Count > 0)
        {
            extension = extension.With("sources", BpxExtensionWriter.Sources(WrittenSources.Of(_cell).Values));
        }

        return JsonText.Of(Document(extension));
    }

    private MappingNode Document(MappingNode extension)
    {
        var electrolyte = _inner.OfType<ElectrolyteLayer>().FirstOrDefault(l => l.Electrolyte.Salt is not null)?.Electrolyte;
        bool isWhole = electrolyte is not null && _inner[0] is PorousElectrode && _inner[^1] is PorousElectrode;
        string model = !isWhole ? "Partial" : _cell.Mesh.SingleParticle ? "SPMe" : "DFN";
        string references = string.Join("; ", _cell.Values.Where(v => v.Role == ValueRole.Input).Select(v => v.Source)
            .Where(s => s.Length > 0).Distinct(StringComparer.Ordinal));
        return Object(
            ("Header", Object(
                ("BPX", Text("1.1.0")),
                ("Title", Text(_cell.Title)),
                ("Description", _cell.Notes.Length > 0 ? Text(_cell.Notes) : null),
                ("References", references.Length > 0 ? Text(references) : null),
                ("Model", Text(model)))),
            (BpxKeys.Parameterisation, Object(
                ("Cell", CellSection()),
                ("Electrolyte", electrolyte is null ? null : ElectrolyteSection(electrolyte)),
                (BpxKeys.Layers[0].Section, ElectrodeSection(_inner[0])),
                (BpxKeys.Layers[2].Section, ElectrodeSection(_inner[^1])),
                (BpxKeys.Layers[1].Section, SeparatorSection()),
                (BpxKeys.UserDefined, Object((BpxExtension.Section, extension))))),
            ("State", Object(
                (BpxKeys.InitialConditions, Object(
                    (BpxKeys.StateOfCharge, Number(_stoichiometry.StartsFull ? 1 : 0)),
                    (BpxKeys.InitialTemperature, Number(_cell.Temperature)),
                    (BpxKeys.InitialConcentration, electrolyte is null ? null : Number(electrolyte.Salt!.InitialConcentration)))),
                (BpxKeys.ThermalEnvironment, Object((BpxKeys.AmbientTemperature, Number(_cell.Temperature)))))));
    }

    private MappingNode CellSection() => Object(
        (BpxKeys.ElectrodeArea, Number(_cell.Area)),
        (BpxKeys.Pairs, Number(1)),
        (BpxKeys.LowerVoltage, Number(_cell.LowerCutoffVoltage)),
        (BpxKeys.UpperVoltage, Number(_cell.UpperCutoffVoltage)),
        (BpxKeys.Capacity, Number(_cell.NominalCapacity / 3600)),
        (BpxKeys.ReferenceTemperature, Number(_reference)));

    private MappingNode ElectrolyteSection(Electrolyte electrolyte)
    {
        var salt = electrolyte.Salt!;
        (double, double) range = (salt.InitialConcentration / 100, 4 * salt.InitialConcentration);
        var (diffusivity, diffusivityEnergy) = _functions.Write(salt.Diffusivity, "c", range);
        var (conductivity, conductivityEnergy) = _functions.Write(electrolyte.Conductivity, "c", range);
        return Object(
            (BpxKeys.TransferenceNumber, _functions.Value(salt.TransferenceNumber, salt.InitialConcentration)),
            (BpxKeys.Diffusivity, diffusivity),
            (BpxKeys.DiffusivityEnergy, Energy(diffusivityEnergy)),
            (BpxKeys.Conductivity, conductivity),
            (BpxKeys.ConductivityEnergy, Energy(conductivityEnergy)));
    }

    private MappingNode? SeparatorSection() => _inner.OfType<ElectrolyteLayer>().FirstOrDefault() is not { } layer ? null : Object(
        (BpxKeys.Thickness, Number(layer.Thickness)),
        (BpxKeys.Porosity, Number(layer.VolumeFraction)),
        (BpxKeys.TransportEfficiency, Number(layer.TransportEfficiency)));

    private MappingNode? ElectrodeSection(Layer layer)
    {
        if (layer is not PorousElectrode electrode)
        {
            return null;
        }

        var common = new List<(string Key, FileNode? Value)>
        {
            (BpxKeys.Thickness, Number(electrode.Thickness)),
            (BpxKeys.Porosity, Number(electrode.ElectrolyteFraction)),
            (BpxKeys.TransportEfficiency, Number(electrode.TransportEfficiency)),
            (BpxKeys.Conductivity, _functions.Value(electrode.ElectronicConductivity, 0)),
        };
        if (electrode.ActivePhases.Count == 1)
        {
            common.AddRange(Particle(electrode.ActivePhases[0], electrode.Electrolyte));
        }
        else
        {
            common.Add((BpxKeys.Particle, Object([.. electrode.ActivePhases.Select(p => (p.Material.Id, (FileNode?)Object([.. Particle(p, electrode.Electrolyte)])))])));
        }

        return Object([.. common]);
    }

    private IEnumerable<(string Key, FileNode? Value)> Particle(ActivePhase phase, Electrolyte? electrolyte)
    {
        // One radius for a distribution: that of the same surface per volume.
        double radius = phase.Sizes is [var only] ? only.Radius : 1 / phase.Sizes.Sum(s => s.VolumeShare / s.Radius);
        var material = phase.Material;
        var (minimum, maximum) = _stoichiometry.Of(phase);
        var exchange = phase.Kinetics.ExchangeCurrent;

        // The standard's law has exponents of 1/2 and the initial concentration: the same current at x = 1/2 at the start.
        double start = electrolyte?.Salt?.InitialConcentration ?? exchange.ReferenceConcentration;
        double middle = Math.Pow(0.5, exchange.StoichiometryExponent + exchange.VacancyExponent) / 0.5
            * Math.Pow(start / exchange.ReferenceConcentration, exchange.ElectrolyteExponent);
        var (rate, rateEnergy) = RateConstant(exchange, (minimum + maximum) / 2);
        var (diffusivity, diffusivityEnergy) = _functions.Write(material.Diffusivity, "x", material.StoichiometryWindow);
        var (potential, _) = _functions.Write(material.OpenCircuitPotential, "x", material.StoichiometryWindow);
        var (entropic, _) = _functions.Write(material.EntropicCoefficient, "x", material.StoichiometryWindow);
        yield return (BpxKeys.MinimumStoichiometry, Number(minimum));
        yield return (BpxKeys.MaximumStoichiometry, Number(maximum));
        yield return (BpxKeys.MaximumConcentration, Number(material.MaximumConcentration));
        yield return (BpxKeys.Radius, Number(radius));
        yield return (BpxKeys.SurfaceArea, Number(3 * phase.VolumeFraction / radius));
        yield return (BpxKeys.Diffusivity, diffusivity);
        yield return (BpxKeys.DiffusivityEnergy, Energy(diffusivityEnergy));
        yield return (BpxKeys.Potential, potential);
        yield return (BpxKeys.EntropicCoefficient, entropic);
        yield return (BpxKeys.RateConstant, Number(rate * middle));
        yield return (BpxKeys.RateConstantEnergy, Energy(rateEnergy));
    }

    /// <summary>K = i0/F at half stoichiometry; a law that changes with stoichiometry is taken in the middle of its range.</summary>
    private (double Rate, double Energy) RateConstant(ExchangeCurrent exchange, double stoichiometry)
    {
        var parts = FunctionParts.Of(exchange.Reference);
        bool isActivated = parts.Law is Materials.Laws.ArrheniusFunction && !parts.Base.DependsOnTemperature;
        double temperature = isActivated ? _reference : _cell.Temperature;
        double value = exchange.Reference.Evaluate(stoichiometry, temperature).Value / PhysicalConstants.Faraday;
        return (value, isActivated ? ((Materials.Laws.ArrheniusFunction)parts.Law!).ActivationEnergy : 0);
    }

    /// <summary>What the sections' layers and materials are called in the cell, where BPX has no name for them.</summary>
    private IEnumerable<(string Key, string Value)> Names()
    {
        foreach (var (section, layer) in new[] { (BpxKeys.Layers[0].Section, _inner[0]), (BpxKeys.Layers[1].Section, _inner.OfType<ElectrolyteLayer>().FirstOrDefault()), (BpxKeys.Layers[2].Section, _inner[^1]) })
        {
            if (layer is null or LithiumMetal)
            {
                continue;
            }

            yield return (section, layer.Name);
            if (layer is PorousElectrode { ActivePhases: [var phase] })
            {
                yield return (section + " particle", phase.Material.Id);
            }
        }
    }

    private static NumberNode? Energy(double energy) => energy == 0 ? null : Number(energy);

    private static NumberNode Number(double value) => new(Nowhere, value);

    private static ScalarNode Text(string text) => new(Nowhere, text);

    private static MappingNode Described(string text) => Object(("description", Text(text)));

    private static MappingNode Object(params (string Key, FileNode? Value)[] entries) =>
        new(Nowhere, [.. entries.Where(e => e.Value is not null).Select(e => new FileEntry(Nowhere, e.Key, e.Value!))]);
}
