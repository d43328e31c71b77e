using Ionolith.Numerics.Expressions;
using Ionolith.Numerics.Fitting;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>A law that can be fitted to a table (T, sigma) or (fraction, sigma).</summary>
/// <remarks>
/// What is made small is the sum of ln(data/law)^2: conductivities scatter relative to their size, over decades. Immutable. A new law is
/// one class that states ln sigma with its derivatives, where the search starts, and a line in <see cref="FittableLaws"/>.
/// </remarks>
public abstract class FittableLaw
{
    /// <summary>Name in files and on the command line: "vtf".</summary>
    public abstract string Name { get; }

    /// <summary>Name as printed: "VTF".</summary>
    public abstract string Title { get; }

    /// <summary>The law as told in messages: "a VTF law".</summary>
    public abstract string Noun { get; }

    /// <summary>What it depends on.</summary>
    public abstract FitVariable Variable { get; }

    /// <summary>Of what the fraction is: "filler"; empty for a law of temperature.</summary>
    public virtual string FractionOf => "";

    /// <summary>Its parameters.</summary>
    public abstract IReadOnlyList<FittableParameter> Parameters { get; }

    /// <summary>The law with these values of its parameters.</summary>
    /// <param name="values">Values in the order of <see cref="Parameters"/>, SI.</param>
    /// <param name="fraction">Volume fraction, for a law of it.</param>
    /// <returns>The law as a property function.</returns>
    public abstract IPropertyFunction Function(IReadOnlyList<double> values, double fraction);

    /// <summary>Fits the law.</summary>
    /// <param name="variable">T, K, or the volume fraction, 1, of each point.</param>
    /// <param name="conductivities">sigma of each point, S/m; positive.</param>
    /// <param name="held">Values, SI, at which parameters are held, by key; null: those that a law holds by itself.</param>
    /// <param name="confidence">Probability of the intervals, between 0 and 1.</param>
    /// <returns>The parameters with intervals, residuals, and the law.</returns>
    /// <exception cref="ArgumentException">A number of the table is impossible, or a key names no parameter.</exception>
    /// <exception cref="FitException">The data cannot determine the parameters; says why.</exception>
    public LawFitResult Fit(
        ReadOnlySpan<double> variable, ReadOnlySpan<double> conductivities, IReadOnlyDictionary<string, double>? held = null, double confidence = 0.95)
    {
        double[] fixedAt = Held(held);
        int free = fixedAt.Count(double.IsNaN);
        if (Variable == FitVariable.Temperature)
        {
            FitTable.CheckTemperatures(variable, conductivities, Noun, free);
        }
        else
        {
            FitTable.CheckFractions(variable, conductivities, Noun, free);
        }

        if (free == 0)
        {
            throw new FitException($"Every parameter of {Noun} is held; there is nothing to fit.");
        }

        double[] x = variable.ToArray(), logs = FitTable.Logarithms(conductivities);
        double[] start = Start(x, logs, fixedAt);
        var (lower, upper) = Bounds(x);
        RequireHeldWithin(x, fixedAt, start, (lower, upper));
        var model = new PartModel(this, [.. fixedAt.Select((v, i) => double.IsNaN(v) ? double.NaN : Parameters[i].ToSearch(v))]);
        var sought = Enumerable.Range(0, Parameters.Count).Where(i => double.IsNaN(fixedAt[i])).Select(i => new FitParameter(
            Parameters[i].Name, Math.Clamp(start[i], lower[i], upper[i]), lower[i], upper[i]));
        return new LawFitOutcome(this, model, LevenbergMarquardt.Fit(model, x, logs, [.. sought], confidence)).Describe();
    }

    /// <summary>ln sigma and its derivatives to all parameters in the variables in which they are sought.</summary>
    internal abstract double Evaluate(double x, ReadOnlySpan<double> parameters, Span<double> gradient);

    /// <summary>Where the search starts, in the variables in which parameters are sought.</summary>
    /// <param name="x">Temperatures or fractions.</param>
    /// <param name="logarithms">ln sigma.</param>
    /// <param name="held">Held values, SI; NaN for a parameter that is sought.</param>
    internal abstract double[] Start(double[] x, double[] logarithms, double[] held);

    /// <summary>Bounds in the variables in which parameters are sought; the data may narrow them.</summary>
    internal virtual (double[] Lower, double[] Upper) Bounds(double[] x) =>
        ([.. Parameters.Select(p => p.ToSearch(p.Lower))], [.. Parameters.Select(p => p.ToSearch(p.Upper))]);

    // Bounds that the data narrow are a help to the search; a held value is refused only where the law has no value with it.
    private void RequireHeldWithin(double[] x, double[] held, double[] start, (double[] Lower, double[] Upper) bounds)
    {
        double[] values = [.. held.Select((v, i) => double.IsNaN(v) ? Math.Clamp(start[i], bounds.Lower[i], bounds.Upper[i]) : Parameters[i].ToSearch(v))];
        double[] gradient = new double[values.Length];
        if (Array.TrueForAll(x, at => double.IsFinite(Evaluate(at, values, gradient))))
        {
            return;
        }

        for (int i = 0; i < held.Length; i++)
        {
            if (!double.IsNaN(held[i]) && (values[i] < bounds.Lower[i] || values[i] > bounds.Upper[i]))
            {
                double lower = Parameters[i].FromSearch(bounds.Lower[i]), upper = Parameters[i].FromSearch(bounds.Upper[i]);
                throw new ArgumentException(FormattableString.Invariant(
                    $"{Parameters[i].Key} is held at {held[i]:G6} {Parameters[i].Unit}, where {Noun} has no value at some points of the table: hold it between {lower:G6} and {upper:G6} {Parameters[i].Unit}."), nameof(held));
            }
        }
    }

    private double[] Held(IReadOnlyDictionary<string, double>? held)
    {
        double[] values = [.. Parameters.Select(p => p.HeldAt)];
        foreach (var (key, value) in held ?? new Dictionary<string, double>(StringComparer.Ordinal))
        {
            int index = Parameters.ToList().FindIndex(p => string.Equals(p.Key, key, StringComparison.Ordinal));
            if (index < 0)
            {
                throw new ArgumentException($"{Noun} has no parameter \"{key}\"; {Names.Advice(key, [.. Parameters.Select(p => p.Key)])}", nameof(held));
            }

            var parameter = Parameters[index];
            if (!(value >= parameter.Lower && value <= parameter.Upper) || !double.IsFinite(parameter.ToSearch(value)))
            {
                throw new ArgumentException($"{parameter.Name} cannot be held at {value} {parameter.Unit}: it must lie between {parameter.Lower} and {parameter.Upper}.", nameof(held));
            }

            values[index] = value;
        }

        string[] missing = [.. Parameters.Where((p, i) => p.IsHeld && double.IsNaN(values[i])).Select(p => p.Key)];
        return missing.Length == 0
            ? values
            : throw new FitException($"No data of this kind can tell {string.Join(" and ", missing)} of {Noun}: hold {(missing.Length == 1 ? "it" : "them")} at a value.");
    }
}
