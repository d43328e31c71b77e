using Ionolith.Library.Files;
using Ionolith.Library.LawForms;
using Ionolith.Materials;
using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.Hosts;
using Ionolith.Materials.Laws.Interfaces;
using Ionolith.Materials.Quantities;
using Ionolith.Materials.Substances;

namespace Ionolith.Library.Reading;

/// <summary>Reads the three kinds of material.</summary>
internal static class MaterialReader
{
    public static readonly IReadOnlyList<string> Kinds = ["active", "electrolyte", "inert"];

    public static LibraryMaterial? ReadAny(MappingReader reader, string id)
    {
        string notes = reader.OptionalText("notes") ?? "";
        string kind = reader.Text("kind", "active, electrolyte or inert");
        switch (kind)
        {
            case "active":
                var active = ReadActive(reader, id);
                return new LibraryMaterial { Id = active.Id, Name = active.Name, Notes = notes, Active = active };
            case "electrolyte":
                var electrolyte = ReadElectrolyte(reader, id);
                return new LibraryMaterial { Id = electrolyte.Id, Name = electrolyte.Name, Notes = notes, Electrolyte = electrolyte };
            case "inert":
                var inert = ReadInert(reader, id);
                return new LibraryMaterial { Id = inert.Id, Name = inert.Name, Notes = notes, Inert = inert };
            default:
                if (kind.Length > 0)
                {
                    reader.Report("kind", $"is \"{kind}\", expected active, electrolyte or inert");
                }

                return null;
        }
    }

    public static ActiveMaterial ReadActive(MappingReader reader, string id)
    {
        (id, string name) = ReadName(reader, id);
        double density = reader.OptionalQuantity("density", QuantityKinds.Density) ?? double.NaN;
        var window = ReadWindow(reader);
        double? bindingEnergy = reader.OptionalQuantity("binding-energy", QuantityKinds.MolarEnergy);
        var potential = FunctionReader.Required(
            reader,
            "open-circuit-potential",
            new PropertyContext("open-circuit-potential", QuantityKinds.Voltage, "x") { BindingEnergy = bindingEnergy ?? double.NaN });
        var material = new ActiveMaterial
        {
            Id = id,
            Name = name,
            Density = density,
            MaximumConcentration = ReadConcentration(reader, density),
            OpenCircuitPotential = potential,
            BindingEnergy = bindingEnergy ?? (potential as LatticeGasPotential)?.BindingEnergy ?? double.NaN,
            Hysteresis = ReadHysteresis(reader),
            VolumeChange = VolumeChangeReader.Read(reader),
            EntropicCoefficient = FunctionReader.Optional(reader, "entropic-coefficient", QuantityKinds.EntropicCoefficient, "x") ?? new ConstantFunction(0),
            ReferenceTemperature = reader.OptionalQuantity("reference-temperature", QuantityKinds.Temperature) ?? 298.15,
            Diffusivity = FunctionReader.Required(reader, "diffusivity", QuantityKinds.Diffusivity, "x"),
            StoichiometryWindow = window,
        };
        reader.Finish();
        return material;
    }

    public static Electrolyte ReadElectrolyte(MappingReader reader, string id)
    {
        (id, string name) = ReadName(reader, id);
        var electrolyte = new Electrolyte
        {
            Id = id,
            Name = name,
            Density = reader.OptionalQuantity("density", QuantityKinds.Density) ?? double.NaN,
            Conductivity = FunctionReader.Required(reader, "conductivity", QuantityKinds.Conductivity, "c"),
            Salt = reader.Section("salt") is { } salt ? ReadSalt(salt) : null,
            StabilityWindow = ReadStability(reader),
        };
        reader.Finish();
        return electrolyte;
    }

    public static InertMaterial ReadInert(MappingReader reader, string id)
    {
        (id, string name) = ReadName(reader, id);
        var material = new InertMaterial
        {
            Id = id,
            Name = name,
            Density = reader.OptionalQuantity("density", QuantityKinds.Density) ?? double.NaN,
            Conductivity = reader.OptionalQuantity("conductivity", QuantityKinds.Conductivity) ?? double.NaN,
        };
        reader.Finish();
        return material;
    }

