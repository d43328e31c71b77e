namespace Ionolith.Cells.Protocols;

/// <summary>Splits a protocol file in items: lines, comments and indented blocks under "Repeat N times:", which may hold further blocks.</summary>
internal sealed class BlockReader(ItemReader items, ProblemList problems)
{
    private readonly Stack<Block> _open = new();

    public void Read(string source, string text)
    {
        var number = 0;
        foreach (var raw in text.EnumerateLines())
        {
            var line = new SourceText(source, ++number, raw.ToString());
            var end = EndOfContent(line.Text);
            var start = line.Text.AsSpan(0, end).IndexOfAnyExcept(' ', '\t', '\ufeff');
            if (start >= 0)
            {
                ReadLine(line, start, end);
            }
        }

        CloseDownTo(-1);
    }

    private void ReadLine(SourceText line, int start, int end)
    {
        CloseDownTo(start);
        var repeats = ItemReader.IsRepeat(line, start, end);
        if (repeats && EndsWithColon(line.Text, end))
        {
            Complain(line, start);
            var (count, _) = items.ReadRepeat(line, start, end);
            _open.Push(new Block(line, start, count));
        }
        else if (_open.TryPeek(out var block))
        {
            block.Add(repeats ? items.ReadRepetition(line, start, end) : null, repeats ? null : items.ReadSteps(line, start, end));
        }
        else
        {
            Complain(line, start);
            items.Read(line, start, end);
        }
    }

    private void Complain(SourceText line, int start)
    {
        if (_open.Count == 0 && start > 0 && line.Text[0] != '\ufeff')
        {
            problems.Add(line, start, "this line is indented but stands under no 'Repeat N times:'");
        }
    }

    /// <summary>Closes the blocks to which a line that begins at a column does not belong.</summary>
    private void CloseDownTo(int column)
    {
        while (_open.TryPeek(out var block) && column <= block.Indent)
        {
            _open.Pop();
            var cycles = block.Close(items);
            if (_open.TryPeek(out var outer))
            {
                outer.Add(cycles, null);
            }
            else
            {
                items.AddCycles(cycles);
            }
        }
    }

    private static bool EndsWithColon(string text, int end) => text.AsSpan(0, end).TrimEnd().EndsWith(":");

    /// <summary>Where the comment begins, or the end of the line.</summary>
    private static int EndOfContent(string text)
    {
        var quoted = false;
        for (var p = 0; p < text.Length; p++)
        {
            quoted ^= text[p] == '"';
            if (text[p] == '#' && !quoted)
            {
                return p;
            }
        }

        return text.Length;
    }

    /// <summary>A repetition whose lines are being read: steps that follow each other are one cycle, a repetition among them stands by itself.</summary>
    private sealed class Block(SourceText line, int indent, int count)
    {
        private readonly List<Cycle> _cycles = [];
        private readonly List<ProtocolStep> _steps = [];
        private bool _good = true;

        public int Indent => indent;

        public void Add(IReadOnlyList<Cycle>? inner, IReadOnlyList<ProtocolStep>? steps)
        {
            _good &= inner is not null || steps is not null;
            _steps.AddRange(steps ?? []);
            if (inner is not null)
            {
                CloseSteps();
                _cycles.AddRange(inner);
            }
        }

        /// <summary>The cycles that the block stands for, or null after a mistake.</summary>
        public IReadOnlyList<Cycle>? Close(ItemReader items)
        {
            if (!_good || _cycles.Count == 0)
            {
                return items.Cycle(_good ? _steps : null, count, line, indent);
            }

            CloseSteps();
            return items.Repeated(_cycles, count, line, indent);
        }

        private void CloseSteps()
        {
            if (_steps.Count > 0)
            {
                _cycles.Add(new Cycle([.. _steps]));
                _steps.Clear();
            }
        }
    }
}
