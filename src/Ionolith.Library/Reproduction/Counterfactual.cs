using Ionolith.Cells.Simulation;
using Ionolith.Library.Reproduction.Measurements;
using Ionolith.Library.Review;
using Ionolith.Materials.Quantities;

namespace Ionolith.Library.Reproduction;

/// <summary>A statement of the review as the same measurement twice: with what it speaks of, and without.</summary>
/// <param name="Claim">Id of the claim.</param>
/// <param name="Statement">What the review says.</param>
/// <param name="Kind">Kind of the figure that is compared.</param>
/// <param name="With">With the mechanism.</param>
/// <param name="Without">Without it.</param>
public sealed record Counterfactual(string Claim, string Statement, QuantityKind Kind, CounterfactualSide With, CounterfactualSide Without)
{
    /// <summary>The comparison behind a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="laboratory">Where it is measured.</param>
    /// <param name="run">The run of a measurement with all its rows; null where it could not be carried out.</param>
    /// <returns>Both sides; null where the claim is no comparison or a side cannot be measured.</returns>
    internal static Counterfactual? Of(ReviewClaim claim, Laboratory laboratory, Func<RunMeasurement, SimulationResult?> run)
    {
        if (claim.Compute is not ComparisonMeasurement comparison)
        {
            return null;
        }

        try
        {
            return new Counterfactual(
                claim.Id, claim.Quantity, comparison.With.Kind,
                CounterfactualSide.Of(comparison.With, laboratory, run), CounterfactualSide.Of(comparison.Without, laboratory, run));
        }
        catch (MeasurementException)
        {
            // The claim's own row tells why.
            return null;
        }
    }
}

/// <summary>One side of a comparison.</summary>
/// <param name="Text">The measurement in a line: figure, cell or material, values that are replaced, protocol.</param>
/// <param name="Value">The figure, SI units.</param>
/// <param name="Runs">The runs behind it, with all their rows; none where the figure comes from no run.</param>
public sealed record CounterfactualSide(string Text, double Value, IReadOnlyList<SimulationResult> Runs)
{
    internal static CounterfactualSide Of(IMeasurement measurement, Laboratory laboratory, Func<RunMeasurement, SimulationResult?> run) =>
        new(measurement.Text, measurement.Measure(laboratory).Value, [.. SystemStudy.RunsOf(measurement).Select(run).OfType<SimulationResult>().Distinct()]);
}
