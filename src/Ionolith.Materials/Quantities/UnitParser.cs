using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Ionolith.Numerics.Expressions;

namespace Ionolith.Materials.Quantities;

/// <summary>Reads compound units: factors joined by space, dot, * or /, whole exponents with or without ^, parentheses.</summary>
/// <remarks>A slash divides by the one factor after it: <c>W/m2/K</c> and <c>W/(m2 K)</c> are the same, <c>W/m2 K</c> is not.</remarks>
internal sealed class UnitParser
{
    private readonly string _text;
    private int _position;
    private int _nesting;
    private string _error = "";

    private UnitParser(string text) => _text = text;

    public static bool TryParse(string text, [NotNullWhen(true)] out Unit? unit, out string error)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            unit = new Unit("", Dimension.None, 1);
            error = "";
            return true;
        }

        // A temperature with its own zero is a unit by itself only: in mV/degC it is a difference.
        if (UnitSymbols.Find(trimmed) is { } single)
        {
            unit = single;
            error = "";
            return true;
        }

        var parser = new UnitParser(trimmed);
        var compound = parser.Product();
        if (compound is not null && parser._position < trimmed.Length)
        {
            compound = parser.Fail($"found '{trimmed[parser._position]}' in the unit \"{trimmed}\"");
        }

        unit = compound is null ? null : compound with { Symbol = trimmed };
        error = parser._error;
        return unit is not null;
    }

    private Unit? Product()
    {
        var result = Factor();
        while (result is not null && _position < _text.Length && Current != ')')
        {
            bool divide = Current == '/';
            if (divide || Current is '*' or '.' or '\u00b7' or '\u22c5')
            {
                _position++;
            }

            if (Factor() is not { } factor)
            {
                return null;
            }

            result = divide
                ? result with { Dimension = result.Dimension / factor.Dimension, Factor = result.Factor / factor.Factor }
                : result with { Dimension = result.Dimension * factor.Dimension, Factor = result.Factor * factor.Factor };
        }

        return result;
    }

    private Unit? Factor()
    {
        SkipSpace();
        Unit? unit;
        if (Current == '(')
        {
            if (++_nesting > 10)
            {
                return Fail($"the unit \"{_text}\" is nested too deep");
            }

            _position++;
            unit = Product();
            if (unit is null)
            {
                return null;
            }

            if (Current != ')')
            {
                return Fail($"the unit \"{_text}\" lacks a ')'");
            }

            _position++;
        }
        else
        {
            unit = Symbol();
        }

        if (unit is null)
        {
            return null;
        }

        int exponent = Exponent();
        SkipSpace();
        return new Unit(unit.Symbol, unit.Dimension.Power(exponent), Power(unit.Factor, exponent));
    }

    private Unit? Symbol()
    {
        int start = _position;
        if (Current == '1')
        {
            _position++;
            return new Unit("1", Dimension.None, 1);
        }

        while (char.IsLetter(Current) || Current is '%' or '\u00b0' or '\u2126')
        {
            _position++;
        }

        string symbol = _text[start.._position];
        if (symbol.Length == 0)
        {
            return Fail(_position < _text.Length ? $"found '{Current}' in the unit \"{_text}\"" : $"the unit \"{_text}\" ends too early");
        }

        if (UnitSymbols.Find(symbol) is { } unit)
        {
            return unit with { Offset = 0 };
        }

        string? nearest = Names.Nearest(symbol, UnitSymbols.All);
        return Fail($"\"{symbol}\" is no known unit" + (nearest is null ? "" : $"; did you mean \"{nearest}\"?"));
    }

    private int Exponent()
    {
        int start = _position;
        if (Current == '^')
        {
            _position++;
        }

        int digits = _position;
        if (Current is '-' or '+' && _position + 1 < _text.Length && char.IsAsciiDigit(_text[_position + 1]))
        {
            _position++;
        }

        while (char.IsAsciiDigit(Current) && _position - digits < 3)
        {
            _position++;
        }

        if (_position > digits)
        {
            return int.Parse(_text.AsSpan(digits, _position - digits), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        }

        (int? raised, int length) = Current switch
        {
            '\u00b2' => (2, 1),
            '\u00b3' => (3, 1),
            '\u207b' when _position + 1 < _text.Length && _text[_position + 1] == '\u00b9' => (-1, 2),
            '\u207b' when _position + 1 < _text.Length && _text[_position + 1] == '\u00b2' => (-2, 2),
            '\u207b' when _position + 1 < _text.Length && _text[_position + 1] == '\u00b3' => (-3, 2),
            _ => ((int?)null, 0),
        };
        _position = raised is null ? start : _position + length;
        return raised ?? 1;
    }

    /// <summary>Whole powers by repeated multiplication; a negative one divides, so that 1e-2 to the -2 is exactly 1e4.</summary>
    private static double Power(double factor, int exponent)
    {
        double inverse = 1 / factor;
        bool exactInverse = factor < 1 && inverse == Math.Round(inverse);
        double unit = exponent < 0 && exactInverse ? inverse : factor;
        double result = 1;
        for (int i = 0; i < Math.Abs(exponent); i++)
        {
            result *= unit;
        }

        return exponent < 0 && !exactInverse ? 1 / result : result;
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    private void SkipSpace()
    {
        while (Current == ' ')
        {
            _position++;
        }
    }

    private Unit? Fail(string error)
    {
        _error = _error.Length == 0 ? error : _error;
        return null;
    }
}
