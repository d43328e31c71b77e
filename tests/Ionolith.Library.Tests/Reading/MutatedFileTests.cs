using Ionolith.Library.Files;
using Xunit;

namespace Ionolith.Library.Tests.Reading;

public sealed class MutatedFileTests
{
    [Fact]
    public void A_damaged_file_is_refused_or_read_but_never_throws()
    {
        var random = new Random(31415);
        string[] texts = [.. CellLibrary.ListCells().Select(c => CellLibrary.LoadCell(c.Id).Inputs[0].Text)];
        const string letters = "{}[]:,-#'\"|>*&!% \n\tx0.e";
        for (int i = 0; i < 600; i++)
        {
            var text = texts[i % texts.Length].ToList();
            for (int changes = random.Next(1, 4); changes > 0; changes--)
            {
                int at = random.Next(text.Count - 1);
                switch (random.Next(4))
                {
                    case 0:
                        text.RemoveRange(at, Math.Min(random.Next(1, 40), text.Count - at - 1));
                        break;
                    case 1:
                        text.Insert(at, letters[random.Next(letters.Length)]);
                        break;
                    case 2:
                        text[at] = letters[random.Next(letters.Length)];
                        break;
                    default:
                        text = text[..(at + 1)];
                        break;
                }
            }

            var result = CellLibrary.ReadCell("damaged.yaml", string.Concat(text));
            Assert.Equal(result.Cell is null, result.Problems.Count > 0);
        }
    }

    [Fact]
    public void Every_line_that_is_lost_is_missed_or_not_needed()
    {
        // Whatever line is taken out, the answer is a cell or problems with a place in the file.
        string[] lines = SampleFile.Text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            var result = CellLibrary.ReadCell("short.yaml", string.Join('\n', lines.Where((_, j) => j != i)));
            Assert.All(result.Problems, p => Assert.True(p.Line > 0, p.ToString()));
        }
    }
}
