using Ionolith.Cells.Stack;
using Ionolith.Library.Files;

namespace Ionolith.Library.Writing;

/// <summary>Writes one layer of a stack.</summary>
internal static class LayerTree
{
    private static readonly FileLocation Nowhere = new("", 0, 0);

    public static TreeBuilder Of(Layer layer, TreeBuilder tree)
    {
        tree.Text("kind", layer switch
        {
            CurrentCollector => "current-collector",
            LithiumMetal => "lithium-metal",
            ElectrolyteLayer => "electrolyte",
            _ => "electrode",
        });
        tree.Text("name", layer.Name);
        tree.Quantity("thickness", layer.Thickness, SiUnit.Length);
        switch (layer)
        {
            case CurrentCollector collector:
                tree.Add("material", MaterialTree.Of(collector.Material, tree.Beside()));
                break;
            case LithiumMetal lithium:
                tree.Quantity("density", lithium.Density, SiUnit.Density);
                tree.Quantity("molar-volume", lithium.MolarVolume, SiUnit.MolarVolume);
                tree.Add("kinetics", Kinetics(lithium.Kinetics, tree.Below("kinetics")));
                AgeingTree.Add(tree, lithium.Ageing);
                break;
            case ElectrolyteLayer electrolyte:
                tree.Add("material", MaterialTree.Of(electrolyte.Electrolyte, tree.Beside()));
                tree.Quantity("volume-fraction", electrolyte.VolumeFraction, SiUnit.Number);
                tree.Quantity("transport-efficiency", electrolyte.TransportEfficiency, SiUnit.Number);
                tree.Unless(double.PositiveInfinity, "compression-modulus", electrolyte.CompressionModulus, SiUnit.Pressure);
                if (electrolyte.Frame is { } frame)
                {
                    tree.Add("frame", MaterialTree.Of(frame, tree.Below("frame")));
                }

                break;
            case PorousElectrode electrode:
                WriteElectrode(electrode, tree);
                break;
        }

        return tree;
    }

    private static void WriteElectrode(PorousElectrode electrode, TreeBuilder tree)
    {
        var electrolyte = tree.Below("electrolyte");
        electrolyte.Add("material", MaterialTree.Of(electrode.Electrolyte, electrolyte.Beside()));
        electrolyte.Quantity("volume-fraction", electrode.ElectrolyteFraction, SiUnit.Number);
        electrolyte.Quantity("transport-efficiency", electrode.TransportEfficiency, SiUnit.Number);
        tree.Add("electrolyte", electrolyte);
        tree.Function("electronic-conductivity", electrode.ElectronicConductivity, SiUnit.Conductivity, "x");
        tree.AddList("active", electrode.ActivePhases.Select(p => Phase(p, tree.Below($"active.{p.Material.Id}")).Node));
        if (electrode.InertPhases.Count > 0)
        {
            tree.AddList("inert", electrode.InertPhases.Select(p => Inert(p, tree.Below($"inert.{p.Material.Id}")).Node));
        }

        tree.Unless(double.PositiveInfinity, "compression-modulus", electrode.CompressionModulus, SiUnit.Pressure);
        LightTree.Add(tree, electrode.Light);
    }

    private static TreeBuilder Phase(ActivePhase phase, TreeBuilder tree)
    {
        tree.Text("name", phase.Material.Id);
        tree.Add("material", MaterialTree.Of(phase.Material, tree.Beside()));
        tree.Quantity("volume-fraction", phase.VolumeFraction, SiUnit.Number);
        if (phase.Sizes is [{ VolumeShare: 1 } only])
        {
            tree.Quantity("radius", only.Radius, SiUnit.Length);
        }
        else
        {
            tree.AddList("size-distribution", phase.Sizes.Select(Size));
        }

        tree.Unless(1, "contacted-fraction", phase.ContactedFraction, SiUnit.Number);
        tree.Quantity("initial-stoichiometry", phase.InitialStoichiometry, SiUnit.Number);
        tree.Unless(0, "initial-hysteresis", phase.InitialHysteresis, SiUnit.Number);
        tree.Add("kinetics", Kinetics(phase.Kinetics, tree.Below("kinetics")));
        AgeingTree.Add(tree, phase.Ageing);
        return tree;
    }

    private static MappingNode Size(ParticleSize size) => new(
        Nowhere,
        [
            new FileEntry(Nowhere, "radius", SiUnit.Length.Node(size.Radius)),
            new FileEntry(Nowhere, "volume-share", SiUnit.Number.Node(size.VolumeShare)),
        ]);

    private static TreeBuilder Inert(InertPhase phase, TreeBuilder tree)
    {
        tree.Text("name", phase.Material.Id);
        tree.Add("material", MaterialTree.Of(phase.Material, tree.Beside()));
        tree.Quantity("volume-fraction", phase.VolumeFraction, SiUnit.Number);
        return tree;
    }

    private static TreeBuilder Kinetics(InterfaceKinetics kinetics, TreeBuilder tree)
    {
        var usual = kinetics with { Law = "butler-volmer", AnodicTransferCoefficient = 0.5, ReorganisationEnergy = 40_000 };
        if (!string.Equals(kinetics.Law, usual.Law, StringComparison.Ordinal))
        {
            tree.Text("law", kinetics.Law);
        }

        var exchange = tree.Below("exchange-current");
        exchange.Function("reference", kinetics.ExchangeCurrent.Reference, SiUnit.CurrentDensity, "x");
        exchange.Quantity("reference-concentration", kinetics.ExchangeCurrent.ReferenceConcentration, SiUnit.Concentration);
        exchange.Quantity("electrolyte-exponent", kinetics.ExchangeCurrent.ElectrolyteExponent, SiUnit.Number);
        exchange.Quantity("stoichiometry-exponent", kinetics.ExchangeCurrent.StoichiometryExponent, SiUnit.Number);
        exchange.Quantity("vacancy-exponent", kinetics.ExchangeCurrent.VacancyExponent, SiUnit.Number);
        tree.Add("exchange-current", exchange);
        tree.Unless(usual.AnodicTransferCoefficient, "anodic-transfer-coefficient", kinetics.AnodicTransferCoefficient, SiUnit.Number);
        tree.Unless(usual.ReorganisationEnergy, "reorganisation-energy", kinetics.ReorganisationEnergy, SiUnit.MolarEnergy);
        if (kinetics.FilmLaw is { } film)
        {
            tree.Function("film-resistance", film, SiUnit.ArealResistance, "x");
        }
        else
        {
            tree.Unless(0, "film-resistance", kinetics.FilmResistance, SiUnit.ArealResistance);
            tree.Unless(0, "film-activation-energy", kinetics.FilmActivationEnergy, SiUnit.MolarEnergy);
        }

        tree.Unless(0, "double-layer-capacitance", kinetics.DoubleLayerCapacitance, SiUnit.ArealCapacitance);
        return tree;
    }
}
