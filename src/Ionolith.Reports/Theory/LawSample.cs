using Ionolith.Cells.Ageing;
using Ionolith.Materials.Quantities;
using Ionolith.Numerics.Integration;

namespace Ionolith.Reports.Theory;

/// <summary>A law of ageing with values, alone and without a cell.</summary>
/// <param name="Law">The law.</param>
/// <param name="Words">Its values as a cell file has them.</param>
internal sealed record LawSample(AgeingMechanism Law, string Words)
{
    private const double Tolerance = 1e-9;

    /// <summary>Room temperature, no current, whole contact.</summary>
    public static InterfaceConditions Rest { get; } = new() { Temperature = 298.15, ContactedShare = 1, Stoichiometry = 0.5, Pressure = 1e5, ElectrolyteThickness = 100e-6 };

    /// <summary>A law with values, those of its card where none are given.</summary>
    /// <param name="card">Its card.</param>
    /// <param name="values">Keys and values with units, as in a cell file.</param>
    /// <returns>The law.</returns>
    /// <exception cref="ArgumentException">There is no such key, or a value cannot be read.</exception>
    public static LawSample Of(MechanismCard card, params (string Key, string Value)[] values)
    {
        var given = values.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        if (given.Keys.Except(card.Parameters.Select(p => p.Key), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException($"{card.Law} has no key {unknown}", nameof(values));
        }

        double[] all = [.. card.Parameters.Select(p => given.TryGetValue(p.Key, out string? text) ? Quantity.Parse(text, p.Kind).Value : p.Default)];
        return new LawSample(card.Create(all), string.Join(", ", values.Select(v => $"{v.Key} {v.Value}")));
    }

    /// <summary>What the law comes to at given times in constant conditions.</summary>
    /// <param name="name">Name of the curve.</param>
    /// <param name="at">The conditions.</param>
    /// <param name="times">Times in s, rising.</param>
    /// <param name="y">Value drawn, from states and their effect.</param>
    /// <param name="xUnit">Seconds in a unit of the horizontal axis.</param>
    /// <param name="canFail">Whether the interface may fail, where the curve then ends: the last contact is lost at an infinite rate.</param>
    /// <returns>The curve.</returns>
    public TheoryCurve Over(string name, InterfaceConditions at, IReadOnlyList<double> times, Func<double[], InterfaceEffect, double> y, double xUnit, bool canFail = false)
    {
        double[] states = [.. Law.States.Select(s => s.Initial)], scale = [.. Law.States.Select(s => s.Scale)], values = new double[times.Count];
        var integrator = new Rosenbrock23(states.Length);
        double time = 0;
        var effect = new InterfaceEffect();
        Array.Fill(values, double.NaN);
        for (int i = 0; i < values.Length && effect.Failure.Length == 0; i++)
        {
            if (times[i] > time && !integrator.Integrate((_, s, rates) => Law.Rates(at, s, rates), time, times[i], states, scale, Tolerance))
            {
                if (canFail)
                {
                    break;
                }

                throw new InvalidOperationException($"{Law.Card.Law} could not be integrated to {times[i]} s");
            }

            (time, effect) = (times[i], new InterfaceEffect());
            Law.Act(at, states, ref effect);
            values[i] = y(states, effect);
        }

        return new TheoryCurve(name, [.. times.Select(t => t / xUnit)], values);
    }

    /// <summary>Points of a solution in closed form.</summary>
    /// <param name="times">Times in s.</param>
    /// <param name="y">The solution.</param>
    /// <param name="xUnit">Seconds in a unit of the horizontal axis.</param>
    /// <returns>The points.</returns>
    public static TheoryCurve ClosedForm(IEnumerable<double> times, Func<double, double> y, double xUnit)
    {
        double[] all = [.. times];
        return new TheoryCurve("closed form", [.. all.Select(t => t / xUnit)], [.. all.Select(y)], IsPoints: true);
    }

    /// <summary>Numbers in equal steps.</summary>
    public static double[] Even(double from, double to, int count = 81) => [.. Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1)))];

    /// <summary>Numbers in equal ratios.</summary>
    public static double[] Ratios(double from, double to, int count = 81) => [.. Enumerable.Range(0, count).Select(i => from * Math.Pow(to / from, (double)i / (count - 1)))];
}
