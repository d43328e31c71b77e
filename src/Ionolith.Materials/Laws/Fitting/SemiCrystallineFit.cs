using Ionolith.Materials.Laws.Polymers;
using Ionolith.Materials.Quantities;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>sigma = phi_a^(1+b) A T^-1/2 exp[-B/(T - T_0)], phi_a = 1 - chi_0/(1 + exp[(T - T_m)/dT]).</summary>
/// <remarks>Few tables reach far enough above and below the window for all parameters; B and T_0 of the same polymer without crystals can be held.</remarks>
internal sealed class SemiCrystallineFit : FittableLaw
{
    private static readonly double[] Widths = [1, 2.5, 6], Shares = [0.4, 0.75, 0.95], VanishingTemperatures = [0, 100, 150, 180, 200, 215];
    private const int Windows = 15, MostPoints = 60;

    public override string Name => "semi-crystalline";

    public override string Title => "semi-crystalline";

    public override string Noun => "the law of a semi-crystalline polymer";

    public override FitVariable Variable => FitVariable.Temperature;

    public override IReadOnlyList<FittableParameter> Parameters { get; } =
    [
        new("amorphous.prefactor", "prefactor A", QuantityKinds.Conductivity) { Unit = "S/m K^1/2", Scale = FitScale.Logarithmic, Lower = 0 },
        new("amorphous.b", "pseudo-activation B", QuantityKinds.Kelvins) { Unit = "K", Lower = 1e-3 },
        new("amorphous.t0", "vanishing temperature T_0", QuantityKinds.Kelvins) { Unit = "K", Lower = 0 },
        new("crystallinity", "crystallinity chi_0", QuantityKinds.Number) { Unit = "", Scale = FitScale.Remainder, Lower = 0, Upper = 1 - 1e-6 },
        new("melting-temperature", "melting temperature T_m", QuantityKinds.Temperature) { Unit = "K", Lower = 1 },
        new("melting-width", "melting width dT", QuantityKinds.Kelvins) { Unit = "K", Scale = FitScale.Logarithmic, Lower = 0.1, Upper = 50 },
        FittableParameter.Number("tortuosity-exponent", "tortuosity exponent b", 0, 20) with { HeldAt = 0.5 },
    ];

    public override IPropertyFunction Function(IReadOnlyList<double> values, double fraction) =>
        new SemiCrystallinePolymer(new VtfFunction(values[0], values[1], values[2]), values[3], values[4], values[5], values[6]);

    internal override (double[] Lower, double[] Upper) Bounds(double[] x)
    {
        var (lower, upper) = base.Bounds(x);
        upper[2] = Math.Max(x.Min() - 1, 0.5 * x.Min());
        (lower[4], upper[4]) = (x.Min(), x.Max());
        return (lower, upper);
    }

    internal override double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double above = x - parameters[2];
        double crystals = -double.ExpM1(-parameters[3]), width = Math.Exp(parameters[5]), power = 1 + parameters[6];
        double u = (x - parameters[4]) / width;
        double solid = 1 / (1 + Math.Exp(u)), share = 1 - (crystals * solid);
        double toSolid = -power * crystals / share, melting = solid * (1 - solid);
        gradient[0] = 1;
        gradient[1] = -1 / above;
        gradient[2] = -parameters[1] / (above * above);
        gradient[3] = -power * solid / share * Math.Exp(-parameters[3]);
        gradient[4] = toSolid * melting / width;
        gradient[5] = toSolid * melting * u;
        gradient[6] = Math.Log(share);
        return above > 0 ? parameters[0] - (0.5 * Math.Log(x)) - (parameters[1] / above) + (power * gradient[6]) : double.NaN;
    }

    /// <summary>The best of many windows; for each, A and B follow from a straight line.</summary>
    internal override double[] Start(double[] x, double[] logarithms, double[] held)
    {
        int stride = Math.Max(1, x.Length / MostPoints);
        double[] t = [.. x.Where((_, i) => i % stride == 0)];
        double[] y = [.. logarithms.Where((_, i) => i % stride == 0)];
        double lowest = x.Min(), span = x.Max() - lowest;
        double[] windows = [.. Enumerable.Range(1, Windows).Select(i => lowest + (span * i / (Windows + 1)))];
        double[] best = [];
        double least = double.PositiveInfinity;
        foreach (double t0 in Choices(held[2], [.. VanishingTemperatures.Where(v => v < lowest - 5)]))
        {
            foreach (double middle in Choices(held[4], windows))
            {
                foreach (double width in Choices(held[5], Widths))
                {
                    foreach (double crystals in Choices(held[3], Shares))
                    {
                        double[] rest = [.. t.Select((v, i) => y[i] + (0.5 * Math.Log(v)) - ((1 + held[6]) * Math.Log(1 - (crystals / (1 + Math.Exp((v - middle) / width))))))];
                        var (level, slope, sum) = FitTable.Line([.. t.Select(v => -1 / (v - t0))], rest);
                        if (slope > 0 && sum < least)
                        {
                            least = sum;
                            best = [level, slope, t0, -Math.Log(1 - crystals), middle, Math.Log(width), held[6]];
                        }
                    }
                }
            }
        }

        return best.Length > 0 ? best : [logarithms.Average(), 1000, Choices(held[2], [0])[0], 0.5, lowest + (span / 2), 1, held[6]];
    }

    private static double[] Choices(double held, double[] otherwise) => double.IsNaN(held) ? otherwise : [held];
}
