namespace Ionolith.Materials.Laws;

/// <summary>A property function with a stated range of validity, and what it does outside.</summary>
/// <remarks>
/// Fits by polynomials leave their physical range soon after the data end (negative conductivities): whoever states one should
/// state its range, and says whether the value is held there or the state is impossible.
/// </remarks>
public sealed class BoundedFunction : IPropertyFunction
{
    private readonly IPropertyFunction _inner;
    private readonly double _lower;
    private readonly double _upper;

    /// <summary>Bounds a function.</summary>
    /// <param name="inner">The function.</param>
    /// <param name="lower">Lower end of the valid range, 1 or mol/m3.</param>
    /// <param name="upper">Upper end, above <paramref name="lower"/>.</param>
    /// <param name="outside">What holds outside.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty.</exception>
    public BoundedFunction(IPropertyFunction inner, double lower, double upper, OutsideDomain outside)
    {
        ArgumentNullException.ThrowIfNull(inner);
        if (!(lower < upper))
        {
            throw new ArgumentOutOfRangeException(nameof(upper), upper, $"The range of a function must not be empty but runs from {lower} to {upper}.");
        }

        _inner = inner;
        _lower = Math.Max(lower, inner.Domain.Lower);
        _upper = Math.Min(upper, inner.Domain.Upper);
        Outside = outside;
    }

    /// <summary>The function without bounds.</summary>
    public IPropertyFunction Inner => _inner;

    /// <summary>What holds outside the valid range.</summary>
    public OutsideDomain Outside { get; }

    /// <summary>The range in which the function itself is used.</summary>
    public (double Lower, double Upper) ValidRange => (_lower, _upper);

    /// <inheritdoc/>
    public bool DependsOnComposition => _inner.DependsOnComposition;

    /// <inheritdoc/>
    public bool DependsOnTemperature => _inner.DependsOnTemperature;

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain =>
        Outside == OutsideDomain.Hold ? (double.NegativeInfinity, double.PositiveInfinity) : (_lower, _upper);

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        if (composition >= _lower && composition <= _upper)
        {
            return _inner.Evaluate(composition, temperature);
        }

        if (Outside == OutsideDomain.Undefined || double.IsNaN(composition))
        {
            return new PropertyValue(double.NaN, double.NaN, double.NaN);
        }

        return _inner.Evaluate(Math.Clamp(composition, _lower, _upper), temperature) with { Slope = 0 };
    }
}
