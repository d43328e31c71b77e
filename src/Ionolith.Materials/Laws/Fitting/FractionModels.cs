using Ionolith.Materials.Laws.EffectiveMedia;
using Ionolith.Numerics.Fitting;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>ln s of the Maxwell rule; parameters ln s_m and s_f.</summary>
internal sealed class MaxwellModel : IFitModel
{
    public double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double matrix = Math.Exp(parameters[0]);
        double s = new MaxwellEucken(x).Effective([matrix, parameters[1]], gradient);
        gradient[0] *= matrix / s;
        gradient[1] /= s;
        return Math.Log(s);
    }
}

/// <summary>ln s of the percolation law; parameters ln s_c, f_c and t.</summary>
internal sealed class PercolationModel : IFitModel
{
    public double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double logarithm = Math.Log((x - parameters[1]) / (1 - parameters[1]));
        gradient[0] = 1;
        gradient[1] = parameters[2] * ((1 / (1 - parameters[1])) - (1 / (x - parameters[1])));
        gradient[2] = logarithm;
        return parameters[0] + (parameters[2] * logarithm);
    }
}

/// <summary>ln s of the general effective medium; parameters ln s_h, ln s_l, f_c, t and u.</summary>
internal sealed class GeneralMediumModel : IFitModel
{
    private static readonly double[] Thresholds = [0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.75];

    /// <summary>Starts from the threshold, of a few, that comes closest with exponents 2 and 1.</summary>
    public static FitParameter[] Start(double[] fractions, double[] logarithms)
    {
        double[] best = [];
        double least = double.PositiveInfinity;
        var model = new GeneralMediumModel();
        double[] gradient = new double[5];

        // A few dozen points tell the starts apart.
        int stride = Math.Max(1, fractions.Length / 40);
        int last = Array.IndexOf(fractions, fractions.Max()), first = Array.IndexOf(fractions, fractions.Min());
        foreach (double threshold in Thresholds)
        {
            double above = Math.Max((fractions[last] - threshold) / (1 - threshold), 0.05);
            double below = Math.Max((threshold - fractions[first]) / threshold, 0.05);
            double[] trial = [logarithms[last] - (2 * Math.Log(above)), logarithms[first] + Math.Log(below), threshold, 2, 1];
            double sum = 0;
            for (int i = 0; i < fractions.Length; i += stride)
            {
                double r = logarithms[i] - model.Evaluate(fractions[i], trial, gradient);
                sum += r * r;
            }

            if (sum < least)
            {
                least = sum;
                best = trial;
            }
        }

        return
        [
            new("good conductor s_h", best[0]),
            new("poor conductor s_l", best[1]),
            new("threshold f_c", best[2], 1e-4, 0.9999),
            new("exponent t", best[3], 0.1, 20),
            new("exponent u", best[4], 0.05, 20),
        ];
    }

    public double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double good = Math.Exp(parameters[0]), poor = Math.Exp(parameters[1]);
        double s = new GeneralEffectiveMedium(x, parameters[2], parameters[3], parameters[4]).EffectiveWithGeometry(good, poor, gradient);
        gradient[0] *= good;
        gradient[1] *= poor;
        for (int i = 0; i < gradient.Length; i++)
        {
            gradient[i] /= s;
        }

        return Math.Log(s);
    }
}
