using Ionolith.Cells.Design;

namespace Ionolith.Library.Writing;

/// <summary>Writes how a stack is built; what its file had left out stands there as the assumption that was made.</summary>
internal static class StackTree
{

    public static TreeBuilder Of(StackConstruction stack, TreeBuilder tree)
    {
        tree.Quantity("cells", stack.Cells, SiUnit.Number);
        tree.Text("arrangement", stack.Arrangement == StackArrangement.Bipolar ? "bipolar" : "conventional");
        tree.Quantity("width", stack.Width, SiUnit.Length);
        tree.Quantity("height", stack.Height, SiUnit.Length);
        Foil(tree, "negative-collector", stack.NegativeCollector);
        Foil(tree, "positive-collector", stack.PositiveCollector);
        Foil(tree, "bipolar-collector", stack.BipolarCollector);
        var tabs = tree.Below("tabs");
        tabs.Quantity("mass-share", stack.TabShare, SiUnit.Number);
        tree.Add("tabs", tabs);
        var seal = tree.Below("seal");
        seal.Quantity("width", stack.Seal.Width, SiUnit.Length);
        seal.Quantity("density", stack.Seal.Density, SiUnit.Density);
        tree.Add("seal", seal);
        var casing = tree.Below("casing");
        casing.Quantity("thickness", stack.Casing.Thickness, SiUnit.Length);
        casing.Quantity("density", stack.Casing.Density, SiUnit.Density);
        casing.Quantity("margin", stack.Casing.Margin, SiUnit.Length);
        tree.Add("casing", casing);
        var spread = tree.Below("spread");
        spread.Quantity("capacity", stack.Spread.Capacity, SiUnit.Number);
        spread.Quantity("resistance", stack.Spread.Resistance, SiUnit.Number);
        spread.Unless(0, "leak", stack.Spread.Leak, SiUnit.Number);
        spread.Text("seed", stack.Spread.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture));
        tree.Add("spread", spread);
        return tree;
    }

    private static void Foil(TreeBuilder tree, string key, Foil foil)
    {
        if (foil.Sheets.Count == 1)
        {
            tree.Add(key, Sheet(foil.Sheets[0], tree.Below(key)));
        }
        else
        {
            tree.AddList(key, foil.Sheets.Select(s => Sheet(s, tree.Below($"{key}.{s.Material.Id}"), named: true).Node));
        }
    }

    private static TreeBuilder Sheet(FoilSheet sheet, TreeBuilder tree, bool named = false)
    {
        if (named)
        {
            tree.Text("name", sheet.Material.Id);
        }

        tree.Add("material", MaterialTree.Of(sheet.Material, tree.Beside()));
        tree.Quantity("thickness", sheet.Thickness, SiUnit.Length);
        tree.Unless(0, "porosity", sheet.Porosity, SiUnit.Number);
        return tree;
    }
}
