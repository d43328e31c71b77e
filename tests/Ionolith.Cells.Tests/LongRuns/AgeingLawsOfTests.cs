using Ionolith.Cells.Ageing;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Tests.LongRuns;

/// <summary>A law of ageing in two lines, for tests: rates and effect as functions.</summary>
internal sealed record TestLaw : AgeingMechanism
{
    public required IReadOnlyList<double> Initial { get; init; }

    public required Action<InterfaceConditions, double[], double[]> Rate { get; init; }

    public required Func<double[], InterfaceEffect, InterfaceEffect> Effect { get; init; }

    public override MechanismCard Card => new("test-law", "a law of the tests", "none", AgeingPlaces.Lithium | AgeingPlaces.Host, [], _ => throw new NotSupportedException());

    public override IReadOnlyList<AgeingState> States => [.. Initial.Select((v, i) => new AgeingState($"state {i}", QuantityKinds.Number, v, 1))];

    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates)
    {
        double[] values = new double[rates.Length];
        Rate(at, states.ToArray(), values);
        values.CopyTo(rates);
    }

    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect) => effect = Effect(states.ToArray(), effect);
}

/// <summary>Laws that wear a cell in different ways.</summary>
internal static class AgeingLawsOfTests
{
    /// <summary>Share of a host that is lost with the charge that passes.</summary>
    public static TestLaw FadingHost(double perCharge) => new()
    {
        Initial = [0],
        Rate = (at, s, r) => r[0] = perCharge * Math.Abs(at.Current) * (1 - s[0]),
        Effect = (s, e) => e with { ActiveShare = e.ActiveShare * (1 - s[0]) },
    };

    /// <summary>A contact that is lost on stripping, heals within a few cycles, and heals less and less.</summary>
    public static TestLaw RestlessContact(double loss, double healing, double fatigue) => new()
    {
        Initial = [1, 0],
        Rate = (at, s, r) =>
        {
            r[0] = (-loss * Math.Max(0, at.Current) * s[0]) + (healing / (1 + s[1]) * (1 - s[0]));
            r[1] = fatigue * Math.Abs(at.Current);
        },
        Effect = (s, e) => e with { ContactedShare = e.ContactedShare * s[0] },
    };

    /// <summary>Something that grows evenly, does nothing, and one day ends the cell.</summary>
    public static TestLaw Filament(double perSecond, double longest) => new()
    {
        Initial = [0],
        Rate = (_, _, r) => r[0] = perSecond,
        Effect = (s, e) =>
        {
            if (s[0] >= longest)
            {
                e.Fail("the filament has crossed the separator");
            }

            return e;
        },
    };
}
