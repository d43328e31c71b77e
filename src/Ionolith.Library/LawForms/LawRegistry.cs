using Ionolith.Library.Writing;
using Ionolith.Materials.Laws;

namespace Ionolith.Library.LawForms;

/// <summary>The laws that files can name. Adding a law is adding its form and one line here.</summary>
internal static class LawRegistry
{
    public static readonly IReadOnlyList<LawForm> All =
    [
        new ArrheniusForm(),
        new VtfForm(),
        new SemiCrystallineForm(),
        new IonPairsForm(),
        new FreeCationShareForm(),
        new BrickLayerForm(),
        new MaxwellForm(),
        new BruggemanForm(),
        new GeneralMediumForm(),
        new PercolationForm(),
        new ShelledFillerForm(),
        new PorousHostForm(),
        new CoContinuousForm(),
        new OrientedChannelsForm(),
        new SeriesLayersForm(),
        new ScaledForm(),
        new LatticeGasForm(),
        new SpaceChargeForm(),
        new SurfaceHoppingForm(),
    ];

    /// <summary>The form of a name; null if there is none.</summary>
    public static LawForm? Find(string name) => All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal));

    /// <summary>The form of a function and what it writes; null where no law describes it.</summary>
    public static LawWriter? Write(IPropertyFunction function, SiUnit unit, string variable, FunctionPlace place)
    {
        foreach (var form in All)
        {
            var writer = new LawWriter(form.Name, form.Keys, unit, variable, place);
            if (form.Write(function, writer))
            {
                return writer;
            }
        }

        return null;
    }
}
