using Ionolith.Numerics.Statistics;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Numerics.Tests.Statistics;

public sealed class StudentTTests
{
    [Theory]
    [InlineData(0.95, 1, 12.7062047)]
    [InlineData(0.95, 2, 4.30265273)]
    [InlineData(0.95, 10, 2.22813885)]
    [InlineData(0.99, 30, 2.74999565)]
    [InlineData(0.90, 120, 1.65765090)]
    [InlineData(0.95, 1000000, 1.95996636)]
    public void Quantiles_are_those_of_the_tables(double probability, int freedom, double expected) =>
        Tolerance.Relative(expected, StudentT.TwoSidedQuantile(probability, freedom), 1e-7);

    [Fact]
    public void With_one_degree_of_freedom_it_is_Cauchys_distribution() =>
        Tolerance.Relative(1 - (2 / Math.PI * Math.Atan(3)), StudentT.TwoSidedTail(3, 1), 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_probability_that_is_none_is_refused(double probability) => Assert.Contains("between 0 and 1", Assert.Throws<ArgumentOutOfRangeException>(
        () => StudentT.TwoSidedQuantile(probability, 5)).Message, StringComparison.Ordinal);
}
