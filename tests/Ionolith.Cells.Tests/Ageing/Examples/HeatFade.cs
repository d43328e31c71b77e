using Ionolith.Cells.Ageing;
using Ionolith.Materials.Quantities;

namespace Ionolith.Cells.Tests.Ageing.Examples;

/// <summary>Host lost with time, faster in warmth: df/dt = k exp[-E/R (1/T - 1/298.15 K)] (1 - f).</summary>
/// <remarks>An example; empirical. Source: form of first-order loss.</remarks>
public sealed record HeatFade : AgeingMechanism
{
    /// <summary>Rate k at 298.15 K, 1/s.</summary>
    public required double Rate { get; init; }

    /// <summary>Activation energy E, J/mol.</summary>
    public double ActivationEnergy { get; init; }

    /// <summary>The card: name, source and keys. Files are read and written from it alone.</summary>
    public static MechanismCard LawCard { get; } = new(
        "heat-fade",
        "host lost with time, faster in warmth",
        "empirical; first-order loss",
        AgeingPlaces.Host,
        [
            new("rate", QuantityKinds.Frequency, m => ((HeatFade)m).Rate, Meaning: "k at 25 degC"),
            new("activation-energy", QuantityKinds.MolarEnergy, m => ((HeatFade)m).ActivationEnergy, 0, Meaning: "E, against 25 degC"),
        ],
        v => new HeatFade { Rate = v[0], ActivationEnergy = v[1] })
    {
        Validity = "an example; for none",
    };

    /// <inheritdoc/>
    public override MechanismCard Card => LawCard;

    /// <inheritdoc/>
    public override IReadOnlyList<AgeingState> States => [new("lost share", QuantityKinds.Number, 0, 1)];

    /// <inheritdoc/>
    public override void Rates(in InterfaceConditions at, ReadOnlySpan<double> states, Span<double> rates) =>
        rates[0] = Rate * Activation(ActivationEnergy, at.Temperature) * (1 - states[0]);

    /// <inheritdoc/>
    public override void Act(in InterfaceConditions at, ReadOnlySpan<double> states, ref InterfaceEffect effect) =>
        effect.ActiveShare *= 1 - states[0];
}
