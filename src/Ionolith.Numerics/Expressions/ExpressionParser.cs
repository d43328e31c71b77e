using System.Globalization;

namespace Ionolith.Numerics.Expressions;

/// <summary>Recursive-descent parser that writes the postfix program while it reads.</summary>
/// <remarks>
/// sum := product { (+|-) product }; product := factor { (*|/) factor }; factor := (+|-) factor | power;
/// power := atom [ (^|**) factor ]; atom := number | name | name ( sum {, sum} ) | ( sum ).
/// </remarks>
internal sealed class ExpressionParser(string text, IReadOnlyList<string> variables, IReadOnlyDictionary<string, double>? constants)
{
    private const int LongestText = 20_000;
    private const int DeepestNesting = 100;

    private static readonly Dictionary<string, (Operation Operation, int Arguments)> Functions = new(StringComparer.Ordinal)
    {
        ["exp"] = (Operation.Exp, 1),
        ["log"] = (Operation.Log, 1),
        ["ln"] = (Operation.Log, 1),
        ["log10"] = (Operation.Log10, 1),
        ["sqrt"] = (Operation.Sqrt, 1),
        ["abs"] = (Operation.Abs, 1),
        ["sin"] = (Operation.Sin, 1),
        ["cos"] = (Operation.Cos, 1),
        ["tan"] = (Operation.Tan, 1),
        ["asin"] = (Operation.Asin, 1),
        ["acos"] = (Operation.Acos, 1),
        ["atan"] = (Operation.Atan, 1),
        ["arcsin"] = (Operation.Asin, 1),
        ["arccos"] = (Operation.Acos, 1),
        ["arctan"] = (Operation.Atan, 1),
        ["sinh"] = (Operation.Sinh, 1),
        ["cosh"] = (Operation.Cosh, 1),
        ["tanh"] = (Operation.Tanh, 1),
        ["min"] = (Operation.Min, 2),
        ["max"] = (Operation.Max, 2),
        ["pow"] = (Operation.Power, 2),
    };

    private readonly List<Instruction> _program = [];
    private readonly List<double> _constants = [];
    private int _position;
    private int _nesting;

    public Expression Parse()
    {
        if (text.Length > LongestText)
        {
            throw Error(0, $"The expression has {text.Length} characters; at most {LongestText} are read");
        }

        SkipSpace();
        if (_position == text.Length)
        {
            throw Error(0, "The expression is empty; expected a number, a name or '('");
        }

        Sum();
        if (_position < text.Length)
        {
            throw Error(_position, $"Found '{text[_position]}' but expected an operator or the end");
        }

        return new Expression(text, [.. variables], [.. _program], [.. _constants], StackDepth());
    }

    private void Sum()
    {
        Product();
        while (true)
        {
            if (Accept('+'))
            {
                Product();
                Emit(Operation.Add);
            }
            else if (Accept('-'))
            {
                Product();
                Emit(Operation.Subtract);
            }
            else
            {
                return;
            }
        }
    }

    private void Product()
    {
        Factor();
        while (true)
        {
            if (Current == '*' && Next != '*')
            {
                Accept('*');
                Factor();
                Emit(Operation.Multiply);
            }
            else if (Accept('/'))
            {
                Factor();
                Emit(Operation.Divide);
            }
            else
            {
                return;
            }
        }
    }

    private void Factor()
    {
        Enter();
        if (Accept('-'))
        {
            Factor();
            Emit(Operation.Negate);
        }
        else if (Accept('+'))
        {
            Factor();
        }
        else
        {
            Power();
        }

        _nesting--;
    }

    private void Power()
    {
        Atom();
        if (Accept('^') || (Current == '*' && Next == '*' && Accept('*') && Accept('*')))
        {
            Factor();
            Emit(Operation.Power);
        }
    }

    private void Atom()
    {
        if (Accept('('))
        {
            Sum();
            Require(')');
        }
        else if (char.IsAsciiDigit(Current) || (Current == '.' && char.IsAsciiDigit(Next)))
        {
            Number();
        }
        else if (char.IsAsciiLetter(Current) || Current == '_')
        {
            Name();
        }
        else
        {
            string found = _position == text.Length ? "The expression ends" : $"Found '{Current}'";
            throw Error(_position, $"{found} but a number, a name or '(' was expected");
        }
    }