    /// <summary>The binding energy that a material's tree states, J/mol; NaN where it has none. Its reader tells what is wrong with it.</summary>
    public static double BindingEnergyOf(MappingNode material)
    {
        var node = material.Find("binding-energy")?.Value;
        string? text = (node as ScalarNode)?.Text ?? (node as MappingNode)?.TextOf("value");
        return text is not null && Quantity.TryParse(text, QuantityKinds.MolarEnergy, out var energy, out _) ? energy.Value : double.NaN;
    }

    private static PotentialHysteresis? ReadHysteresis(MappingReader owner)
    {
        if (owner.Section("hysteresis") is not { } reader)
        {
            return null;
        }

        double halfGap = reader.Quantity("half-gap", QuantityKinds.Voltage);
        double decayRate = reader.Quantity("decay-rate", QuantityKinds.Number);
        reader.Finish();
        if (halfGap < 0)
        {
            reader.Report("half-gap", "must be zero or more: half the gap between the branches");
        }

        if (decayRate <= 0)
        {
            reader.Report("decay-rate", "must be positive: how fast a new branch is approached, for each unit of stoichiometry");
        }

        return halfGap >= 0 && decayRate > 0 ? new PotentialHysteresis(halfGap, decayRate) : null;
    }

    private static StabilityWindow? ReadStability(MappingReader owner)
    {
        if (owner.Section("stability-window") is not { } reader)
        {
            return null;
        }

        double reduction = reader.Quantity("reduction", QuantityKinds.Voltage);
        double oxidation = reader.Quantity("oxidation", QuantityKinds.Voltage);
        reader.Finish();
        if (oxidation <= reduction)
        {
            reader.Report("oxidation", "must lie above the reduction potential");
        }

        return oxidation > reduction ? new StabilityWindow(reduction, oxidation) : null;
    }

    private static (string Id, string Name) ReadName(MappingReader reader, string id)
    {
        reader.Know("kind");
        reader.Know("notes");
        reader.Know("aliases");
        id = reader.OptionalText("id") ?? id;
        return (id, reader.OptionalText("name") ?? id);
    }

    private static SaltTransport ReadSalt(MappingReader reader)
    {
        var salt = new SaltTransport
        {
            InitialConcentration = reader.Quantity("initial-concentration", QuantityKinds.Concentration),
            Diffusivity = FunctionReader.Required(reader, "diffusivity", QuantityKinds.Diffusivity, "c"),
            TransferenceNumber = FunctionReader.Required(reader, "transference-number", QuantityKinds.Number, "c"),
            ThermodynamicFactor = FunctionReader.Optional(reader, "thermodynamic-factor", QuantityKinds.Number, "c") ?? new ConstantFunction(1),
        };
        reader.Finish();
        return salt;
    }

    /// <summary>Directly, or as specific capacity times density over the Faraday constant.</summary>
    private static double ReadConcentration(MappingReader reader, double density)
    {
        reader.RequireOneOf(required: true, "maximum-concentration", "specific-capacity");
        if (reader.OptionalQuantity("maximum-concentration", QuantityKinds.Concentration) is { } concentration)
        {
            return concentration;
        }

        double capacity = reader.OptionalQuantity("specific-capacity", QuantityKinds.SpecificCapacity) ?? double.NaN;
        if (double.IsNaN(density) && !reader.Has("density") && reader.Has("specific-capacity"))
        {
            reader.ReportMissing("density", "a density, which the specific capacity needs to become a concentration, such as density: \"5.1 g/cm3\"");
        }

        return capacity * density / PhysicalConstants.Faraday;
    }

    private static (double Lower, double Upper) ReadWindow(MappingReader reader)
    {
        if (reader.Know("stoichiometry-window") is not { } node)
        {
            return (0, 1);
        }

        if (reader.ValueText("stoichiometry-window", node) is not { } text)
        {
            return (double.NaN, double.NaN);
        }

        if (!Interval.TryParse(text.Text, QuantityKinds.Number, out double lower, out double upper, out string error))
        {
            reader.Report("stoichiometry-window", error);
        }
        else
        {
            Provenance.Note(reader.Context, reader.PathOf("stoichiometry-window"), text.Text, node, reader.SourceFor(node));
        }

        return (lower, upper);
    }
}
