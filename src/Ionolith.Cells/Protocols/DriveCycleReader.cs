namespace Ionolith.Cells.Protocols;

/// <summary>Reads a measured profile: a CSV file with a time and a value column.</summary>
/// <remarks>
/// Units stand in the header ("time [s], current [A]"), which may be a comment line. What separates its columns separates those of
/// all rows: semicolons where it has one, else tabs, else commas. Positive is discharge, but in a file with the Battery Data Format's
/// labels ("Test Time / s") positive charges, as that format says.
/// </remarks>
internal static class DriveCycleReader
{
    private const int MostProblems = 20;

    /// <summary>Reads the profile; null after mistakes, which are noted in the file or at the place that names it.</summary>
    /// <param name="name">File name as written.</param>
    /// <param name="quantity">CURRENT, POWER or VOLTAGE.</param>
    /// <param name="files">Where files are.</param>
    /// <param name="place">Where the file is named.</param>
    /// <param name="problems">Mistakes.</param>
    public static Control? Read(string name, string quantity, ProtocolFiles files, SourcePlace place, ProblemList problems)
    {
        var (text, refusal) = files.Read(name);
        if (text is null)
        {
            problems.Add(place.Source, place.Position, refusal);
            return null;
        }

        var before = problems.Count;
        var rows = new Rows(name, quantity, problems);
        var line = 0;
        foreach (var content in text.EnumerateLines())
        {
            rows.Take(new SourceText(name, ++line, content.ToString()));
        }

        rows.Finish(place);
        return problems.Count > before ? null : rows.Control;
    }

    private sealed class Rows(string name, string quantity, ProblemList problems)
    {
        private readonly List<double> _times = [];
        private readonly List<double> _values = [];
        private Header? _header;
        private bool _started;
        private int _bad;

        public Control Control => new(_header!.Kind, _values[0], new DriveCycle(name, _times, _values));

        public void Take(SourceText line)
        {
            var content = line.Text.Trim();
            if (content.Length == 0 || _bad > MostProblems)
            {
                return;
            }

            if (content[0] == '#')
            {
                _header = _started ? _header : Header.Parse(content[1..], quantity) ?? _header;
            }
            else if (!_started && !LooksLikeNumbers(content))
            {
                _header = Header.Parse(content, quantity) ?? _header;
                NoteUnusable(line, $"the header does not say the units of a time and a {quantity.ToLowerInvariant()}");
                _started = true;
            }
            else
            {
                if (!_started)
                {
                    NoteUnusable(line, "the units are not given");
                }

                _started = true;
                TakeRow(line);
            }
        }

        public void Finish(SourcePlace place)
        {
            if (_bad > MostProblems)
            {
                problems.Add(place.Source, place.Position, $"'{name}' has further bad rows, which are not listed");
            }
            else if (_bad == 0 && _header is { IsUsable: true } && _times.Count < 2)
            {
                problems.Add(place.Source, place.Position, $"'{name}' has {(_times.Count == 0 ? "no rows" : "one row only")}: a profile needs two or more");
            }
            else if (!_started)
            {
                problems.Add(place.Source, place.Position, $"'{name}' is empty");
            }
        }

        private static bool LooksLikeNumbers(string content) => char.IsAsciiDigit(content[0]) || content[0] is '+' or '-' or '.';

        private void NoteUnusable(SourceText line, string what)
        {
            if (_header is { IsUsable: true })
            {
                return;
            }

            var example = quantity switch { "CURRENT" => "current [A]", "POWER" => "power [W]", _ => "voltage [V]" };
            problems.Add(line, 0, $"{what}: put a header such as 'time [s], {example}' above the first row");
            _bad++;
        }