    private void Number()
    {
        int start = _position;
        Digits();
        if (Current == '.')
        {
            _position++;
            Digits();
        }

        if (Current is 'e' or 'E')
        {
            int exponent = _position++;
            _position += Current is '+' or '-' ? 1 : 0;
            if (!char.IsAsciiDigit(Current))
            {
                throw Error(exponent, "The exponent of the number has no digits");
            }

            Digits();
        }

        double value = double.Parse(text.AsSpan(start, _position - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            throw Error(start, "The number is too large");
        }

        EmitConstant(value);
        SkipSpace();
    }

    private void Name()
    {
        int start = _position;
        string name = Word();
        if (name is "np" or "numpy" or "math" && Current == '.' && char.IsAsciiLetter(Next))
        {
            _position++;
            name = Word();
        }

        SkipSpace();
        if (Current == '(')
        {
            Call(name, start);
            return;
        }

        int variable = IndexOf(name);
        if (variable >= 0)
        {
            _program.Add(new Instruction(Operation.Variable, variable));
        }
        else if (constants is not null && constants.TryGetValue(name, out double constant))
        {
            EmitConstant(constant);
        }
        else if (string.Equals(name, "pi", StringComparison.Ordinal))
        {
            EmitConstant(Math.PI);
        }
        else
        {
            throw Unknown(name, start);
        }
    }

    private void Call(string name, int start)
    {
        if (!Functions.TryGetValue(name, out var function))
        {
            throw Error(start, $"\"{name}\" is no known function; {Names.Advice(name, Functions.Keys)}");
        }

        Enter();
        Require('(');
        int count = 1;
        Sum();
        while (Accept(','))
        {
            Sum();
            count++;
        }

        Require(')');
        _nesting--;
        if (count != function.Arguments)
        {
            string noun = function.Arguments == 1 ? "argument" : "arguments";
            throw Error(start, $"{name} takes {function.Arguments} {noun} but got {count}");
        }

        Emit(function.Operation);
    }

    private ExpressionException Unknown(string name, int start)
    {
        if (Functions.ContainsKey(name))
        {
            string argument = variables.Count > 0 ? variables[0] : "1";
            return Error(start, $"The function {name} needs its argument in parentheses, as in {name}({argument})");
        }

        string[] known = [.. variables, .. constants?.Keys ?? [], "pi"];
        return Error(start, $"\"{name}\" is no known variable; {Names.Advice(name, known)}");
    }

    /// <summary>Folds an operation on constants into a constant, otherwise appends it.</summary>
    private void Emit(Operation operation)
    {
        bool binary = operation is (>= Operation.Add and <= Operation.Power) or Operation.Min or Operation.Max;
        int operands = binary ? 2 : 1;
        if (_program.Count >= operands && _program.TakeLast(operands).All(i => i.Operation == Operation.Constant))
        {
            double last = _constants[_program[^1].Index];
            double value = binary ? Scalar.Binary(operation, _constants[_program[^2].Index], last) : Scalar.Unary(operation, last);
            _program.RemoveRange(_program.Count - operands, operands);
            EmitConstant(value);
            return;
        }

        _program.Add(new Instruction(operation, 0));
    }

    private void EmitConstant(double value)
    {
        _program.Add(new Instruction(Operation.Constant, _constants.Count));
        _constants.Add(value);
    }

    private int StackDepth()
    {
        int depth = 0;
        int deepest = 0;
        foreach (var (operation, _) in _program)
        {
            depth += operation switch
            {
                Operation.Constant or Operation.Variable => 1,
                (>= Operation.Add and <= Operation.Power) or Operation.Min or Operation.Max => -1,
                _ => 0,
            };
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private void Enter()
    {
        if (++_nesting > DeepestNesting)
        {
            throw Error(_position, $"The expression is nested more than {DeepestNesting} deep");
        }
    }

    private char Current => _position < text.Length ? text[_position] : '\0';

    private char Next => _position + 1 < text.Length ? text[_position + 1] : '\0';

    private bool Accept(char c)
    {
        if (Current != c || _position == text.Length)
        {
            return false;
        }

        _position++;
        SkipSpace();
        return true;
    }

    private void Require(char c)
    {
        if (!Accept(c))
        {
            string found = _position == text.Length ? "the expression ends" : $"found '{Current}'";
            throw Error(_position, $"Expected '{c}' but {found}");
        }
    }

    private void Digits()
    {
        while (char.IsAsciiDigit(Current))
        {
            _position++;
        }
    }

    private string Word()
    {
        int start = _position;
        while (char.IsAsciiLetterOrDigit(Current) || Current == '_')
        {
            _position++;
        }

        return text[start.._position];
    }

    private int IndexOf(string name)
    {
        for (int i = 0; i < variables.Count; i++)
        {
            if (string.Equals(variables[i], name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private void SkipSpace()
    {
        while (char.IsWhiteSpace(Current))
        {
            _position++;
        }
    }

    private ExpressionException Error(int position, string reason) => new(text, position, reason);
}
