using Ionolith.Testing;
using Xunit;
using Xunit.Sdk;

namespace Ionolith.Numerics.Tests;

/// <summary>The helpers of the tests fail where they should.</summary>
public sealed class TestingTests
{
    [Fact]
    public void A_relative_comparison_with_zero_is_an_error() =>
        Assert.ThrowsAny<XunitException>(() => Tolerance.Relative(0, 0, 1e-3));

    [Theory]
    [InlineData(1, 1.0011, 1e-3)]
    [InlineData(-2, 2, 0.1)]
    [InlineData(1, double.NaN, 0.1)]
    [InlineData(1, double.PositiveInfinity, 0.1)]
    public void Values_that_differ_are_told_apart(double expected, double actual, double relative) =>
        Assert.ThrowsAny<XunitException>(() => Tolerance.Relative(expected, actual, relative));

    [Theory]
    [InlineData(0, 1e-3)]
    [InlineData(double.NaN, 1e-3)]
    [InlineData(-1, 1e-3)]
    [InlineData(1, 0)]
    [InlineData(1, 0.5)]
    public void A_scale_or_a_tolerance_that_makes_no_sense_is_an_error(double scale, double relative) =>
        Assert.ThrowsAny<XunitException>(() => Tolerance.Scaled(1, 1, scale, relative));

    [Fact]
    public void A_bound_is_not_met_by_a_value_above_it_or_by_none()
    {
        Assert.ThrowsAny<XunitException>(() => Tolerance.Below(1, -1.1, "x"));
        Assert.ThrowsAny<XunitException>(() => Tolerance.Below(1, double.NaN, "x"));
        Assert.ThrowsAny<XunitException>(() => Tolerance.Below(0, 0, "x"));
    }

    [Fact]
    public void A_study_sees_the_order_and_refuses_another()
    {
        ConvergenceStudy study = ConvergenceStudy.Of(10, 3, n => 5.0 / (n * n));
        study.HasOrder(2);
        Assert.All(study.Orders, order => Tolerance.Relative(2, order, 1e-12));
        Assert.ThrowsAny<XunitException>(() => study.HasOrder(1));
        Assert.ThrowsAny<XunitException>(() => study.HasOrder(3));
        Assert.ThrowsAny<XunitException>(() => study.HasOrderAtLeast(2.5));
        Assert.ThrowsAny<XunitException>(() => ConvergenceStudy.Of(10, 2, _ => 0).HasOrder(2));
    }

    [Fact]
    public void A_reference_with_an_error_of_its_own_is_allowed_for()
    {
        int[] n = [10, 20, 40];
        double[] differences = [.. n.Select(k => (1.0 / (k * k)) - (1.0 / (80 * 80)))];
        ConvergenceStudy study = ConvergenceStudy.AgainstReference(n, 80, 2, differences);
        Assert.All(study.Orders, order => Tolerance.Relative(2, order, 1e-9));
    }
}