        private void TakeRow(SourceText line)
        {
            if (_header is not { IsUsable: true })
            {
                return;
            }

            var time = Cell(line, _header.Separator, _header.TimeColumn, _header.TimeUnit);
            var value = Cell(line, _header.Separator, _header.ValueColumn, _header.ValueUnit);
            if (time is null || value is null)
            {
                return;
            }

            if (_times.Count == 0 && time.Value.Value != 0)
            {
                Bad(line, time.Value.Position, "the first time must be 0: times count from the start of the step");
            }
            else if (_times.Count > 0 && time.Value.Value <= _times[^1])
            {
                Bad(line, time.Value.Position, "the times must increase: write a jump as two rows a little apart");
            }

            _times.Add(time.Value.Value);
            _values.Add(value.Value.Value * _header.Sign);
        }

        private (double Value, int Position)? Cell(SourceText line, char separator, int column, ProtocolUnit unit)
        {
            var start = 0;
            for (var c = 0; c < column; c++)
            {
                var next = line.Text.IndexOf(separator, start);
                if (next < 0)
                {
                    Bad(line, line.Text.Length, string.Create(CultureInfo.InvariantCulture, $"the row has {c + 1} column{(c == 0 ? "" : "s")}; column {column + 1} is needed"));
                    return null;
                }

                start = next + 1;
            }

            var end = line.Text.IndexOf(separator, start);
            var cell = (end < 0 ? line.Text[start..] : line.Text[start..end]).Trim();
            if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number) && char.IsAsciiDigit(cell[^1]) | cell[^1] == '.')
            {
                return (ProtocolUnits.ToSi(cell, unit), start);
            }

            Bad(line, start, cell.Length == 0 ? "a value is missing" : $"'{cell}' is not a number");
            return null;
        }

        private void Bad(SourceText line, int position, string message)
        {
            if (_bad++ < MostProblems)
            {
                problems.Add(line, position, message);
            }
        }
    }

    /// <summary>Which column is what, in which unit.</summary>
    private sealed record Header(char Separator, int TimeColumn, ProtocolUnit TimeUnit, int ValueColumn, ProtocolUnit ValueUnit, ControlKind Kind, int Sign)
    {
        public bool IsUsable => TimeColumn >= 0 && ValueColumn >= 0;

        /// <summary>Reads a header; null where no column has a unit.</summary>
        public static Header? Parse(string line, string quantity)
        {
            var header = new Header(line.Contains(';') ? ';' : line.Contains('\t') ? '\t' : ',', -1, default, -1, default, default, 1);
            var cells = line.Split(header.Separator);
            var any = false;
            for (var column = 0; column < cells.Length; column++)
            {
                if (!TryUnit(cells[column], out var unit))
                {
                    continue;
                }

                any = true;
                if (unit.Measure == Measure.Time && header.TimeColumn < 0)
                {
                    header = header with { TimeColumn = column, TimeUnit = unit };
                }
                else if (header.ValueColumn < 0 && KindOf(unit.Measure, quantity) is { } kind)
                {
                    header = header with { ValueColumn = column, ValueUnit = unit, Kind = kind };
                }
            }

            var isBatteryDataFormat = cells.Any(c => c.Trim().Equals("Test Time / s", StringComparison.OrdinalIgnoreCase));
            return !any ? null : header with { Sign = isBatteryDataFormat && quantity is not "VOLTAGE" ? -1 : 1 };
        }

        private static bool TryUnit(string cell, out ProtocolUnit unit)
        {
            var text = cell.Trim().Trim('"');
            var open = text.LastIndexOfAny(['[', '(']);
            var slash = text.IndexOf(" / ", StringComparison.Ordinal);
            var symbol = open >= 0 ? text[(open + 1)..].TrimEnd(']', ')') : slash >= 0 ? text[(slash + 3)..] : "";
            return ProtocolUnits.TryFind(symbol.Trim(), out unit);
        }

        private static ControlKind? KindOf(Measure measure, string quantity) => (quantity, measure) switch
        {
            ("CURRENT", Measure.Current) => ControlKind.Current,
            ("CURRENT", Measure.CRate) => ControlKind.CRate,
            ("CURRENT", Measure.ArealCurrent) => ControlKind.ArealCurrent,
            ("POWER", Measure.Power) => ControlKind.Power,
            ("VOLTAGE", Measure.Voltage) => ControlKind.Voltage,
            _ => null,
        };
    }
}
