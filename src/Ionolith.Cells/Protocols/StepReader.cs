using System.Globalization;

namespace Ionolith.Cells.Protocols;

/// <summary>Reads one step: "Discharge at 1C for 3 hours or until 2.5 V (1 minute period)".</summary>
/// <remarks>
/// step := action ["at" value] { "at" temperature | "at" pressure | "under" light | "for" duration | ["or"] "until" limit {"or" limit} | "(" duration "period)" }.
/// After a mistake it goes on at the next word of the grammar, so that one reading finds all of them.
/// </remarks>
internal sealed class StepReader
{
    private const string HeldExample = "a value with a unit such as 1C, C/20, 5 mA, 0.5 mA/cm2, 4.2 V, 5 W, 20 ohm, 45 degC or 5 MPa";
    private const string LimitExample = "a limit such as 2.5 V, lower cutoff, C/50, 50 mA, 80 % capacity, 4 Ah, 10 Wh, 60 degC or 2 hours";
    private const string DurationExample = "a time such as 10 minutes or 2 hours";

    private static readonly string[] Actions = ["Charge", "Discharge", "Hold", "Rest", "Run", "Press", "Illuminate"];

    private readonly SourceText _source;
    private readonly Scanner _scanner;
    private readonly ProblemList _problems;
    private readonly ProtocolFiles _files;
    private readonly CutoffVoltages? _cutoffs;
    private readonly StepDraft _draft;

    private StepReader(SourceText source, int start, int end, ProtocolFiles files, CutoffVoltages? cutoffs, ProblemList problems)
    {
        (_source, _files, _cutoffs, _problems) = (source, files, cutoffs, problems);
        _scanner = new Scanner(source, start, end, problems);
        _draft = new StepDraft(source.Text[start..end].Trim());
    }

    /// <summary>Reads the step between two positions of a line; null when it has a mistake.</summary>
    public static ProtocolStep? Read(SourceText source, int start, int end, ProtocolFiles files, CutoffVoltages? cutoffs, ProblemList problems)
    {
        var before = problems.Count;
        var reader = new StepReader(source, start, end, files, cutoffs, problems);
        reader.ReadAction();
        while (!reader._scanner.AtEnd)
        {
            reader.ReadClause();
        }

        if (problems.Count == before)
        {
            return reader._draft.Finish(reader._scanner);
        }

        reader._draft.NoteMissingValue(reader._scanner);
        return null;
    }

    private void ReadAction()
    {
        var at = _scanner.SkipSpace();
        _draft.ActionPosition = at;
        var word = _scanner.PeekWord();
        switch (word.ToUpperInvariant())
        {
            case "REST":
            case "PRESS":
                _draft.Control = new Control(ControlKind.Rest, 0);
                break;
            case "ILLUMINATE":
                _draft.Control = new Control(ControlKind.Rest, 0);
                _draft.IsLit = true;
                break;
            case "CHARGE":
                _draft.Direction = StepDirection.Charge;
                break;
            case "DISCHARGE":
                _draft.Direction = StepDirection.Discharge;
                break;
            case "HOLD":
                break;
            case "RUN":
                _scanner.Position += word.Length;
                ReadProfile();
                return;
            default:
                var found = word.Length > 0 ? word : _scanner.TakeUnknown();
                _scanner.Fail(at, $"unknown word '{found}'{NearestWord.Hint(found, Actions)}; a step begins with Charge, Discharge, Hold, Rest, Run, Press or Illuminate");
                _scanner.SkipToClause();
                _draft.ActionKnown = false;
                return;
        }

        _draft.Action = word;
        _scanner.Position += word.Length;
        ReadMissingAt();
    }

    /// <summary>"Charge 5 A": the value is there but its "at" is not; noted, then read all the same.</summary>
    private void ReadMissingAt()
    {
        var at = _scanner.SkipSpace();
        if (_scanner.TryWord("with") || _scanner.TryWord("by"))
        {
            _scanner.Fail(at, $"write 'at' before the value: '{_draft.Action} at ...'");
            ReadHeld();
        }
        else if (_scanner.AtNumber)
        {
            _scanner.Fail(at, $"missing 'at' before the value: '{_draft.Action} at ...'");
            ReadHeld();
        }
    }

