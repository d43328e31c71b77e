using Ionolith.Library.Files;
using Ionolith.Library.Writing;
using Ionolith.Materials.Laws;
using Ionolith.Numerics.Interpolation;

namespace Ionolith.Library.Bpx;

/// <summary>Writes a property function as BPX has it: number, formula in x, or table, with an activation energy beside it.</summary>
/// <remarks>
/// What BPX cannot say (bounds, other laws of temperature) is left to User-defined; the field then holds the function at the
/// cell's temperature, so that other programs get the right values there.
/// </remarks>
internal sealed class BpxFunctionWriter(double cellTemperature, double referenceTemperature)
{
    private const int Points = 201;
    private static readonly FileLocation Nowhere = new("", 0, 0);

    /// <summary>The function's field and its activation energy, J/mol; zero where it has none.</summary>
    /// <param name="function">The function.</param>
    /// <param name="variable">Its composition variable: "x" or "c".</param>
    /// <param name="range">Range in which a table is sampled where there is no formula.</param>
    public (FileNode Value, double ActivationEnergy) Write(IPropertyFunction function, string variable, (double Lower, double Upper) range)
    {
        var parts = FunctionParts.Of(function);
        if (parts.Law is ArrheniusFunction arrhenius && !parts.Base.DependsOnTemperature)
        {
            double toReference = Math.Exp(
                -arrhenius.ActivationEnergy / Materials.PhysicalConstants.GasConstant
                * ((1 / referenceTemperature) - (1 / arrhenius.ReferenceTemperature)));
            return (Field(parts.Base, parts.Factor * toReference, variable, new ScaledFunction(function, 1), range, referenceTemperature), arrhenius.ActivationEnergy);
        }

        bool isPlain = parts.Law is null && !parts.Base.DependsOnTemperature;
        return (isPlain ? Field(parts.Base, parts.Factor, variable, function, range, cellTemperature) : Sampled(function, range, cellTemperature), 0);
    }

    /// <summary>The value of a property of temperature alone, at the cell's temperature.</summary>
    public NumberNode Value(IPropertyFunction function, double composition) =>
        new(Nowhere, function.Evaluate(composition, cellTemperature).Value);

    private static FileNode Field(
        IPropertyFunction function, double factor, string variable, IPropertyFunction whole, (double Lower, double Upper) range, double temperature) =>
        function switch
        {
            ConstantFunction constant => new NumberNode(Nowhere, factor * constant.Value),
            ExpressionFunction { DependsOnComposition: false } => new NumberNode(Nowhere, factor * function.Evaluate(0, temperature).Value),
            ExpressionFunction expression when BpxFormula.Of(FunctionTree.Scaled(expression, factor), expression.Variable) is { } formula =>
                new ScalarNode(Nowhere, formula),
            TableFunction table => Table(table.Curve, factor),
            _ => Sampled(whole, range, temperature),
        };

    private static MappingNode Table(MonotoneCubic curve, double factor) =>
        Table(curve.Abscissae.ToArray(), [.. curve.Ordinates.ToArray().Select(y => factor * y)]);

    private static FileNode Sampled(IPropertyFunction function, (double Lower, double Upper) range, double temperature)
    {
        if (!function.DependsOnComposition)
        {
            return new NumberNode(Nowhere, function.Evaluate(0, temperature).Value);
        }

        double lower = Math.Max(range.Lower, function.Domain.Lower);
        double upper = Math.Min(range.Upper, function.Domain.Upper);
        double[] x = [.. Enumerable.Range(0, Points).Select(i => lower + ((upper - lower) * i / (Points - 1)))];
        return Table(x, [.. x.Select(v => function.Evaluate(v, temperature).Value)]);
    }

    private static MappingNode Table(double[] x, double[] y) => new(
        Nowhere,
        [
            new FileEntry(Nowhere, "x", new SequenceNode(Nowhere, [.. x.Select(v => new NumberNode(Nowhere, v))])),
            new FileEntry(Nowhere, "y", new SequenceNode(Nowhere, [.. y.Select(v => new NumberNode(Nowhere, v))])),
        ]);
}
