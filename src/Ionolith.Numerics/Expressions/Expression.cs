namespace Ionolith.Numerics.Expressions;

/// <summary>A formula over named variables, as people write it in files: <c>3.4 - 0.02*x + 0.5*exp(-150*x)</c>.</summary>
/// <remarks>
/// Operators + - * / ^ ** (powers bind to the right and tighter than a sign, as in Python), parentheses, numbers like 1.5e-3, the
/// constant pi, and the functions exp, log (= ln), log10, sqrt, abs, sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, min, max, pow.
/// A prefix <c>np.</c>, <c>numpy.</c> or <c>math.</c> of a function is ignored. Derivatives are exact (forward mode). Where abs, min
/// or max have a kink the derivative is that of one side. Immutable and thread-safe; evaluation does not allocate.
/// </remarks>
public sealed class Expression
{
    private readonly Instruction[] _program;
    private readonly double[] _constants;
    private readonly int _depth;

    internal Expression(string text, IReadOnlyList<string> variables, Instruction[] program, double[] constants, int depth)
    {
        Text = text;
        Variables = variables;
        _program = program;
        _constants = constants;
        _depth = depth;
    }

    /// <summary>The formula as written.</summary>
    public string Text { get; }

    /// <summary>Names of the variables in the order in which values are passed.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Reads a formula.</summary>
    /// <param name="text">The formula.</param>
    /// <param name="variables">Names of its variables in the order in which values will be passed.</param>
    /// <param name="constants">Further named constants; may be null.</param>
    /// <returns>The expression.</returns>
    /// <exception cref="ExpressionException">The text is no formula over these names; position and expectation are told.</exception>
    public static Expression Parse(
        string text, IReadOnlyList<string> variables, IReadOnlyDictionary<string, double>? constants = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(variables);
        return new ExpressionParser(text, variables, constants).Parse();
    }

    /// <summary>Whether the formula contains a variable.</summary>
    /// <param name="variable">Index in <see cref="Variables"/>.</param>
    /// <returns>True if its value can matter.</returns>
    public bool DependsOn(int variable) =>
        Array.Exists(_program, i => i.Operation == Operation.Variable && i.Index == variable);

    /// <summary>Evaluates the formula.</summary>
    /// <param name="values">One value for each of <see cref="Variables"/>.</param>
    /// <returns>The value; NaN or infinite where the formula is not defined.</returns>
    /// <exception cref="ArgumentException">The number of values is not that of the variables.</exception>
    public double Evaluate(params ReadOnlySpan<double> values)
    {
        RequireCount(values.Length);
        Span<double> stack = stackalloc double[_depth];
        int top = -1;
        foreach (var (operation, index) in _program)
        {
            switch (operation)
            {
                case Operation.Constant:
                    stack[++top] = _constants[index];
                    break;
                case Operation.Variable:
                    stack[++top] = values[index];
                    break;
                case >= Operation.Add and <= Operation.Power or Operation.Min or Operation.Max:
                    top--;
                    stack[top] = Scalar.Binary(operation, stack[top], stack[top + 1]);
                    break;
                default:
                    stack[top] = Scalar.Unary(operation, stack[top]);
                    break;
            }
        }

        return stack[0];
    }

    /// <summary>Evaluates the formula with its derivative to the first variable.</summary>
    /// <param name="first">Value of the first variable.</param>
    /// <returns>Value and derivative.</returns>
    /// <exception cref="ArgumentException">The formula has not one variable.</exception>
    public ExpressionValue EvaluateWithSlopes(double first) => Differentiate([first]);

    /// <summary>Evaluates the formula with its partial derivatives.</summary>
    /// <param name="first">Value of the first variable.</param>
    /// <param name="second">Value of the second variable.</param>
    /// <returns>Value and partial derivatives.</returns>
    /// <exception cref="ArgumentException">The formula has not two variables.</exception>
    public ExpressionValue EvaluateWithSlopes(double first, double second) => Differentiate([first, second]);

    private ExpressionValue Differentiate(ReadOnlySpan<double> values)
    {
        RequireCount(values.Length);
        Span<ExpressionValue> stack = stackalloc ExpressionValue[_depth];
        int top = -1;
        foreach (var (operation, index) in _program)
        {
            switch (operation)
            {
                case Operation.Constant:
                    stack[++top] = new(_constants[index], 0, 0);
                    break;
                case Operation.Variable:
                    stack[++top] = new(values[index], index == 0 ? 1 : 0, index == 1 ? 1 : 0);
                    break;
                case >= Operation.Add and <= Operation.Power or Operation.Min or Operation.Max:
                    top--;
                    stack[top] = Dual.Binary(operation, stack[top], stack[top + 1]);
                    break;
                default:
                    stack[top] = Dual.Unary(operation, stack[top]);
                    break;
            }
        }

        return stack[0];
    }

    private void RequireCount(int count, string parameter = "values")
    {
        if (count != Variables.Count)
        {
            throw new ArgumentException(
                $"\"{Text}\" has {Variables.Count} variables ({string.Join(", ", Variables)}) but {count} values were passed.", parameter);
        }
    }
}