    private void ReadClause()
    {
        var at = _scanner.SkipSpace();
        if (_scanner.TryWord("at"))
        {
            ReadHeld();
        }
        else if (_scanner.TryWord("under"))
        {
            ReadLight();
        }
        else if (_scanner.TryWord("for"))
        {
            ReadDuration(DurationExample);
        }
        else if (_scanner.TryWord("until"))
        {
            ReadLimits();
        }
        else if (_scanner.TryWord("or"))
        {
            ReadAfterOr(at);
        }
        else if (_scanner.TryChar('('))
        {
            ReadPeriod(at);
        }
        else
        {
            var found = _scanner.TakeUnknown();
            _scanner.Fail(at, $"unknown word '{found}'{NearestWord.Hint(found, Scanner.Clauses)}; expected 'at', 'under', 'for', 'until', 'or' or '(... period)'");
            _scanner.SkipToClause();
        }
    }

    private void ReadAfterOr(int at)
    {
        if (_scanner.PeekWord() is var word && (word.Equals("until", StringComparison.OrdinalIgnoreCase) || word.Equals("for", StringComparison.OrdinalIgnoreCase)))
        {
            return;
        }

        if (!_draft.HasEnd)
        {
            _scanner.Fail(at, "'or' joins two ends of a step, but none stands before it");
        }

        ReadLimits();
    }

    private void ReadHeld()
    {
        var at = _scanner.SkipSpace();
        if ((CutoffVoltages.TryRead(_scanner, _cutoffs) ?? _scanner.ReadQuantity(HeldExample)) is not { } quantity)
        {
            _draft.ValueBroken = true;
            return;
        }

        if (quantity.Measure == Measure.Temperature)
        {
            _draft.SetTemperature(_scanner, at, quantity.Value);
        }
        else if (quantity.Measure == Measure.Irradiance && _draft.IsLit)
        {
            _draft.SetLight(_scanner, at, quantity.Value);
        }
        else if (quantity.Measure == Measure.Pressure)
        {
            _draft.SetPressure(_scanner, at, quantity.Value);
        }
        else
        {
            _draft.SetHeld(_scanner, at, quantity.Value, quantity.Measure);
        }
    }

    private void ReadLight()
    {
        const string expected = "a power of light such as 100 mW/cm2";
        var at = _scanner.SkipSpace();
        if (_scanner.ReadQuantity(expected) is not { } quantity)
        {
            return;
        }

        if (quantity.Measure != Measure.Irradiance)
        {
            _scanner.Fail(at, $"expected {expected} after 'under', found a {ProtocolUnits.Describe(quantity.Measure).Name}");
        }
        else
        {
            _draft.SetLight(_scanner, at, quantity.Value);
        }
    }

    private void ReadDuration(string expected)
    {
        var at = _scanner.SkipSpace();
        var total = 0.0;
        do
        {
            var partAt = _scanner.SkipSpace();
            if (_scanner.ReadQuantity(expected) is not { } part)
            {
                _draft.EndBroken = true;
                return;
            }

            if (part.Measure != Measure.Time)
            {
                _scanner.Fail(partAt, $"expected {expected}, found a {ProtocolUnits.Describe(part.Measure).Name}");
                return;
            }

            total += part.Value;
        }
        while (_scanner.AtNumber);
        _draft.SetDuration(_scanner, at, total);
    }

    private void ReadLimits()
    {
        do
        {
            var at = _scanner.SkipSpace();
            var sense = ReadOperator();
            var valueAt = _scanner.SkipSpace();
            if ((CutoffVoltages.TryRead(_scanner, _cutoffs) ?? _scanner.ReadQuantity(LimitExample)) is not { } quantity)
            {
                _draft.EndBroken = true;
                return;
            }

            if (quantity.Measure == Measure.Time)
            {
                _draft.SetDuration(_scanner, at, quantity.Value);
                continue;
            }

            TakeCapacityWords(_scanner);
            _draft.AddLimit(_scanner, (at, valueAt), sense, quantity.Value, quantity.Measure);
        }
        while (TryOrLimit());
    }

    private LimitSense? ReadOperator()
    {
        LimitSense? sense = _scanner.Next switch
        {
            '<' => LimitSense.Below,
            '>' => LimitSense.Above,
            _ => null,
        };
        if (sense is not null)
        {
            _scanner.Position++;
            _scanner.TryChar('=');
        }

        return sense;
    }

