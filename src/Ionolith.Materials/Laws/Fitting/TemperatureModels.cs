using Ionolith.Numerics.Fitting;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>ln sigma of an Arrhenius law; parameters ln sigma_ref and E.</summary>
internal sealed class ArrheniusModel(double referenceTemperature) : IFitModel
{
    public double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double inverse = ((1 / x) - (1 / referenceTemperature)) / PhysicalConstants.GasConstant;
        gradient[0] = 1;
        gradient[1] = -inverse;
        return parameters[0] - (parameters[1] * inverse);
    }
}

/// <summary>ln sigma of a VTF law; parameters ln A, B and T_0.</summary>
internal sealed class VtfModel : IFitModel
{
    public double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double above = x - parameters[2];
        gradient[0] = 1;
        gradient[1] = -1 / above;
        gradient[2] = -parameters[1] / (above * above);
        return parameters[0] - (0.5 * Math.Log(x)) - (parameters[1] / above);
    }
}
