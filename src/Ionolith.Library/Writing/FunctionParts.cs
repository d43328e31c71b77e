using Ionolith.Materials.Laws;

namespace Ionolith.Library.Writing;

/// <summary>A property function taken apart: factor x base, within bounds, with a law of temperature.</summary>
/// <param name="Base">Constant, formula, table, or a law of another kind.</param>
/// <param name="Factor">Factor of the base.</param>
/// <param name="Bounds">The bounded function, of which only the bounds matter; null if there are none.</param>
/// <param name="Law">The Arrhenius or VTF function, of which only the law matters; null if there is none.</param>
internal sealed record FunctionParts(IPropertyFunction Base, double Factor, BoundedFunction? Bounds, IPropertyFunction? Law)
{
    public static FunctionParts Of(IPropertyFunction function)
    {
        double factor = 1;
        BoundedFunction? bounds = null;
        IPropertyFunction? law = null;
        while (true)
        {
            switch (function)
            {
                case ScaledFunction scaled:
                    factor *= scaled.Factor;
                    function = scaled.Inner;
                    break;
                case BoundedFunction bounded when bounds is null:
                    bounds = bounded;
                    function = bounded.Inner;
                    break;
                case ArrheniusFunction arrhenius when law is null:
                    law = arrhenius;
                    function = arrhenius.Reference;
                    break;
                case VtfFunction vtf when law is null && double.IsFinite(vtf.ReferenceTemperature):
                    law = vtf;
                    function = vtf.Reference;
                    break;
                default:
                    return new FunctionParts(function, factor, bounds, law);
            }
        }
    }
}