    /// <summary>Takes "capacity" or "of nominal capacity" after a share or a charge.</summary>
    public static void TakeCapacityWords(Scanner scanner)
    {
        scanner.TryWord("of");
        scanner.TryWord("the");
        scanner.TryWord("nominal");
        scanner.TryWord("capacity");
    }

    private bool TryOrLimit()
    {
        var at = _scanner.SkipSpace();
        if (!_scanner.TryWord("or"))
        {
            return false;
        }

        if (_scanner.TryWord("until") || _scanner.AtNumber || _scanner.Next is '<' or '>' || _scanner.PeekWord() is "C" or "c")
        {
            return true;
        }

        if (_scanner.PeekWord().Equals("for", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        _scanner.Fail(at, $"missing limit after 'or': expected {LimitExample}");
        return false;
    }

    private void ReadPeriod(int at)
    {
        var valueAt = _scanner.SkipSpace();
        if (_scanner.ReadQuantity("a period such as (1 minute period)") is { } quantity)
        {
            if (quantity.Measure != Measure.Time)
            {
                _scanner.Fail(valueAt, $"the period of output is a time, as in (1 minute period), not a {ProtocolUnits.Describe(quantity.Measure).Name}");
            }
            else
            {
                _draft.SetPeriod(_scanner, valueAt, quantity.Value);
            }

            if (!_scanner.TryWord("period"))
            {
                _scanner.Fail(_scanner.SkipSpace(), "missing 'period' in the brackets, as in (1 minute period)");
            }
        }

        while (!_scanner.AtEnd && _scanner.Next != ')')
        {
            _scanner.Position++;
        }

        if (!_scanner.TryChar(')'))
        {
            _scanner.Fail(at, "the bracket is not closed, as in (1 minute period)");
        }
    }

    private void ReadProfile()
    {
        _draft.Action = "Run";
        var at = _scanner.SkipSpace();
        var word = _scanner.PeekWord();
        _scanner.Position += word.Length;
        if (word.ToUpperInvariant() is not ("CURRENT" or "POWER" or "VOLTAGE"))
        {
            _scanner.Fail(at, $"expected 'current', 'power' or 'voltage' after Run{NearestWord.Hint(word, ["current", "power", "voltage"])}, as in 'Run current profile us06.csv'");
            _draft.ActionKnown = false;
            _scanner.SkipToClause();
            return;
        }

        var profileAt = _scanner.SkipSpace();
        if (!_scanner.TryWord("profile"))
        {
            _scanner.Fail(profileAt, "missing 'profile', as in 'Run current profile us06.csv'");
        }

        var fileAt = _scanner.SkipSpace();
        var name = _scanner.TakeFileName();
        if (name.Length == 0)
        {
            _scanner.Fail(fileAt, "missing the file of the profile, as in 'Run current profile us06.csv'");
            _draft.ValueBroken = true;
            return;
        }

        var scale = ReadScale();
        if (DriveCycleReader.Read(name, word.ToUpperInvariant(), _files, new(_source, fileAt), _problems) is { } control && scale is { } factor)
        {
            _draft.Control = Scaled(control, factor);
        }
        else
        {
            _draft.ValueBroken = true;
        }
    }

    /// <summary>"scaled by 0.01": the factor, 1 where nothing is said; null after a mistake.</summary>
    private double? ReadScale()
    {
        if (!_scanner.TryWord("scaled"))
        {
            return 1;
        }

        const string expected = "a factor, as in 'Run power profile wltc.csv scaled by 0.01'";
        var at = _scanner.SkipSpace();
        if (!_scanner.TryWord("by"))
        {
            _scanner.Fail(at, "missing 'by', as in 'Run power profile wltc.csv scaled by 0.01'");
        }

        at = _scanner.SkipSpace();
        if (_scanner.ReadNumber(expected) is not { } number)
        {
            _scanner.SkipToClause();
            return null;
        }

        var factor = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (factor == 0 || !double.IsFinite(factor))
        {
            _scanner.Fail(at, $"a profile cannot be scaled by {number}: expected {expected}");
            return null;
        }

        return factor;
    }

    private static Control Scaled(Control control, double factor) => factor == 1
        ? control
        : control with
        {
            Value = factor * control.Value,
            Profile = control.Profile! with { Values = [.. control.Profile!.Values.Select(v => factor * v)], Scale = factor },
        };
}
