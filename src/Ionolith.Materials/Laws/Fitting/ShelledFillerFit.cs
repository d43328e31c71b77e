using Ionolith.Materials.Laws.EffectiveMedia;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>Particles with a changed layer of matrix around them, <see cref="ShelledFiller"/>; the cores insulate.</summary>
/// <param name="shape">sphere, platelet or tube.</param>
/// <remarks>The data tell ratios of lengths, so that the size of the particles is held.</remarks>
internal sealed class ShelledFillerFit(string shape) : FittableLaw
{
    /// <summary>Relative step of the central difference that gives the slope to the shell's thickness.</summary>
    private const double Step = 1e-5;

    private static readonly double[] Ratios = [0.05, 0.15, 0.4, 1, 2.5], Contrasts = [0.1, 3, 20, 200];

    public override string Name => "shelled-filler-" + shape;

    public override string Title => $"filler with shell ({shape}s)";

    public override string Noun => $"the law of {shape}s with shells";

    public override FitVariable Variable => FitVariable.Fraction;

    public override string FractionOf => "filler";

    public override IReadOnlyList<FittableParameter> Parameters { get; } =
    [
        FittableParameter.Conductivity("matrix", "matrix s_m"),
        FittableParameter.Conductivity("shell", "shell s_s"),
        FittableParameter.Length("shell-thickness", "shell thickness delta"),
        FittableParameter.Length("radius", "radius r") with { IsHeld = true },
        .. shape is "sphere" ? (FittableParameter[])[] : [FittableParameter.Length(shape is "platelet" ? "thickness" : "length", shape is "platelet" ? "thickness h" : "length L") with { IsHeld = true }],
    ];

    public override IPropertyFunction Function(IReadOnlyList<double> values, double fraction) => new MixtureFunction(
        new ShelledFiller(Particle(values[3], values.Count > 4 ? values[4] : double.NaN, values[2]), fraction),
        new ConstantFunction(values[0]),
        new ConstantFunction(values[1]),
        new ConstantFunction(0));

    internal override double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double matrix = Math.Exp(parameters[0]), shell = Math.Exp(parameters[1]), layer = Math.Exp(parameters[2]);
        double radius = Math.Exp(parameters[3]), extent = parameters.Length > 4 ? Math.Exp(parameters[4]) : double.NaN;
        double[] phases = [matrix, shell, 0];
        Span<double> slopes = stackalloc double[3];
        ShelledFiller With(double thickness) => new(Particle(radius, extent, thickness), x);
        var rule = With(layer);
        double s = rule.Effective(phases, slopes);

        // The equation F(s, delta) = 0 of the medium gives ds/d delta = -(dF/d delta)/(dF/ds) without solving it again.
        double toThickness = (With(layer * (1 + Step)).Equation(s, phases).Value - With(layer * (1 - Step)).Equation(s, phases).Value) / (2 * Step);
        gradient.Clear();
        gradient[0] = slopes[0] * matrix / s;
        gradient[1] = slopes[1] * shell / s;
        gradient[2] = -toThickness / rule.Equation(s, phases).Slope / s;
        return Math.Log(s);
    }

    /// <summary>The best of a few shells; the matrix follows from the level.</summary>
    internal override double[] Start(double[] x, double[] logarithms, double[] held)
    {
        double[] best = [];
        double least = double.PositiveInfinity;
        double[] gradient = new double[Parameters.Count];
        int stride = Math.Max(1, x.Length / 30);
        double size = held.Length > 4 && shape is "platelet" ? Math.Min(held[3], held[4]) : held[3];
        foreach (double layer in double.IsNaN(held[2]) ? Ratios.Select(r => r * size) : [held[2]])
        {
            foreach (double contrast in Contrasts)
            {
                double[] trial = [0, Math.Log(contrast), Math.Log(layer), .. held[3..].Select(v => Math.Log(v))];
                double[] difference = [.. Enumerable.Range(0, x.Length).Where(i => i % stride == 0).Select(i => logarithms[i] - Evaluate(x[i], trial, gradient))];
                double level = difference.Average(), sum = difference.Sum(d => (d - level) * (d - level));
                if (sum < least)
                {
                    least = sum;
                    best = [level, level + Math.Log(contrast), .. trial[2..]];
                }
            }
        }

        return best;
    }

    private FillerShape Particle(double radius, double extent, double shell) => shape switch
    {
        "platelet" => FillerShape.Platelet(radius, extent, shell),
        "tube" => FillerShape.Tube(radius, extent, shell),
        _ => FillerShape.Sphere(radius, shell),
    };
}
