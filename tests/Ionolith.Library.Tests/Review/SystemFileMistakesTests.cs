using Ionolith.Library.Review;
using Xunit;

namespace Ionolith.Library.Tests.Review;

public sealed class SystemFileMistakesTests
{
    private const string Sample = """
        id: one
        section: polymer-electrolytes
        ref: 31
        citation: A. Author, Title. Journal 2023.
        what: LFP | polymer | Li
        materials: [lfp, my-polymer.yaml]
        cells: [vcl3-halide]
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
    public void The_sample_is_right()
    {
        var system = ReviewLibrary.ReadSystem(Path.Combine("my", "s.yaml"), Sample).Require();

        Assert.Equal((ReviewSection.PolymerElectrolytes, 2), (system.Section, system.Claims.Count));
        Assert.Equal(["lfp", Path.Combine("my", "my-polymer.yaml")], system.Materials);
        Assert.Equal(["vcl3-halide"], system.Cells);
    }

    [Theory]
    [InlineData("value: 140 mAh/g", "value: 140 mAh/k", "s.yaml:12:12: capacity.value: expected a number without unit, such as \"0.65\" or")]
    [InlineData("value: 140 mAh/g", "value: 140 m2/s", "s.yaml:12:12: capacity.value: expected a number without unit, such as \"0.65\" or")]
    [InlineData("value: 140 mAh/g", "vlaue: 140 mAh/g", "s.yaml:9:5: capacity: needs value or approx or lower or range", "s.yaml:12:5: capacity.vlaue: unknown key \"vlaue\"; did you mean \"value\"?")]
    [InlineData("value: 140 mAh/g", "range: 140 mAh/g", "s.yaml:12:12: capacity.range: expected two figures in increasing order, such as \"84 % to 86 %\", but got \"140 mAh/g\"")]
    [InlineData("value: 140 mAh/g", "range: 140 mAh/g to 130 mAh/g", "s.yaml:12:12: capacity.range: expected two figures in increasing order, but got \"140 mAh/g to 130 mAh/g\"")]
    [InlineData("value: 140 mAh/g", "range: 140 mAh/g to 1 Ah/g", "s.yaml:12:12: capacity.range: expected two figures in the same unit, but got \"140 mAh/g to 1 Ah/g\"")]
    [InlineData("value: 140 mAh/g", "range: 140 mAh/g to 5 V", "s.yaml:12:12: capacity.range: expected a specific capacity, such as \"162.5 mAh/g\", but \"5 V\" is a voltage")]
    [InlineData("kind: cell", "kind: cel", "s.yaml:10:11: capacity.kind: is \"cel\", expected property, cell, durability, structure or qualitative; did you mean \"cell\"?")]
    [InlineData("role: predicted\n", "\n", "s.yaml:9:5: capacity.role: is missing; expected input, calibrated, predicted, analysed or shown")]
    [InlineData("quantity: capacity at 1C\n", "\n", "s.yaml:9:5: capacity: needs quantity or statement")]
    [InlineData("statement: it is better", "statement: it is better, lower: 3 V", "s.yaml:15:45: why.statement: is given beside a figure; what has a figure is a quantity")]
    [InlineData("id: why", "id: capacity", "s.yaml:15:10: capacity.id: \"capacity\" is given twice; every id must be unique")]
    [InlineData("citation: A. Author, Title. Journal 2023.\n", "", "s.yaml:1:1: citation: is missing; expected the reference 31 in full: authors, title, journal, year, pages")]
    [InlineData("ref: 31", "ref: 0", "s.yaml:3:6: ref: expected the number of a reference, such as 31")]
    [InlineData("waits-for: a cell\n", "\n", "s.yaml:9:5: capacity: needs waits-for or compute")]
    [InlineData("section: polymer-electrolytes", "section: polymers", "s.yaml:2:10: section: is \"polymers\", expected cathodes, anodes, polymer-electrolytes")]
    [InlineData("cells: [vcl3-halide]", "cells: [vcl3-halid]", "s.yaml:7:9: cells: the library has no \"vcl3-halid\"; did you mean \"vcl3-halide\"?")]
    [InlineData("materials: [lfp,", "materials: [3, [4],", "s.yaml:6:13: materials: the library has no \"3\"; known are", "s.yaml:6:16: materials: expected the id or the file of one of the materials")]
    public void A_mistake_is_told_with_its_place(string from, string to, params string[] expected)
    {
        Assert.Contains(from, Sample, StringComparison.Ordinal);
        var result = ReviewLibrary.ReadSystem("s.yaml", Sample.Replace(from, to, StringComparison.Ordinal));

        Assert.Null(result.System);
        Assert.Equal(expected.Length, result.Problems.Count);
        Assert.All(expected.Zip(result.Problems), pair => Assert.StartsWith(pair.First, pair.Second.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file()
    {
        string text = Sample.Replace("ref: 31", "ref: x", StringComparison.Ordinal)
            .Replace("140 mAh/g", "many", StringComparison.Ordinal)
            .Replace("role: shown", "role: guessed", StringComparison.Ordinal);

        Assert.Equal([3, 12, 15], ReviewLibrary.ReadSystem("s.yaml", text).Problems.Select(p => p.Line));
    }

    [Theory]
    [InlineData("claims: 3", "expected a list")]
    [InlineData("claims: []", "holds no claim")]
    [InlineData("claims: [3]", "claims.1: expected keys and values")]
    [InlineData("nothing: 3", "claims: is missing; expected a list of claims")]
    public void A_file_without_claims_is_told(string text, string expected) =>
        Assert.Contains(expected, string.Join('\n', ReviewLibrary.ReadSystem("s.yaml", "id: x\n" + text).Problems), StringComparison.Ordinal);

    [Fact]
    public void A_system_that_does_not_exist_gets_the_nearest_name() =>
        Assert.Equal(
            "limocl: there is no system or file of this name; did you mean \"limocl4\"?", Assert.Single(ReviewLibrary.LoadSystem("limocl").Problems).ToString());
}
