using Ionolith.Library.Review;
using Xunit;

namespace Ionolith.Library.Tests.Review;

public sealed class ClaimsFileMistakesTests
{
    private const string Sample = """
        review: A. Author, Title (2023)
        systems:
          - id: one
            ref: 31
            citation: A. Author, Title. Journal 2023.
            what: LFP | polymer | Li
            claims:
              - id: capacity
                kind: cell
                quantity: capacity at 1C
                value: 140 mAh/g
                role: predicted
                waits-for: a cell
              - {id: why, kind: qualitative, statement: it is better, role: shown, waits-for: a cell}
        """;

    [Fact]
    public void The_sample_is_right() => Assert.Equal(2, Assert.Single(ClaimsLibrary.Read("c.yaml", Sample).Require()).Claims.Count);

    [Theory]
    [InlineData("value: 140 mAh/g", "value: 140 mAh/k", "c.yaml:11:16: one.capacity.value: expected a number without unit, such as \"0.65\" or")]
    [InlineData("value: 140 mAh/g", "value: 140 m2/s", "c.yaml:11:16: one.capacity.value: expected a number without unit, such as \"0.65\" or")]
    [InlineData("value: 140 mAh/g", "vlaue: 140 mAh/g", "c.yaml:8:9: one.capacity: needs value or approx or lower or range", "c.yaml:11:9: one.capacity.vlaue: unknown key \"vlaue\"; did you mean \"value\"?")]
    [InlineData("value: 140 mAh/g", "range: 140 mAh/g", "c.yaml:11:16: one.capacity.range: expected two figures in increasing order, such as \"84 % to 86 %\", but got \"140 mAh/g\"")]
    [InlineData("value: 140 mAh/g", "range: 140 mAh/g to 130 mAh/g", "c.yaml:11:16: one.capacity.range: expected two figures in increasing order, but got \"140 mAh/g to 130 mAh/g\"")]
    [InlineData("value: 140 mAh/g", "range: 140 mAh/g to 1 Ah/g", "c.yaml:11:16: one.capacity.range: expected two figures in the same unit, but got \"140 mAh/g to 1 Ah/g\"")]
    [InlineData("value: 140 mAh/g", "range: 140 mAh/g to 5 V", "c.yaml:11:16: one.capacity.range: expected a specific capacity, such as \"162.5 mAh/g\", but \"5 V\" is a voltage")]
    [InlineData("kind: cell", "kind: cel", "c.yaml:9:15: one.capacity.kind: is \"cel\", expected property, cell, durability, structure or qualitative; did you mean \"cell\"?")]
    [InlineData("role: predicted\n", "\n", "c.yaml:8:9: one.capacity.role: is missing; expected input, calibrated, predicted, analysed or shown")]
    [InlineData("quantity: capacity at 1C\n", "\n", "c.yaml:8:9: one.capacity: needs quantity or statement")]
    [InlineData("statement: it is better", "statement: it is better, lower: 3 V", "c.yaml:14:49: one.why.statement: is given beside a figure; what has a figure is a quantity")]
    [InlineData("id: why", "id: capacity", "c.yaml:14:14: one.capacity.id: \"capacity\" is given twice; every id must be unique")]
    [InlineData("    citation: A. Author, Title. Journal 2023.\n", "", "c.yaml:3:5: one.citation: is missing; expected the reference 31 in full: authors, title, journal, year, pages")]
    [InlineData("ref: 31", "ref: 0", "c.yaml:4:10: one.ref: expected the number of a reference, such as 31")]
    [InlineData("waits-for: a cell\n", "\n", "c.yaml:8:9: one.capacity.waits-for: is missing; expected a text, such as waits-for: ageing over cycles")]
    public void A_mistake_is_told_with_its_place(string from, string to, params string[] expected)
    {
        Assert.Contains(from, Sample, StringComparison.Ordinal);
        var result = ClaimsLibrary.Read("c.yaml", Sample.Replace(from, to, StringComparison.Ordinal));

        Assert.Null(result.Systems);
        Assert.Equal(expected.Length, result.Problems.Count);
        Assert.All(expected.Zip(result.Problems), pair => Assert.StartsWith(pair.First, pair.Second.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file()
    {
        string text = Sample.Replace("ref: 31", "ref: x", StringComparison.Ordinal)
            .Replace("140 mAh/g", "many", StringComparison.Ordinal)
            .Replace("role: shown", "role: guessed", StringComparison.Ordinal);

        Assert.Equal([4, 11, 14], ClaimsLibrary.Read("c.yaml", text).Problems.Select(p => p.Line));
    }

    [Theory]
    [InlineData("systems: 3", "expected a list")]
    [InlineData("systems: []", "holds no system")]
    [InlineData("systems: [3]", "systems.1: expected keys and values")]
    [InlineData("nothing: 3", "is missing; expected a list of systems")]
    public void A_file_without_systems_is_told(string text, string expected) =>
        Assert.Contains(expected, string.Join('\n', ClaimsLibrary.Read("c.yaml", "review: x\n" + text).Problems), StringComparison.Ordinal);
}
