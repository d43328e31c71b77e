using Ionolith.Cells.Protocols;
using Xunit;

namespace Ionolith.Cells.Tests.Protocols;

public class DriveCycleReaderTests
{
    private const string Name = "profile.csv";

    private static ParsedProtocol Parse(string text, string item = "Run current profile profile.csv") =>
        ProtocolParser.Parse([item], new ProtocolFiles(new Dictionary<string, string>(StringComparer.Ordinal) { [Name] = text }));

    private static ProtocolStep Step(string text, string item = "Run current profile profile.csv")
    {
        var parsed = Parse(text, item);
        Assert.True(parsed.Protocol is not null, string.Join("\n", parsed.Problems));
        return parsed.Protocol!.Cycles[0].Steps[0];
    }

    [Theory]
    [InlineData("# from a car\n# time [s],current [A]\n0,1\n10,-2.5\n", ControlKind.Current, -2.5)]
    [InlineData("time [s],current [mA]\r\n0,1000\r\n10,-2500\r\n", ControlKind.Current, -2.5)]
    [InlineData("t (s); U (V); I (mA/cm2)\n0; 3; 0.1\n10; 3; -0.25\n", ControlKind.ArealCurrent, -2.5)]
    [InlineData("# t [s]\tI [A]\n0\t1\n10\t-2.5\n", ControlKind.Current, -2.5)]
    [InlineData("Test Time / s,Voltage / V,Current / A\n0,3,-1\n10,3,2.5\n", ControlKind.Current, -2.5)]
    public void Units_come_from_the_header_and_positive_is_discharge(string text, ControlKind kind, double last)
    {
        var step = Step(text);
        Assert.Equal(kind, step.Control.Kind);
        Assert.Equal(1, step.Control.Value);
        Assert.Equal([0, 10], step.Control.Profile!.Times);
        Assert.Equal(last, step.Control.Profile.Values[1]);
        Assert.Equal(Name, step.Control.Profile.Name);
    }

    [Fact]
    public void The_step_lasts_as_long_as_the_profile_unless_a_duration_is_given()
    {
        const string text = "time [min],power [kW]\n0,1\n10,2\n";
        Assert.Equal(600, Step(text, "Run power profile profile.csv").Duration);
        Assert.Equal(7200, Step(text, "Run power profile \"profile.csv\" for 2 hours or until 2.5 V").Duration);
        Assert.Equal(2000, Step(text, "Run power profile profile.csv").Control.Profile!.Values[1]);
    }

    [Fact]
    public void A_profile_can_be_scaled_and_says_so_when_it_is_written()
    {
        var parsed = Parse("time [s],power [kW]\n0,1\n10,-2\n", "Run power profile profile.csv scaled by -0.01 until 2.5 V");
        var step = parsed.Protocol!.Cycles[0].Steps[0];
        Assert.Equal([-10.0, 20.0], step.Control.Profile!.Values);
        Assert.Equal(-10, step.Control.Value);
        Assert.Contains("profile.csv scaled by -0.01", ProtocolWriter.Write(parsed.Protocol)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Run current profile profile.csv scaled by 0", 43, "cannot be scaled by 0")]
    [InlineData("Run current profile profile.csv scaled 0.1", 40, "missing 'by'")]
    [InlineData("Run current profile profile.csv scaled by half", 43, "a factor, as in")]
    public void A_bad_scale_is_told_with_its_column(string item, int column, string message)
    {
        var problem = Assert.Single(Parse("time [s],current [A]\n0,1\n10,2\n", item).Problems);
        Assert.Equal(column, problem.Column);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_separates_the_columns_of_the_header_separates_those_of_the_rows()
    {
        var commas = Parse("time [s];current [A]\n0;1\n1;0,7\n").Problems;
        Assert.Equal(("profile.csv:3:3", "'0,7' is not a number"), (commas.Single().Where, commas.Single().Message));
        Assert.Equal(2, Step("time [s];note, by hand;current [A]\n0;a, b\t;1\n10;c;2\n").Control.Profile!.Values[1]);
        Assert.Equal(["'0;1' is not a number", "'1\t2' is not a number", "the row has 1 column; column 2 is needed"], Parse("time [s],current [A]\n0;1,1\n1\t2\n").Problems.Select(p => p.Message));
    }

    [Fact]
    public void All_bad_rows_are_told_with_file_line_and_column()
    {
        var parsed = Parse("time [s],current [A]\n0,1\nfive,2\n6\n5,nan\n4,1\n4,2\n9,\n");
        Assert.Equal(
            "profile.csv:3:1 | profile.csv:4:2 | profile.csv:5:3 | profile.csv:7:1 | profile.csv:8:3",
            string.Join(" | ", parsed.Problems.Select(p => p.Where)));
        Assert.Contains("'five' is not a number", parsed.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("column 2 is needed", parsed.Problems[1].Message, StringComparison.Ordinal);
        Assert.Contains("must increase", parsed.Problems[3].Message, StringComparison.Ordinal);
        Assert.Contains("a value is missing", parsed.Problems[4].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0,1\n1,2\n", "the units are not given")]
    [InlineData("time,current\n0,1\n1,2\n", "does not say the units")]
    [InlineData("time [s],power [W]\n0,1\n1,2\n", "a time and a current")]
    [InlineData("time [s],current [A]\n1,1\n2,2\n", "the first time must be 0")]
    [InlineData("time [s],current [A]\n0,1\n", "one row only")]
    [InlineData("time [s],current [A]\n", "no rows")]
    [InlineData("", "is empty")]
    public void An_unusable_file_is_told(string text, string message) =>
        Assert.Contains(message, Assert.Single(Parse(text).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_with_thousands_of_bad_rows_gives_a_list_of_bearable_length()
    {
        var text = "time [s],current [A]\n" + string.Concat(Enumerable.Repeat("x,y\n", 5000));
        var problems = Parse(text).Problems;
        Assert.InRange(problems.Count, 20, 25);
        Assert.Contains("further bad rows", problems[^1].Message, StringComparison.Ordinal);
    }
}
