using System.Globalization;
using System.Text.RegularExpressions;
using Ionolith.Library.Files;
using Ionolith.Library.Reading;
using Ionolith.Library.Writing;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Library.Bpx;

/// <summary>Turns the tree of a BPX file into that of a cell file, each value at its place, so that it meets the same checks.</summary>
/// <remarks>
/// The Battery Parameter eXchange standard 1.1 (github.com/FaradayInstitution/BPX) and its 0.x forerunners. Kinetics of the standard:
/// i = 2 F K [c_e/c_e0 x (1 - x)]^1/2 sinh(F eta/2RT).
/// </remarks>
internal sealed partial class BpxReader
{
    private const double Room = 298.15;
    private static readonly string[] Models = ["DFN", "SPMe", "SPM", "Partial"];

    private readonly BpxSection _root;
    private readonly ReadContext _context;
    private readonly List<FileProblem> _warnings = [];
    private bool _isLegacy;

    private BpxReader(MappingNode root, ReadContext context)
    {
        _root = new BpxSection(root, "", context);
        _context = context;
    }

    /// <summary>Reads a file's tree.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="context">Gets the problems.</param>
    /// <returns>The cell's tree and what else the file holds; without a tree where a section is missing altogether.</returns>
    public static BpxContent Read(MappingNode root, ReadContext context) => new BpxReader(root, context).Read();

    private BpxContent Read()
    {
        var header = _root.Section("Header");
        string model = ReadHeader(header);
        var parameters = _root.Section(BpxKeys.Parameterisation);
        var experiments = BpxExperimentReader.Read(_root);
        var state = _root.OptionalSection("State");
        if (parameters is null || header is null)
        {
            _root.Finish();
            return new BpxContent(null, null, _warnings, experiments, new Dictionary<string, SourcedText>(StringComparer.Ordinal));
        }

        var extension = BpxExtension.Read(parameters.OptionalSection(BpxKeys.UserDefined), Warn);
        bool isPartial = model is "Partial";
        var cell = isPartial ? parameters.OptionalSection("Cell") : parameters.Section("Cell");
        var electrolyte = parameters.OptionalSection("Electrolyte");
        double reference = cell?.OptionalNumber(BpxKeys.ReferenceTemperature)?.Value ?? Room;
        var conditions = ReadState(state, cell, electrolyte, reference);
        var layers = new BpxLayerReader(conditions, extension.Names, isPartial, Warn).Read(parameters, electrolyte, model);
        var top = new List<(string Key, FileNode? Value)>
        {
            ("id", Text(header, FileId(_root.Location.File))),
            ("title", Text(header, header.OptionalText("Title") ?? "")),
            ("notes", Text(header, header.OptionalText("Description") ?? "")),
            ("source", Text(header, SourceOf(header, hasOwnSources: extension.Sources.Count > 0))),
            ("temperature", conditions.Temperature.In(SiUnit.Temperature)),
        };
        header.Finish();
        if (cell is not null)
        {
            top.AddRange(ReadCell(cell, conditions));
            top.Add(("protocol", UsualProtocol(cell, conditions)));
            cell.Finish();
        }

        if (model is "SPM" or "SPMe")
        {
            top.Add(("mesh", BpxFunctionReader.Mapping(header.Location, ("single-particle", new ScalarNode(header.Location, "true")))));
        }

        top.Add(("layers", new SequenceNode(parameters.Location, layers)));
        electrolyte?.Finish();
        parameters.Finish();
        _root.Finish();
        var plain = BpxFunctionReader.Mapping(_root.Location, [.. top]);
        return new BpxContent(extension.Over(plain), plain, _warnings, experiments, extension.Sources);
    }

    private string ReadHeader(BpxSection? header)
    {
        if (header is null)
        {
            return "DFN";
        }

        string version = header.Know("BPX") switch
        {
            ScalarNode text => text.Text,
            NumberNode number => number.Value.ToString("0.0###", CultureInfo.InvariantCulture),
            _ => "",
        };
        var match = Version().Match(version);
        if (!header.Has("BPX"))
        {
            header.ReportMissing("BPX", "the version of the standard, such as \"1.1.0\"");
        }
        else if (!match.Success || int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture) > 1)
        {
            header.Report("BPX", $"is \"{version}\", expected a version 0.x or 1.x of the standard, such as \"1.1.0\"");
        }
        else if (match.Groups["major"].ValueSpan is "0")
        {
            _isLegacy = true;
            Warn(header.Know("BPX")!.Location, "Header.BPX", $"version {version} is read as 1.1: the cell starts at state of charge 1, temperatures and salt concentration move to State");
        }

