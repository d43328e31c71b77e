namespace Ionolith.Cells.Protocols;

/// <summary>Reads words, numbers and units from a part of one line.</summary>
/// <remarks>No regular expressions: a run must start within milliseconds, and they take longer to be built.</remarks>
internal sealed class Scanner(SourceText source, int start, int end, ProblemList problems)
{
    /// <summary>Words that begin a clause of a step.</summary>
    public static readonly string[] Clauses = ["at", "under", "for", "until", "or"];

    private static readonly string[] NotUnits = ["at", "under", "for", "until", "or", "period", "times", "capacity", "and", "of"];

    private string Text => source.Text;

    /// <summary>Position in the line, from 0.</summary>
    public int Position { get; set; } = start;

    /// <summary>Whether nothing but space is left.</summary>
    public bool AtEnd => SkipSpace() >= end;

    /// <summary>The next character after space; a zero character at the end.</summary>
    public char Next => AtEnd ? '\0' : Text[Position];

    /// <summary>Whether a number comes next.</summary>
    public bool AtNumber
    {
        get
        {
            var p = SkipSpace();
            while (p < end && Text[p] is '+' or '-' or '.')
            {
                p++;
            }

            return p < end && char.IsAsciiDigit(Text[p]);
        }
    }

    public void Fail(int position, string message) => problems.Add(source, position, message);

    /// <summary>The text from a position to the current one, without space at its ends.</summary>
    public string Since(int position) => Text[position..Position].Trim();

    public int SkipSpace()
    {
        while (Position < end && char.IsWhiteSpace(Text[Position]))
        {
            Position++;
        }

        return Position;
    }

    /// <summary>The next run of letters without taking it; empty if there is none.</summary>
    public string PeekWord()
    {
        var p = SkipSpace();
        while (p < end && char.IsLetter(Text[p]))
        {
            p++;
        }

        return Text[Position..p];
    }

