using Ionolith.Cells.Design;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Writing;

/// <summary>Writes a description as the tree of a cell file that holds everything itself: materials stand in place.</summary>
/// <remarks>Reading the tree gives the same numbers to the last bit, except that a derived nominal capacity becomes a given one.</remarks>
internal static class CellTree
{
    private static readonly FileLocation Nowhere = new("", 0, 0);

    /// <summary>Writes a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="withSources">Whether values carry their source and role.</param>
    public static MappingNode Of(CellDescription cell, bool withSources)
    {
        var laws = WrittenSources.Laws(cell);
        var sources = withSources ? WrittenSources.Of(cell) : laws;
        string common = withSources ? CommonSource(sources.Values) : "";
        if (common.Length > 0)
        {
            sources = sources.Where(s => s.Value.Role != ValueRole.Input || !string.Equals(s.Value.Source, common, StringComparison.Ordinal))
                .ToDictionary(StringComparer.Ordinal);
            foreach (var law in laws)
            {
                sources.TryAdd(law.Key, law.Value);
            }
        }

        var top = new TreeBuilder("", sources);
        top.Text("id", cell.Id);
        top.Text("title", cell.Title);
        top.Text("notes", cell.Notes);
        top.Text("source", common);
        top.Quantity("area", cell.Area, SiUnit.Area);
        WriteCapacity(top, cell, sources);
        var voltage = top.Below("voltage");
        voltage.Quantity("lower", cell.LowerCutoffVoltage, SiUnit.Voltage);
        voltage.Quantity("upper", cell.UpperCutoffVoltage, SiUnit.Voltage);
        top.Add("voltage", voltage);
        top.Quantity("temperature", cell.Temperature, SiUnit.Temperature);
        top.Unless(0, "stack-pressure", cell.StackPressure, SiUnit.Pressure);
        WriteSwelling(top, cell.Swelling);
        top.Unless(double.PositiveInfinity, "leak-resistance", cell.LeakResistance, SiUnit.ArealResistance);
        if (cell.Heat is { } heat)
        {
            var balance = top.Below("heat");
            balance.Quantity("capacity", heat.HeatCapacity, SiUnit.ArealHeatCapacity);
            balance.Quantity("transfer", heat.HeatTransfer, SiUnit.HeatTransfer);
            if (!double.IsNaN(heat.LimitTemperature))
            {
                balance.Quantity("limit-temperature", heat.LimitTemperature, SiUnit.Temperature);
            }

            top.Add("heat", balance);
        }

        WriteMesh(top, cell.Mesh);
        if (cell.DefaultProtocol.Count > 0)
        {
            top.AddList("protocol", cell.DefaultProtocol.Select(p => new ScalarNode(Nowhere, p)));
        }

        top.AddList("layers", cell.Layers.Select(l => LayerTree.Of(l, new TreeBuilder(l.Name, sources)).Node));
        if (cell.Contacts.Count > 0)
        {
            top.AddList("contacts", cell.Contacts.Select((c, i) => Contact(c, new TreeBuilder($"contacts.{i + 1}", sources)).Node));
        }

        if (cell.Construction is { } stack)
        {
            top.Add("stack", StackTree.Of(stack, new TreeBuilder("stack", StackSources(stack, sources, withSources))));
        }

        return top.Node;
    }

    /// <summary>Sources of the stack: also of the values that its file had left out.</summary>
    private static Dictionary<string, SourcedValue> StackSources(
        StackConstruction stack, Dictionary<string, SourcedValue> sources, bool withSources) => !withSources ? sources
        : sources.Values.Concat(stack.Values.Where(v => !sources.ContainsKey(v.Path) && v.Role != ValueRole.Input))
            .ToDictionary(v => v.Path, StringComparer.Ordinal);

    /// <summary>A source that can stand once at the top: that of most values, where none is without any.</summary>
    private static string CommonSource(Dictionary<string, SourcedValue>.ValueCollection values)
    {
        var most = values.Where(v => v.Role == ValueRole.Input).GroupBy(v => v.Source, StringComparer.Ordinal).MaxBy(g => g.Count());
        return most is not null && 2 * most.Count() > values.Count && !values.Any(v => v.Source.Length == 0) ? most.Key : "";
    }

    /// <summary>Per area where it was given so, else in ampere hours where that is the same number, else in coulomb.</summary>
    private static void WriteCapacity(TreeBuilder top, CellDescription cell, Dictionary<string, SourcedValue> sources)
    {
        const string key = "nominal-capacity";
        double capacity = cell.NominalCapacity;
        if (sources.TryGetValue(key, out var source)
            && Quantity.TryParse(source.Text, QuantityKinds.ArealCapacity, out var perArea, out _) && perArea.Value * cell.Area == capacity)
        {
            top.Quantity(key, perArea.Value, SiUnit.ArealCapacity);
            return;
        }

        double hours = capacity / 3600;
        bool isExact = hours * 3600 == capacity;
        top.Quantity(key, isExact ? hours : capacity, isExact ? SiUnit.AmpereHours : SiUnit.Charge);
    }

    private static void WriteSwelling(TreeBuilder top, SwellingOptions? swelling)
    {
        if (swelling is null)
        {
            return;
        }

        var usual = new SwellingOptions();
        var section = top.Below("swelling");
        section.Unless(usual.StackStiffness, "stack-stiffness", swelling.StackStiffness, SiUnit.Stiffness);
        section.Known("ionic-exponent", swelling.IonicExponent, SiUnit.Number);
        section.Unless(usual.ElectronicExponent, "electronic-exponent", swelling.ElectronicExponent, SiUnit.Number);
        if (section.Node.Entries.Count > 0)
        {
            top.Add("swelling", section);
        }
        else
        {
            top.Text("swelling", "true");
        }
    }

    private static void WriteMesh(TreeBuilder top, MeshOptions mesh)
    {
        var usual = new MeshOptions();
        var section = top.Below("mesh");
        section.Unless(usual.ElectrodeVolumes, "electrode-volumes", mesh.ElectrodeVolumes, SiUnit.Number);
        section.Unless(usual.SeparatorVolumes, "separator-volumes", mesh.SeparatorVolumes, SiUnit.Number);
        section.Unless(usual.Shells, "shells", mesh.Shells, SiUnit.Number);
        section.Unless(usual.ShellGrading, "shell-grading", mesh.ShellGrading, SiUnit.Number);
        section.Text("single-particle", mesh.SingleParticle ? "true" : "");
        if (section.Node.Entries.Count > 0)
        {
            top.Add("mesh", section);
        }
    }

    private static TreeBuilder Contact(ContactResistance contact, TreeBuilder tree)
    {
        tree.Text("between", contact.Between);
        tree.Text("and", contact.And);
        tree.Quantity("resistance", contact.Resistance, SiUnit.ArealResistance);
        tree.Unless(0, "activation-energy", contact.ActivationEnergy, SiUnit.MolarEnergy);
        AgeingTree.Add(tree, contact.Ageing);
        return tree;
    }
}
