using System.Globalization;
using Ionolith.Cells.Ageing;
using Ionolith.Cells.Protocols;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reading;

/// <summary>Reads a cell file's tree into a description.</summary>
internal static class CellReader
{
    private static readonly string[] UndefinedWords = ["not defined", "not finite", "must be finite", "needs at least one"];
    private static readonly QuantityKind[] Capacities = [QuantityKinds.ArealCapacity, QuantityKinds.Charge, QuantityKinds.SpecificCapacity];

    /// <summary>Reads and checks a cell.</summary>
    /// <param name="root">The file's tree, with overrides applied.</param>
    /// <param name="context">Problems that were found before; gets those found here.</param>
    /// <returns>The cell, its warnings included; null if there are problems.</returns>
    public static (CellDescription? Cell, IReadOnlyList<FileProblem> Warnings) Read(MappingNode root, ReadContext context)
    {
        var reader = new MappingReader(root, "", context, "");
        string id = reader.OptionalText("id") ?? Path.GetFileNameWithoutExtension(root.Location.File);
        reader.Know("aliases");
        bool complete = true;
        double area = reader.Quantity("area", QuantityKinds.Area);
        var layers = ReadLayers(reader, ref complete);
        var (lower, upper) = ReadVoltage(reader);
        var cell = new CellDescription
        {
            Id = id,
            Title = reader.OptionalText("title") ?? id,
            Notes = reader.OptionalText("notes") ?? "",
            Layers = layers,
            Area = area,
            NominalCapacity = ReadCapacity(reader, area, layers),
            LowerCutoffVoltage = lower,
            UpperCutoffVoltage = upper,
            Temperature = reader.OptionalQuantity("temperature", QuantityKinds.Temperature) ?? 298.15,
            StackPressure = reader.OptionalQuantity("stack-pressure", QuantityKinds.Pressure) ?? 0,
            Swelling = ReadSwelling(reader),
            LeakResistance = reader.OptionalQuantity("leak-resistance", QuantityKinds.ArealResistance) ?? double.PositiveInfinity,
            Heat = ReadHeat(reader),
            Mesh = ReadMesh(reader),
            DefaultProtocol = ReadProtocol(reader),
            Contacts = ReadContacts(reader),
            Construction = reader.Section("stack") is not null ? StackReader.Read((MappingNode)reader.Know("stack")!, context, layers) : null,
        };
        reader.Finish();
        var warnings = Check(cell, context, root.Location, complete);
        return context.Problems.Count == 0 ? (cell with { Values = [.. context.Values] }, warnings) : (null, warnings);
    }

    /// <summary>Adds what makes no sense, but nothing that follows from a value that could not even be read.</summary>
    private static List<FileProblem> Check(CellDescription cell, ReadContext context, FileLocation top, bool complete)
    {
        string[] unread = [.. context.Problems.Select(p => p.Path)];
        var warnings = new List<FileProblem>();
        var found = complete ? cell.Validate() : cell.ValidateWithoutOrder();
        foreach (var problem in found)
        {
            if (FollowsFromFraction(problem, found, context))
            {
                continue;
            }

            if (unread.Length > 0 && (FollowsFromUnread(problem, unread) || IsDerived(problem, context)))
            {
                continue;
            }

            var place = context.PlaceOf(problem.Path, top);
            if (problem.Severity == ProblemSeverity.Error)
            {
                context.Report(place, problem.Path, problem.Message);
            }
            else
            {
                warnings.Add(new FileProblem(place.File, place.Line, place.Column, problem.Path, problem.Message));
            }
        }

        return warnings;
    }

    /// <summary>A value that could not be read is NaN, a function NaN everywhere, and whatever is computed from them.</summary>
    private static bool FollowsFromUnread(CellProblem problem, string[] unread) =>
        problem.Message.Contains("NaN", StringComparison.Ordinal)
        || (UndefinedWords.Any(w => problem.Message.Contains(w, StringComparison.Ordinal)) && Array.Exists(unread, path =>
            path.StartsWith(problem.Path, StringComparison.Ordinal)
            && (path.Length == problem.Path.Length || path[problem.Path.Length] == '.')));