    public bool TryWord(string word)
    {
        var next = PeekWord();
        if (!next.Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        Position += next.Length;
        return true;
    }

    public bool TryChar(char c)
    {
        if (Next != c)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>Takes everything up to the next space or bracket, for a message about what was not understood.</summary>
    public string TakeUnknown()
    {
        var begin = SkipSpace();
        while (Position < end && !char.IsWhiteSpace(Text[Position]) && (Position == begin || Text[Position] is not ('(' or ')')))
        {
            Position++;
        }

        return Text[begin..Position];
    }

    /// <summary>A file name: in quotation marks, or up to the next space.</summary>
    public string TakeFileName()
    {
        var begin = SkipSpace();
        if (Next is not ('"' or '\''))
        {
            return TakeUnknown();
        }

        var close = Text.IndexOf(Text[begin], begin + 1, end - begin - 1);
        if (close < 0)
        {
            Fail(begin, "the quotation mark before the file name is not closed");
            Position = end;
            return "";
        }

        Position = close + 1;
        return Text[(begin + 1)..close];
    }

    /// <summary>Skips to the next word that begins a clause, for going on after a mistake.</summary>
    public void SkipToClause()
    {
        while (!AtEnd && Text[Position] is not ('(' or ')'))
        {
            var word = PeekWord();
            if (Clauses.AsSpan().ContainsIgnoringCase(word))
            {
                return;
            }

            Position += Math.Max(1, word.Length);
        }
    }

    /// <summary>A number with a unit, or "C/20"; null after a mistake, which is noted.</summary>
    public (double Value, Measure Measure)? ReadQuantity(string expected)
    {
        var begin = SkipSpace();
        if (PeekWord() is "C" or "c" && Position + 1 < end && SlashFollows())
        {
            return ReadShareOfC(begin);
        }

        if (ReadNumber(expected) is not { } number)
        {
            SkipToClause();
            return null;
        }

        var unitAt = SkipSpace();
        var symbol = TakeUnit();
        if (symbol.Length == 0)
        {
            Fail(unitAt, $"missing unit after '{number}': expected {expected}");
            return null;
        }

        if (!ProtocolUnits.TryFind(symbol, out var unit))
        {
            Fail(unitAt, $"unknown unit '{symbol}'{NearestWord.Hint(symbol, ProtocolUnits.Symbols)}; expected {expected}");
            return null;
        }

        var value = ProtocolUnits.ToSi(number, unit);
        if (!double.IsFinite(value))
        {
            Fail(begin, $"'{number}' is too large a number");
            return null;
        }

        return (value, unit.Measure);
    }

    /// <summary>The digits of a number as written; null after a mistake, which is noted.</summary>
    public string? ReadNumber(string expected)
    {
        var begin = SkipSpace();
        var p = begin;
        p += p < end && Text[p] is '+' or '-' ? 1 : 0;
        var digits = p;
        while (p < end && (char.IsAsciiDigit(Text[p]) || Text[p] == '.'))
        {
            p++;
        }

        if (p == digits)
        {
            FailNumber(begin, expected);
            return null;
        }

        p = TakeExponent(p);
        Position = p;
        var number = Text[begin..p];
        if (p < end && Text[p] == ',')
        {
            Fail(p, "a decimal comma: write a point, as in 2.5");
        }
        else if (double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return number;
        }
        else
        {
            Fail(begin, $"'{number}' is not a number");
        }

        return null;
    }

    private bool SlashFollows()
    {
        var p = Position + 1;
        while (p < end && Text[p] == ' ')
        {
            p++;
        }

        return p < end && Text[p] == '/';
    }

    private (double Value, Measure Measure)? ReadShareOfC(int begin)
    {
        Position = Text.IndexOf('/', Position) + 1;
        if (ReadNumber("a number of hours, as in C/20") is not { } number)
        {
            return null;
        }

        var hours = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (hours > 0 && double.IsFinite(1 / hours))
        {
            return (1 / hours, Measure.CRate);
        }

        Fail(begin, $"C/{number} is no C-rate: the number of hours must be positive");
        return null;
    }

    private int TakeExponent(int p)
    {
        if (p >= end || Text[p] is not ('e' or 'E'))
        {
            return p;
        }

        var q = p + 1;
        q += q < end && Text[q] is '+' or '-' ? 1 : 0;
        if (q >= end || !char.IsAsciiDigit(Text[q]))
        {
            return p;
        }

        while (q < end && char.IsAsciiDigit(Text[q]))
        {
            q++;
        }

        return q;
    }

    private void FailNumber(int begin, string expected)
    {
        var word = PeekWord();
        if (AtEnd)
        {
            Fail(begin, $"missing value: expected {expected}");
        }
        else if (word.Equals("nan", StringComparison.OrdinalIgnoreCase) || word.StartsWith("inf", StringComparison.OrdinalIgnoreCase))
        {
            Fail(begin, $"'{word}' is not a number that can be held or reached: expected {expected}");
        }
        else
        {
            Fail(begin, $"expected {expected}, found '{(word.Length > 0 ? word : Text[begin].ToString())}'");
        }
    }

    private string TakeUnit()
    {
        var begin = SkipSpace();
        if (TryChar('%'))
        {
            return "%";
        }

        var word = TakeUnitWord(begin);
        if (NotUnits.AsSpan().ContainsIgnoringCase(word))
        {
            Position = begin;
            return "";
        }

        // "mA cm-2" and "A m-2" are "mA/cm2" and "A/m2" in other words; "A h" is "Ah".
        var after = Position;
        var second = TakeUnitWord(SkipSpace());
        switch (second)
        {
            case "cm-2" or "cm^-2":
                return word + "/cm2";
            case "m-2" or "m^-2":
                return word + "/m2";
            case "h" when word.EndsWith('A') || word.EndsWith('W'):
                return word + "h";
            default:
                Position = after;
                return word;
        }
    }

    private string TakeUnitWord(int begin)
    {
        var p = begin;
        while (p < end && (IsUnitLetter(Text[p]) || (p > begin && IsInsideUnit(p))))
        {
            p++;
        }

        Position = p;
        return Text[begin..p];
    }

    private static bool IsUnitLetter(char c) => char.IsLetter(c) || c is '\u00b0';

    private bool IsInsideUnit(int p) =>
        char.IsAsciiDigit(Text[p])
        || (Text[p] is '/' or '.' or '*' or '^' or '-' && p + 1 < end && (IsUnitLetter(Text[p + 1]) || char.IsAsciiDigit(Text[p + 1]) || Text[p + 1] == '-'));
}

/// <summary>Search in short lists of words.</summary>
internal static class WordLists
{
    public static bool ContainsIgnoringCase(this ReadOnlySpan<string> words, string word)
    {
        foreach (var w in words)
        {
            if (w.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    public static bool ContainsIgnoringCase(this Span<string> words, string word) =>
        ContainsIgnoringCase((ReadOnlySpan<string>)words, word);
}
