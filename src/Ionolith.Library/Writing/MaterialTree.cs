using Ionolith.Library.Reading;
using Ionolith.Materials.Substances;

namespace Ionolith.Library.Writing;

/// <summary>Writes a material in place.</summary>
internal static class MaterialTree
{
    public static TreeBuilder Of(ActiveMaterial material, TreeBuilder tree)
    {
        WriteName(tree, material.Id, "active", material.Name, material.Density);
        tree.Quantity("maximum-concentration", material.MaximumConcentration, SiUnit.Concentration);
        tree.Known("binding-energy", material.BindingEnergy, SiUnit.MolarEnergy);
        tree.Function("open-circuit-potential", material.OpenCircuitPotential, SiUnit.Voltage, "x");
        if (material.Hysteresis is { } hysteresis)
        {
            var branches = tree.Below("hysteresis");
            branches.Quantity("half-gap", hysteresis.HalfGap, SiUnit.Voltage);
            branches.Quantity("decay-rate", hysteresis.DecayRate, SiUnit.Number);
            tree.Add("hysteresis", branches);
        }

        if (material.VolumeChange is { Curve: { } curve })
        {
            tree.Function(VolumeChangeReader.Key, curve, SiUnit.Number, "x");
        }
        else if (material.VolumeChange is { } volume)
        {
            tree.Quantity(VolumeChangeReader.Key, volume.Change, SiUnit.Number);
        }

        tree.Function("entropic-coefficient", material.EntropicCoefficient, SiUnit.EntropicCoefficient, "x");
        tree.Quantity("reference-temperature", material.ReferenceTemperature, SiUnit.Temperature);
        tree.Function("diffusivity", material.Diffusivity, SiUnit.Diffusivity, "x");
        var (lower, upper) = material.StoichiometryWindow;
        tree.Value("stoichiometry-window", $"{SiUnit.Plain(lower)}..{SiUnit.Plain(upper)}");
        return tree;
    }

    public static TreeBuilder Of(Electrolyte electrolyte, TreeBuilder tree)
    {
        WriteName(tree, electrolyte.Id, "electrolyte", electrolyte.Name, electrolyte.Density);
        tree.Function("conductivity", electrolyte.Conductivity, SiUnit.Conductivity, "c");
        if (electrolyte.Salt is { } transport)
        {
            var salt = tree.Below("salt");
            salt.Quantity("initial-concentration", transport.InitialConcentration, SiUnit.Concentration);
            salt.Function("diffusivity", transport.Diffusivity, SiUnit.Diffusivity, "c");
            salt.Function("transference-number", transport.TransferenceNumber, SiUnit.Number, "c");
            salt.Function("thermodynamic-factor", transport.ThermodynamicFactor, SiUnit.Number, "c");
            tree.Add("salt", salt);
        }

        if (electrolyte.StabilityWindow is { } window)
        {
            var stability = tree.Below("stability-window");
            stability.Quantity("reduction", window.Reduction, SiUnit.Voltage);
            stability.Quantity("oxidation", window.Oxidation, SiUnit.Voltage);
            tree.Add("stability-window", stability);
        }

        return tree;
    }

    public static TreeBuilder Of(InertMaterial material, TreeBuilder tree)
    {
        WriteName(tree, material.Id, "inert", material.Name, material.Density);
        tree.Known("conductivity", material.Conductivity, SiUnit.Conductivity);
        return tree;
    }

    private static void WriteName(TreeBuilder tree, string id, string kind, string name, double density)
    {
        tree.Text("id", id);
        tree.Text("kind", kind);
        tree.Text("name", name);
        tree.Known("density", density, SiUnit.Density);
    }
}
