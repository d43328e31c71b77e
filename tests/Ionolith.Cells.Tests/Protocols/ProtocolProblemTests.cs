using Ionolith.Cells.Protocols;
using Xunit;

namespace Ionolith.Cells.Tests.Protocols;

public class ProtocolProblemTests
{
    private static readonly ProtocolFiles NoFiles = new(new Dictionary<string, string>(StringComparer.Ordinal));

    [Theory]
    [InlineData("Dischrage at 1C until 2.5 V", 1, "did you mean 'Discharge'?")]
    [InlineData("Discharge at 1C untl 2.5 V", 17, "did you mean 'until'?")]
    [InlineData("Charge 5 A until 4.2 V", 8, "missing 'at'")]
    [InlineData("Charge with 5A until 4.2 V", 8, "write 'at'")]
    [InlineData("Discharge at 1 until 2.5 V", 16, "missing unit after '1'")]
    [InlineData("Discharge at 1C until 2.5", 26, "missing unit after '2.5'")]
    [InlineData("Discharge at 1C until", 22, "missing value")]
    [InlineData("Discharge at 1C for", 20, "missing value")]
    [InlineData("Discharge at", 13, "missing value")]
    [InlineData("Discharge at until 2.5 V", 14, "found 'until'")]
    [InlineData("Discharge until 2.5 V", 10, "say what is held")]
    [InlineData("Discharge at 1C", 1, "this step has no end: add a limit such as 'until 2.5 V' or a duration such as 'for 1 hour'")]
    [InlineData("Rest", 1, "this step has no end")]
    [InlineData("Hold at 4.2 V", 1, "this step has no end")]
    [InlineData("Discharge at 1 mv until 2.5 V", 16, "did you mean 'mV'?")]
    [InlineData("Discharge at 5 furlong until 2.5 V", 16, "unknown unit 'furlong'")]
    [InlineData("Discharge at 0 A until 2.5 V", 14, "can never act")]
    [InlineData("Discharge at -1 A until 2.5 V", 14, "negative current")]
    [InlineData("Discharge at NaN A until 2.5 V", 14, "not a number")]
    [InlineData("Discharge at inf A until 2.5 V", 14, "not a number")]
    [InlineData("Discharge at 1e400 A until 2.5 V", 14, "too large")]
    [InlineData("Discharge at 1,5 A until 2.5 V", 15, "decimal comma")]
    [InlineData("Discharge at 1.2.3 A until 2.5 V", 14, "is not a number")]
    [InlineData("Discharge at C/0 until 2.5 V", 14, "must be positive")]
    [InlineData("Rest for 0 s", 10, "could never act")]
    [InlineData("Rest for -5 min", 10, "less than zero")]
    [InlineData("Rest at 1C for 1 h", 9, "Rest takes no value")]
    [InlineData("Rest until 50 mA", 12, "no current flows in a rest")]
    [InlineData("Discharge at 1C until C/2", 23, "can never be reached")]
    [InlineData("Hold at 4.2 V until 4.1 V", 21, "can never be reached")]
    [InlineData("Charge at 1C until < 3 V", 20, "the voltage rises on charge")]
    [InlineData("Discharge at 1C until > 3 V", 23, "the voltage falls on discharge")]
    [InlineData("Discharge at 1C until < 1 Ah", 23, "grows from zero")]
    [InlineData("Discharge at 1C until -50 mA", 23, "compare its magnitude")]
    [InlineData("Discharge at 1C until 0 Ah", 23, "must be positive")]
    [InlineData("Discharge at 1C until 3 W", 23, "a power cannot end a step")]
    [InlineData("Discharge at 3 Ah until 3 V", 14, "a capacity cannot be held")]
    [InlineData("Discharge at 1C for 3 V", 21, "found a voltage")]
    [InlineData("Discharge at 1C at 2C until 3 V", 20, "a second value")]
    [InlineData("Rest at -300 degC for 1 h", 9, "absolute zero")]
    [InlineData("Illuminate for 5 h", 11, "say how bright the light is")]
    [InlineData("Illuminate at C/10 for 5 h", 15, "write 'Charge at C/10 under 100 mW/cm2'")]
    [InlineData("Illuminate at 0 W/m2 for 5 h", 15, "the power of a light must be positive")]
    [InlineData("Illuminate at 1 W/m2", 1, "this step has no end")]
    [InlineData("Charge at 100 mW/cm2 until 3 V", 11, "light is written 'under 100 mW/cm2'")]
    [InlineData("Charge at 1C under 5 W until 3 V", 20, "expected a power of light such as 100 mW/cm2 after 'under', found a power")]
    [InlineData("Charge at 1C under 5 W/m2 under 6 W/m2 until 3 V", 33, "a second light")]
    [InlineData("Rest for 1 h (1 minute)", 23, "missing 'period'")]
    [InlineData("Rest for 1 h (1 minute period", 14, "not closed")]
    [InlineData("Rest for 1 h (5 V period)", 15, "period of output is a time")]
    [InlineData("Discharge at 1C until 3 V or", 27, "missing limit after 'or'")]
    [InlineData("Repeat 0 times: Rest for 1 h", 8, "can never act")]
    [InlineData("Repeat -3 times: Rest for 1 h", 8, "must be whole")]
    [InlineData("Repeat 2.5 times: Rest for 1 h", 8, "must be whole")]
    [InlineData("Repeat 3 times Rest for 1 h", 16, "expected 'times:'")]
    [InlineData("Repeat 3 times:", 1, "nothing to repeat")]
    [InlineData("Repeat 3 times: Rest for 1 h; Repeat 2 times: Rest for 1 h", 31, "cannot stand among steps")]
    [InlineData("Rest for 1 h;; Rest for 1 h", 14, "empty step")]
    [InlineData("   ", 1, "empty item")]
    [InlineData("Run speed profile a.csv", 5, "expected 'current', 'power' or 'voltage'")]
    [InlineData("Run current a.csv", 13, "missing 'profile'")]
    [InlineData("Run current profile", 20, "missing the file")]
    [InlineData("Run current profile a.csv", 21, "there is no file 'a.csv'")]
    [InlineData("Terminate at 3 W", 14, "cannot end the whole protocol")]
    [InlineData("Terminate at 80", 16, "missing unit")]
    public void A_mistake_is_told_with_its_column(string item, int column, string message)
    {
        var problems = ProtocolParser.Parse([item], NoFiles).Problems;
        Assert.Contains(problems, p => p.Column == column && p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Discharge at 1C until 2.5 furlong")]
    [InlineData("Discharge at 1 furlong until 2.5 V")]
    [InlineData("Dischrage at 1C until 2.5 V")]
    [InlineData("Discharge at 1C")]
    [InlineData("Discharge at 0 A until 2.5 V")]
    [InlineData("Charge 5 A until 4.2 V")]
    public void One_mistake_gives_one_message(string item) => Assert.Single(ProtocolParser.Parse([item], NoFiles).Problems);

    [Fact]
    public void All_mistakes_of_all_items_are_told_at_once()
    {
        var parsed = ProtocolParser.Parse(["Dischrage at 1C until 2.5 V", "Rest for 1 h", "Charge at 1 furlong untl 4.2 V", "Rest"], NoFiles, ["5 W"]);
        Assert.Null(parsed.Protocol);
        Assert.Equal(
            "protocol item 1, column 1 | protocol item 3, column 13 | protocol item 3, column 21 | protocol item 4, column 1 | until 1, column 1",
            string.Join(" | ", parsed.Problems.Select(p => p.Where)));
    }

    [Fact]
    public void A_caret_stands_under_the_mistake()
    {
        var problem = Assert.Single(ProtocolParser.Parse(["Discharge at 1C untl 2.5 V"], NoFiles).Problems);
        Assert.Equal(
            "protocol item 1, column 17: unknown word 'untl' (did you mean 'until'?); expected 'at', 'under', 'for', 'until', 'or' or '(... period)'\n" +
            "  Discharge at 1C untl 2.5 V\n" +
            "                  ^",
            problem.ToString());
    }

    [Fact]
    public void A_mistake_far_along_a_long_line_is_shown_with_its_surroundings_only()
    {
        var item = string.Join("; ", Enumerable.Repeat("Rest for 1 hour", 200)) + "; Rest for 1 furlong";
        var lines = Assert.Single(ProtocolParser.Parse([item], NoFiles).Problems).ToString().Split('\n');
        Assert.True(lines[1].Length < 180);
        Assert.Equal("furlong", lines[1][(lines[2].Length - 1)..]);
    }

    [Fact]
    public void Mistakes_in_a_file_have_their_line()
    {
        var parsed = ProtocolParser.ParseText("Rest for 1 h\n  Rest for 2 h\nRepeat 0 times:\n  Rest fro 1 h\nRepeat 2 times:\nRest\n", "p.txt", NoFiles);
        Assert.Equal(
            "p.txt:2:3 | p.txt:3:8 | p.txt:4:8 | p.txt:5:1 | p.txt:6:1",
            string.Join(" | ", parsed.Problems.Select(p => p.Where)));
    }

    [Fact]
    public void Any_text_gives_a_protocol_or_problems_within_the_text()
    {
        string[] pieces =
        [
            "Discharge", "Charge", "Hold", "Rest", "Run", "Repeat", "Terminate", "at", "for", "until", "or", "times:", "profile", "current", "period",
            "(", ")", "<", ">", ";", ":", "C", "C/20", "1C", "2.5 V", "50 mA", "1e9", "-3", "%", "80 % capacity", "2 hours", "degC", "\"", "'", "#", ",", ".", "/",
            "\t", " ", "nan", "1e99999999999", "\u00b0C", "\u00b5A", "5 mA cm-2", "C /", "1 A.", "x.csv",
        ];
        var random = new Random(20_260_101);
        for (var n = 0; n < 20_000; n++)
        {
            var text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            var parsed = ProtocolParser.Parse([text], NoFiles);
            Assert.Equal(parsed.Protocol is null, parsed.Problems.Count > 0);
            Assert.All(parsed.Problems, p => Assert.InRange(p.Column, 1, text.Length + 1));
            ProtocolParser.ParseText(text + "\n  " + text, "p.txt", NoFiles);
        }
    }

    [Fact]
    public void An_empty_protocol_is_a_mistake()
    {
        Assert.Contains("no step", Assert.Single(ProtocolParser.Parse([], NoFiles).Problems).Message, StringComparison.Ordinal);
        Assert.Contains("no step", Assert.Single(ProtocolParser.ParseText("# nothing\n", "p.txt", NoFiles).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_or_binary_file_is_a_mistake()
    {
        var folder = Directory.CreateTempSubdirectory("ionolith-protocol");
        try
        {
            var binary = Path.Combine(folder.FullName, "binary.txt");
            File.WriteAllBytes(binary, [0x52, 0x00, 0x01]);
            Assert.Contains("not a text file", Assert.Single(ProtocolParser.ParseFile(binary).Problems).Message, StringComparison.Ordinal);
            Assert.Contains("there is no file", Assert.Single(ProtocolParser.ParseFile(binary + "x").Problems).Message, StringComparison.Ordinal);
            Assert.Contains("is a folder", Assert.Single(ProtocolParser.ParseFile(folder.FullName).Problems).Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(true);
        }
    }
}