    /// <summary>A transport efficiency that was computed from a wrong volume fraction is no second mistake.</summary>
    private static bool FollowsFromFraction(CellProblem problem, IReadOnlyList<CellProblem> found, ReadContext context)
    {
        const string Efficiency = ".transport-efficiency";
        string fraction = problem.Path.Replace(Efficiency, ".volume-fraction", StringComparison.Ordinal);
        return problem.Path.EndsWith(Efficiency, StringComparison.Ordinal) && !context.Knows(problem.Path)
            && found.Any(p => string.Equals(p.Path, fraction, StringComparison.Ordinal));
    }

    private static bool IsDerived(CellProblem problem, ReadContext context) =>
        problem.Path is "nominal-capacity" && !context.Knows(problem.Path);

    private static List<Layer> ReadLayers(MappingReader reader, ref bool complete)
    {
        var layers = new List<Layer>();
        var items = reader.List("layers");
        if (!reader.Has("layers"))
        {
            reader.ReportMissing("layers", "the list of layers from the negative to the positive terminal (\"- kind: lithium-metal\" ...)");
            complete = false;
        }

        for (int i = 0; i < items.Count; i++)
        {
            if (LayerReader.Read(items[i], i + 1, reader.Context, reader.Source) is { } layer)
            {
                layers.Add(layer);
            }
            else
            {
                complete = false;
            }
        }

        return layers;
    }

    private static (double Lower, double Upper) ReadVoltage(MappingReader reader)
    {
        if (reader.Section("voltage") is not { } voltage)
        {
            if (!reader.Has("voltage"))
            {
                reader.ReportMissing("voltage", "the cut-off voltages, such as voltage: {lower: \"2.5 V\", upper: \"4.2 V\"}");
            }

            return (double.NaN, double.NaN);
        }

        double lower = voltage.Quantity("lower", QuantityKinds.Voltage);
        double upper = voltage.Quantity("upper", QuantityKinds.Voltage);
        voltage.Finish();
        return (lower, upper);
    }

    /// <summary>Per area, per active mass of the positive electrode, or in total; without one, the capacity of the electrode that limits the cell.</summary>
    private static double ReadCapacity(MappingReader reader, double area, List<Layer> layers)
    {
        const string key = "nominal-capacity";
        if (reader.Know(key) is not { } node)
        {
            double derived = ElectrodeCapacity.OfLimitingElectrode(layers);
            reader.Context.Values.Add(new SourcedValue(
                key,
                QuantityFormat.ToText(derived, QuantityKinds.ArealCapacity, 6),
                "derived: capacity of the limiting electrode between the ends of its stoichiometry windows",
                ValueRole.Input,
                ""));
            return derived * area;
        }

        reader.Context.Remember(key, node.Location);
        if (reader.ValueText(key, node) is not { } text)
        {
            return double.NaN;
        }

        if (!Quantity.TryParse(text.Text, Capacities, out var kind, out var quantity, out string error))
        {
            reader.Context.Report(text.Location, key, error);
            return double.NaN;
        }

        Provenance.Note(reader.Context, key, text.Text, node, reader.Source, kind, quantity.Value);
        if (kind == QuantityKinds.SpecificCapacity && double.IsNaN(ActiveLoading(layers)) && reader.Context.Problems.Count == 0)
        {
            reader.Report(key, "is given per active mass, which needs a positive electrode of active materials whose densities are known");
        }

        return quantity.Value * (kind == QuantityKinds.ArealCapacity ? area : kind == QuantityKinds.SpecificCapacity ? area * ActiveLoading(layers) : 1);
    }

    /// <summary>Active mass of the positive electrode, kg per m2 of geometric area; NaN where it has none or a density is unknown.</summary>
    private static double ActiveLoading(List<Layer> layers) =>
        layers.OfType<PorousElectrode>().LastOrDefault() is { } electrode ? ElectrodeLoading.Of(electrode) : double.NaN;

    private static HeatBalance? ReadHeat(MappingReader reader)
    {
        if (reader.Section("heat") is not { } heat)
        {
            return null;
        }

        var balance = new HeatBalance(
            heat.Quantity("capacity", QuantityKinds.ArealHeatCapacity), heat.Quantity("transfer", QuantityKinds.HeatTransfer))
        {
            LimitTemperature = heat.OptionalQuantity("limit-temperature", QuantityKinds.Temperature) ?? double.NaN,
        };
        heat.Finish();
        return balance;
    }