        if (header.Know("BPX") is NumberNode)
        {
            Warn(header.Know("BPX")!.Location, "Header.BPX", $"is a number; the standard has a text, \"{version}.0\"");
        }

        string? model = header.OptionalText("Model");
        if (model is null)
        {
            if (!header.Has("Model"))
            {
                header.ReportMissing("Model", "DFN, SPMe, SPM or Partial");
            }

            return "DFN";
        }

        if (!Models.Contains(model, StringComparer.Ordinal))
        {
            header.Report("Model", $"is \"{model}\", expected DFN, SPMe, SPM or Partial");
            return Names.Nearest(model, Models) ?? "DFN";
        }

        return model;
    }

    /// <summary>Where the cell starts; up to 0.x some of it stands among the parameters.</summary>
    private BpxConditions ReadState(BpxSection? state, BpxSection? cell, BpxSection? electrolyte, double reference)
    {
        const string Moved = "stands in State since version 1.0, under \"Initial conditions\" or \"Thermal environment\"";
        var initial = state?.OptionalSection(BpxKeys.InitialConditions);
        var thermal = state?.OptionalSection(BpxKeys.ThermalEnvironment) ?? state?.OptionalSection("Thermal state");
        var temperature = initial?.OptionalNumber(BpxKeys.InitialTemperature);
        var ambient = thermal?.OptionalNumber(BpxKeys.AmbientTemperature);
        var concentration = initial?.OptionalNumber(BpxKeys.InitialConcentration);
        const string OldConcentration = "Initial concentration [mol.m-3]";
        const string ThermalConductivity = "Thermal conductivity [W.m-1.K-1]";
        if (_isLegacy)
        {
            ambient ??= cell?.OptionalNumber(BpxKeys.AmbientTemperature);
            temperature ??= cell?.OptionalNumber(BpxKeys.InitialTemperature);
            concentration ??= electrolyte?.OptionalNumber(OldConcentration);
            if (cell?.OptionalNumber(ThermalConductivity) is { } dropped)
            {
                Warn(dropped.Location, cell.PathOf(ThermalConductivity), "is not used: the cell has one temperature");
            }
        }
        else
        {
            cell?.Refuse(BpxKeys.AmbientTemperature, Moved);
            cell?.Refuse(BpxKeys.InitialTemperature, Moved);
            cell?.Refuse(ThermalConductivity, "is no field of the standard since version 1.0; put it into User-defined");
            electrolyte?.Refuse(OldConcentration, $"is \"{BpxKeys.InitialConcentration}\" under State, \"Initial conditions\", since version 1.0");
        }

        var start = temperature ?? ambient ?? new Located(reference, _root.Location);
        if (ambient is { } around && around.Value != start.Value)
        {
            Warn(around.Location, BpxKeys.AmbientTemperature, $"{SiUnit.Temperature.Text(around.Value)} is not used: the surroundings are at the cell's initial {SiUnit.Temperature.Text(start.Value)}");
        }

        var charge = initial?.OptionalNumber(BpxKeys.StateOfCharge) ?? new Located(1, _root.Location);
        if (charge.Value is < 0 or > 1)
        {
            initial!.Report(BpxKeys.StateOfCharge, $"must be from 0 to 1 but is {SiUnit.Plain(charge.Value)}");
            charge = charge.With(1);
        }

        foreach (string key in (string[])["Initial hysteresis state: Positive electrode", "Initial hysteresis state: Negative electrode"])
        {
            initial?.Know(key);
        }

        var transfer = thermal?.OptionalNumber("Heat transfer coefficient [W.m-2.K-1]");
        WarnOfDegradation(state?.OptionalSection("Degradation"));
        initial?.Finish();
        thermal?.Finish();
        state?.Finish();
        return new BpxConditions(start, charge, concentration, transfer, reference);
    }

    private void WarnOfDegradation(BpxSection? degradation)
    {
        foreach (string key in (string[])["LLI", "LAM: Positive electrode", "LAM: Negative electrode"])
        {
            if (degradation?.Know(key) is { } node && node is not NumberNode { Value: 0 })
            {
                Warn(node.Location, degradation.PathOf(key), "is not applied: the cell is taken as new");
            }
        }

        degradation?.Finish();
    }

    private static IEnumerable<(string Key, FileNode? Value)> ReadCell(BpxSection cell, BpxConditions conditions)
    {
        var pairs = cell.Number(BpxKeys.Pairs);
        var area = cell.Number(BpxKeys.ElectrodeArea);
        if (pairs is { Value: var count } && (count < 1 || count != Math.Floor(count)))
        {
            cell.Report(BpxKeys.Pairs, $"must be a whole number of 1 or more but is {SiUnit.Plain(count)}");
            pairs = null;
        }

        double total = (area?.Value ?? double.NaN) * (pairs?.Value ?? double.NaN);
        yield return ("area", pairs is null ? null : area?.With(total).In(SiUnit.Area));
        yield return ("nominal-capacity", cell.Number(BpxKeys.Capacity)?.In(SiUnit.AmpereHours));
        yield return ("voltage", BpxFunctionReader.Mapping(
            cell.Location,
            ("lower", cell.Number(BpxKeys.LowerVoltage)?.In(SiUnit.Voltage)),
            ("upper", cell.Number(BpxKeys.UpperVoltage)?.In(SiUnit.Voltage))));
        var density = cell.OptionalNumber("Density [kg.m-3]");
        var heat = cell.OptionalNumber("Specific heat capacity [J.K-1.kg-1]");
        var volume = cell.OptionalNumber("Volume [m3]");
        var surface = cell.OptionalNumber("External surface area [m2]");
        if (density is { } rho && heat is { } c && volume is { } v && surface is { } outside && conditions.HeatTransfer is { } h)
        {
            // The lumped balance of the whole cell, shared out over the electrode area.
            yield return ("heat", BpxFunctionReader.Mapping(
                rho.Location,
                ("capacity", rho.With(rho.Value * c.Value * v.Value / total).In(SiUnit.ArealHeatCapacity)),
                ("transfer", h.With(h.Value * outside.Value / total).In(SiUnit.HeatTransfer))));
        }
    }

    /// <summary>A BPX file has no protocol: 1C to the cut-off that is farther away.</summary>
    private static ScalarNode? UsualProtocol(BpxSection cell, BpxConditions conditions)
    {
        bool discharges = conditions.StateOfCharge.Value >= 0.5;
        string key = discharges ? BpxKeys.LowerVoltage : BpxKeys.UpperVoltage;
        return cell.Know(key) is NumberNode { Value: > 0 } limit
            ? new ScalarNode(limit.Location, $"{(discharges ? "Discharge" : "Charge")} at 1C until {SiUnit.Plain(limit.Value)} V")
            : null;
    }

    private static ScalarNode? Text(BpxSection section, string text) => text.Length == 0 ? null : new ScalarNode(section.Location, text);

    private static string FileId(string file) => file.Length == 0 ? "bpx" : Path.GetFileNameWithoutExtension(file);

    /// <summary>Source of values that have none of their own in User-defined.</summary>
    private static string SourceOf(BpxSection header, bool hasOwnSources)
    {
        string references = header.OptionalText("References") ?? "";
        string title = header.OptionalText("Title") ?? "";
        return hasOwnSources ? "" : references.Length > 0 ? references : title.Length > 0 ? $"BPX file \"{title}\"" : "BPX file";
    }

    private void Warn(FileLocation place, string path, string message) =>
        _warnings.Add(new FileProblem(place.File, place.Line, place.Column, path, message));

    [GeneratedRegex(@"^(?<major>\d{1,4})\.\d+(\.\d+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Version();
}

/// <summary>What a BPX file holds.</summary>
/// <param name="Cell">Tree of the cell file, with what Ionolith keeps in User-defined; null where sections are missing.</param>
/// <param name="Standard">The same without User-defined.</param>
/// <param name="Warnings">What is not used or was converted.</param>
/// <param name="Experiments">The measured experiments.</param>
/// <param name="Sources">Where values are from, by path.</param>
internal sealed record BpxContent(
    MappingNode? Cell,
    MappingNode? Standard,
    IReadOnlyList<FileProblem> Warnings,
    IReadOnlyList<BpxExperiment> Experiments,
    IReadOnlyDictionary<string, SourcedText> Sources);

/// <summary>Where a value is from, as User-defined keeps it.</summary>
internal sealed record SourcedText(string Source, string Role, string Range);

/// <summary>State of the cell at the start, with the temperature at which the parameters hold.</summary>
/// <param name="Temperature">Initial temperature, K.</param>
/// <param name="StateOfCharge">From 0 to 1.</param>
/// <param name="Concentration">Salt concentration, mol/m3; null where the file has none.</param>
/// <param name="HeatTransfer">Heat transfer coefficient of the outside, W/(m2 K); null where the file has none.</param>
/// <param name="Reference">Reference temperature, K.</param>
internal sealed record BpxConditions(Located Temperature, Located StateOfCharge, Located? Concentration, Located? HeatTransfer, double Reference);
