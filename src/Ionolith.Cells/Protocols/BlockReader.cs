namespace Ionolith.Cells.Protocols;

/// <summary>Splits a protocol file in items: lines, comments and indented blocks under "Repeat N times:".</summary>
internal sealed class BlockReader(ItemReader items, ProblemList problems)
{
    private (SourceText Line, int Indent, int Count, List<ProtocolStep> Steps, bool Good)? _block;

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

        CloseBlock();
    }

    private void ReadLine(SourceText line, int start, int end)
    {
        if (_block is { } open && start > open.Indent)
        {
            var steps = items.ReadSteps(line, start, end);
            open.Steps.AddRange(steps ?? []);
            _block = open with { Good = open.Good && steps is not null };
            return;
        }

        CloseBlock();
        if (start > 0 && line.Text[0] != '\ufeff')
        {
            problems.Add(line, start, "this line is indented but stands under no 'Repeat N times:'");
        }

        if (!ItemReader.IsRepeat(line, start, end) || !EndsWithColon(line.Text, end))
        {
            items.Read(line, start, end);
            return;
        }

        var (count, _) = items.ReadRepeat(line, start, end);
        _block = (line, start, count, [], true);
    }

    private void CloseBlock()
    {
        if (_block is { } block)
        {
            items.AddCycle(block.Good ? block.Steps : null, block.Count, block.Line, block.Indent);
        }

        _block = null;
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
}
