using Ionolith.Numerics.Expressions;

namespace Ionolith.Materials.Laws;

/// <summary>A property given as a formula in the composition variable (x or c) and the temperature T in K.</summary>
/// <remarks>
/// The gas constant R (J/(mol K)) and the Faraday constant F (C/mol) may occur in the formula. Two functions are equal when their
/// formulas, variables and factors are: a model of two layers of the same material then compiles it once.
/// </remarks>
public sealed class ExpressionFunction : IPropertyFunction, IEquatable<ExpressionFunction>
{
    private static readonly Dictionary<string, double> Constants = new(StringComparer.Ordinal)
    {
        ["R"] = PhysicalConstants.GasConstant,
        ["F"] = PhysicalConstants.Faraday,
    };

    private readonly Expression _expression;
    private readonly double _factor;

    /// <summary>Reads the formula.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="variable">Name of the composition variable: "x" (stoichiometry, 1) or "c" (salt concentration, mol/m3).</param>
    /// <param name="factor">Size of the formula's unit in the SI unit of the property; finite and not zero.</param>
    /// <exception cref="ExpressionException">The text is no formula in these names.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The factor is zero or not finite.</exception>
    public ExpressionFunction(string text, string variable, double factor = 1)
    {
        if (!double.IsFinite(factor) || factor == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(factor), factor, "The factor of a unit must be finite and not zero.");
        }

        _expression = Expression.Parse(text, [variable, "T"], Constants);
        _factor = factor;
        Variable = variable;
        DependsOnComposition = _expression.DependsOn(0);
        DependsOnTemperature = _expression.DependsOn(1);
    }

    /// <summary>The formula as written.</summary>
    public string Text => _expression.Text;

    /// <summary>Name of the composition variable in the formula.</summary>
    public string Variable { get; }

    /// <summary>Size of the formula's unit in the SI unit of the property.</summary>
    public double Factor => _factor;

    /// <inheritdoc/>
    public bool DependsOnComposition { get; }

    /// <inheritdoc/>
    public bool DependsOnTemperature { get; }

    /// <inheritdoc/>
    public (double Lower, double Upper) Domain => (double.NegativeInfinity, double.PositiveInfinity);

    /// <inheritdoc/>
    public PropertyValue Evaluate(double composition, double temperature)
    {
        var at = _expression.EvaluateWithSlopes(composition, temperature);
        return double.IsFinite(at.Value)
            ? new PropertyValue(_factor * at.Value, _factor * at.First, _factor * at.Second)
            : new PropertyValue(double.NaN, double.NaN, double.NaN);
    }

    /// <inheritdoc/>
    public bool Equals(ExpressionFunction? other) => other is not null
        && string.Equals(Text, other.Text, StringComparison.Ordinal)
        && string.Equals(_expression.Variables[0], other._expression.Variables[0], StringComparison.Ordinal)
        && _factor.Equals(other._factor);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ExpressionFunction);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StringComparer.Ordinal.GetHashCode(Text), _factor);
}
