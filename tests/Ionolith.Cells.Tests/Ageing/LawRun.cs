using Ionolith.Cells.Ageing;
using Ionolith.Numerics.Integration;

namespace Ionolith.Cells.Tests.Ageing;

/// <summary>A law of ageing on its own, without a cell: its states after a time in constant conditions.</summary>
internal static class LawRun
{
    /// <summary>Room temperature, no current, at the potential of lithium.</summary>
    public static InterfaceConditions Rest { get; } = new() { Temperature = 298.15, ContactedShare = 1, Stoichiometry = 0.5 };

    /// <summary>The states after a time, from those of a fresh cell unless others are given.</summary>
    public static double[] After(AgeingMechanism law, double time, InterfaceConditions at, double tolerance = 1e-9, double[]? start = null)
    {
        double[] states = [.. start ?? law.States.Select(s => s.Initial)], scale = [.. law.States.Select(s => s.Scale)];
        Assert(new Rosenbrock23(states.Length).Integrate((_, y, rates) => law.Rates(at, y, rates), 0, time, states, scale, tolerance));
        return states;
    }

    /// <summary>What states do.</summary>
    public static InterfaceEffect Effect(AgeingMechanism law, double[] states, InterfaceConditions at)
    {
        InterfaceEffect effect = new();
        law.Act(at, states, ref effect);
        return effect;
    }

    private static void Assert(bool integrated) => Xunit.Assert.True(integrated, "the law could not be integrated");
}
