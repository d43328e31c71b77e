namespace Ionolith.Cells.Protocols;

/// <summary>Reads items: a step, steps joined with ";" to one cycle, "Repeat N times: ...", "Terminate at ...".</summary>
internal sealed class ItemReader(ProtocolFiles files, CutoffVoltages? cutoffs, ProblemList problems)
{
    private const string TerminationExample = "an end of the whole protocol such as '80 % capacity', '4 Ah capacity', '10 Wh', '500 h', '2.5 V', '> 0.5 V' or 'short'";

    // A repetition within another is written out, cycle by cycle.
    private const int MostCycles = 100_000;
    private readonly List<Cycle> _cycles = [];
    private readonly List<Termination> _terminations = [];

    /// <summary>The protocol, or null where something was wrong or nothing was there.</summary>
    public Protocol? Finish(SourceText at)
    {
        if (_cycles.Count == 0 && problems.Count == 0)
        {
            problems.Add(at, 0, "the protocol has no step: write one such as 'Discharge at 1C until 2.5 V'");
        }

        return problems.Count == 0 ? new Protocol(_cycles, _terminations) : null;
    }

    /// <summary>Reads one item between two positions of a line.</summary>
    public void Read(SourceText source, int start, int end)
    {
        var scanner = new Scanner(source, start, end, problems);
        if (scanner.AtEnd)
        {
            problems.Add(source, start, "empty item: write a step such as 'Discharge at 1C until 2.5 V', or leave it out");
        }
        else if (scanner.TryWord("Terminate"))
        {
            scanner.TryWord("at");
            ReadTermination(source, scanner.Position, end);
        }
        else if (IsRepeat(source, start, end))
        {
            AddCycles(ReadRepetition(source, start, end));
        }
        else
        {
            AddCycles(Cycle(ReadSteps(source, start, end), 1, source, start));
        }
    }

    /// <summary>Adds cycles that were read, unless they were wrong.</summary>
    public void AddCycles(IReadOnlyList<Cycle>? cycles) => _cycles.AddRange(cycles ?? []);

    /// <summary>A cycle whose steps were read, unless they were wrong.</summary>
    public IReadOnlyList<Cycle>? Cycle(IReadOnlyList<ProtocolStep>? steps, int repetitions, SourceText source, int at)
    {
        if (steps is { Count: 0 })
        {
            problems.Add(source, at, "nothing to repeat: write steps after the colon, or indented on the lines below");
        }

        return steps is { Count: > 0 } && repetitions > 0 ? [new Cycle([.. steps], repetitions)] : null;
    }

    /// <summary>Cycles that are repeated together, one after the other, unless they are too many.</summary>
    public IReadOnlyList<Cycle>? Repeated(IReadOnlyList<Cycle> cycles, int repetitions, SourceText source, int at)
    {
        if ((long)cycles.Count * repetitions > MostCycles)
        {
            problems.Add(source, at, string.Create(CultureInfo.InvariantCulture, $"{repetitions} times {cycles.Count} repetitions within each other are more than {MostCycles}: let the inner one repeat more often, or the outer one less"));
            return null;
        }

        return repetitions > 0 ? [.. Enumerable.Repeat(cycles, repetitions).SelectMany(c => c)] : null;
    }

    /// <summary>Reads "Repeat N times: ..." on one line; null after a mistake.</summary>
    public IReadOnlyList<Cycle>? ReadRepetition(SourceText source, int start, int end)
    {
        var (count, body) = ReadRepeat(source, start, end);
        return Cycle(ReadSteps(source, body, end), count, source, start);
    }

    /// <summary>Whether a repetition begins here.</summary>
    public static bool IsRepeat(SourceText source, int start, int end) =>
        new Scanner(source, start, end, new ProblemList()).TryWord("Repeat");

    /// <summary>Reads "Repeat N times:"; gives the count (0 after a mistake) and where the steps begin.</summary>
    public (int Count, int Body) ReadRepeat(SourceText source, int start, int end)
    {
        var scanner = new Scanner(source, start, end, problems);
        scanner.TryWord("Repeat");
        var at = scanner.SkipSpace();
        var number = scanner.ReadNumber("a number of repetitions, as in 'Repeat 100 times: ...'");
        var count = 0;
        if (number is not null && (!int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out count) || count < 1))
        {
            scanner.Fail(at, count == 0 && number.TrimStart('+', '-').Trim('0').Length == 0
                ? "a repetition of 0 times can never act: repeat once or more"
                : string.Create(CultureInfo.InvariantCulture, $"'{number}' is no number of repetitions: it must be whole, from 1 to {int.MaxValue}"));
            count = 0;
        }