    private static SwellingOptions? ReadSwelling(MappingReader reader)
    {
        const string key = "swelling";
        if (reader.Know(key) is ScalarNode)
        {
            return reader.Flag(key) ? new SwellingOptions() : null;
        }

        if (reader.Section(key) is not { } section)
        {
            return null;
        }

        var usual = new SwellingOptions();
        var swelling = new SwellingOptions
        {
            StackStiffness = section.OptionalQuantity("stack-stiffness", QuantityKinds.Stiffness) ?? usual.StackStiffness,
            IonicExponent = section.OptionalQuantity("ionic-exponent", QuantityKinds.Number) ?? usual.IonicExponent,
            ElectronicExponent = section.OptionalQuantity("electronic-exponent", QuantityKinds.Number) ?? usual.ElectronicExponent,
        };
        section.Finish();
        return swelling;
    }

    private static MeshOptions ReadMesh(MappingReader reader)
    {
        var mesh = new MeshOptions();
        if (reader.Section("mesh") is not { } section)
        {
            return mesh;
        }

        mesh = new MeshOptions
        {
            ElectrodeVolumes = section.Whole("electrode-volumes", mesh.ElectrodeVolumes),
            SeparatorVolumes = section.Whole("separator-volumes", mesh.SeparatorVolumes),
            Shells = section.Whole("shells", mesh.Shells),
            ShellGrading = section.OptionalQuantity("shell-grading", QuantityKinds.Number) ?? mesh.ShellGrading,
            SingleParticle = section.Flag("single-particle"),
        };
        section.Finish();
        return mesh;
    }

    private static List<string> ReadProtocol(MappingReader reader)
    {
        var places = new List<FileLocation>();
        var steps = new List<string>();
        if (reader.Know("protocol") is ScalarNode { Text.Length: > 0 } single)
        {
            CheckProtocol(reader, [single.Text], [single.Location]);
            return [single.Text];
        }

        foreach (var item in reader.List("protocol"))
        {
            if (item is ScalarNode { Text.Length: > 0 } step)
            {
                steps.Add(step.Text);
                places.Add(step.Location);
            }
            else
            {
                reader.Context.Report(item.Location, "protocol", "expected a step, such as \"Discharge at 1C until 2.5 V\"");
            }
        }

        CheckProtocol(reader, steps, places);
        return steps;
    }

    /// <summary>Tells the mistakes of a protocol at the items in which they are; files that it names are beside the cell's.</summary>
    private static void CheckProtocol(MappingReader reader, List<string> items, List<FileLocation> places)
    {
        if (items.Count == 0)
        {
            return;
        }

        var files = new ProtocolFiles(Path.GetDirectoryName(reader.Location.File) ?? "");
        foreach (var problem in ProtocolParser.Parse(items, files, cutoffs: new CutoffVoltages(double.NaN, double.NaN)).Problems)
        {
            // "protocol item 2" names the item; what belongs to none is told at the first.
            string number = problem.Source[(problem.Source.LastIndexOf(' ') + 1)..];
            int item = int.TryParse(number, CultureInfo.InvariantCulture, out int given) ? Math.Clamp(given, 1, items.Count) : 1;
            string where = problem.Text.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" (at character {problem.Column} of \"{problem.Text}\")");
            reader.Context.Report(places[item - 1], string.Create(CultureInfo.InvariantCulture, $"protocol.{item}"), problem.Message + where);
        }
    }

    private static List<ContactResistance> ReadContacts(MappingReader reader)
    {
        var contacts = new List<ContactResistance>();
        foreach (var item in reader.List("contacts"))
        {
            string path = $"contacts.{contacts.Count + 1}";
            if (item is not MappingNode mapping)
            {
                reader.Context.Report(item.Location, path, "expected {between: anode, and: separator, resistance: \"5 ohm cm2\"}");
                continue;
            }

            var contact = new MappingReader(mapping, path, reader.Context, reader.Source);
            contacts.Add(new ContactResistance(
                contact.Text("between", "anode"),
                contact.Text("and", "separator"),
                contact.Quantity("resistance", QuantityKinds.ArealResistance),
                contact.OptionalQuantity("activation-energy", QuantityKinds.MolarEnergy) ?? 0)
            {
                Ageing = AgeingReader.Read(contact, AgeingPlaces.Contact),
            });
            contact.Finish();
        }

        return contacts;
    }
}