        if (!scanner.TryWord("times") && !scanner.TryWord("time"))
        {
            scanner.TryWord("x");
        }

        var colonAt = scanner.SkipSpace();
        if (scanner.TryChar(':'))
        {
            return (count, scanner.Position);
        }

        var colon = source.Text.IndexOf(':', colonAt, end - colonAt);
        if (number is not null)
        {
            scanner.Fail(colonAt, "expected 'times:' after the number of repetitions, as in 'Repeat 100 times: ...'");
        }

        return (0, colon < 0 ? end : colon + 1);
    }

    /// <summary>Steps joined with ";": empty where there is no text, null after a mistake.</summary>
    public IReadOnlyList<ProtocolStep>? ReadSteps(SourceText source, int start, int end)
    {
        var steps = new List<ProtocolStep>();
        var good = true;
        for (var from = start; from < end;)
        {
            var to = EndOfPart(source.Text, from, end);
            if (!source.Text.AsSpan(from, to - from).IsWhiteSpace())
            {
                good &= ReadPart(source, from, to, steps);
            }
            else if (to < end)
            {
                problems.Add(source, from, "empty step before ';'");
                good = false;
            }

            from = to + 1;
        }

        return good ? steps : null;
    }

    /// <summary>Reads ends of the whole protocol, joined with "or".</summary>
    public void ReadTermination(SourceText source, int start, int end)
    {
        var scanner = new Scanner(source, start, end, problems);
        do
        {
            var at = scanner.SkipSpace();
            if (scanner.TryWord("short"))
            {
                _terminations.Add(new Termination(TerminationKind.Short, 0, "short"));
                continue;
            }

            var rises = scanner.TryChar('>');
            if ((CutoffVoltages.TryRead(scanner, cutoffs) ?? scanner.ReadQuantity(TerminationExample)) is not { } quantity)
            {
                return;
            }

            StepReader.TakeCapacityWords(scanner);
            AddTermination(scanner, at, quantity.Value, quantity.Measure, rises);
        }
        while (scanner.TryWord("or"));
        if (!scanner.AtEnd)
        {
            var at = scanner.Position;
            scanner.Fail(at, $"unexpected '{scanner.TakeUnknown()}' after an end of the whole protocol; several are joined with 'or'");
        }
    }

    private void AddTermination(Scanner scanner, int at, double value, Measure measure, bool rises)
    {
        var kind = measure switch
        {
            Measure.Share => TerminationKind.CapacityShare,
            Measure.Charge => TerminationKind.Capacity,
            Measure.Energy => TerminationKind.Energy,
            Measure.Time => TerminationKind.Time,
            Measure.Voltage => rises ? TerminationKind.VoltageRise : TerminationKind.Voltage,
            _ => (TerminationKind?)null,
        };
        if (kind is null)
        {
            scanner.Fail(at, $"a {ProtocolUnits.Describe(measure).Name} cannot end the whole protocol: expected {TerminationExample}");
        }
        else if (rises && kind != TerminationKind.VoltageRise)
        {
            scanner.Fail(at, "'>' stands before a voltage only: what else ends the whole protocol is reached from one side");
        }
        else if (value <= 0 && measure != Measure.Voltage)
        {
            scanner.Fail(at, $"the end '{scanner.Since(at)}' of the protocol must be positive");
        }
        else
        {
            _terminations.Add(new Termination(kind.Value, value, scanner.Since(at).TrimStart('>', ' ')));
        }
    }

    private bool ReadPart(SourceText source, int from, int to, List<ProtocolStep> steps)
    {
        if (IsRepeat(source, from, to))
        {
            problems.Add(source, from + CountSpace(source.Text, from, to), "'Repeat' begins an item of its own and cannot stand among steps joined with ';': in a protocol file it can stand on a line of its own, indented under another repetition");
            return false;
        }

        var step = StepReader.Read(source, from, to, files, cutoffs, problems);
        if (step is not null)
        {
            steps.Add(step);
        }

        return step is not null;
    }

    private static int CountSpace(string text, int from, int to)
    {
        var p = from;
        while (p < to && char.IsWhiteSpace(text[p]))
        {
            p++;
        }

        return p - from;
    }

    /// <summary>The next semicolon outside of quotation marks.</summary>
    private static int EndOfPart(string text, int from, int end)
    {
        var quoted = false;
        for (var p = from; p < end; p++)
        {
            quoted ^= text[p] == '"';
            if (text[p] == ';' && !quoted)
            {
                return p;
            }
        }

        return end;
    }
}
