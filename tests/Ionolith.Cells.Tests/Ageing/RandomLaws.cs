using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Interphases;

namespace Ionolith.Cells.Tests.Ageing;

/// <summary>Laws of ageing with values drawn over what is physically sane, and nearly all of what a file may say.</summary>
internal static class RandomLaws
{
    // SI; drawn by their logarithm where the lower bound is positive, evenly otherwise.
    private static readonly Dictionary<string, (double Low, double High)> Ranges = new(StringComparer.Ordinal)
    {
        ["activation-energy"] = (0, 80e3),
        ["creep-activation-energy"] = (0, 80e3),
        ["alignment"] = (0, 1),
        ["blocking-conductivity"] = (1e-16, 1e-8),
        ["carrier-concentration"] = (1, 5e4),
        ["coercive-step"] = (-0.5, 0.5),
        ["coating-shift"] = (0, 0.5),
        ["conducting-conductivity"] = (1e-7, 1e-2),
        ["conducting-share"] = (0, 1),
        ["conductivity"] = (1e-9, 1),
        ["constraint"] = (1, 10),
        ["contact-radius"] = (1e-8, 1e-4),
        ["coulombic-efficiency"] = (0.5, 1),
        ["covering-charge"] = (1e-3, 1e4),
        ["creep-back-time"] = (1, 1e6),
        ["creep-length"] = (1e-7, 1e-4),
        ["creep-rate"] = (1e3, 1e6),
        ["critical-stress"] = (1e6, 1e9),
        ["current-exponent"] = (0, 2),
        ["diffusion-length"] = (1e-9, 1e-5),
        ["driving-voltage"] = (0, 2),
        ["electronic-conductivity"] = (1e-14, 1e-6),
        ["exchange-current"] = (1e-12, 1e-6),
        ["fall"] = (0, 0.5),
        ["filament-width"] = (1e-8, 1e-5),
        ["final-share"] = (0.001, 1),
        ["final-thickness"] = (1e-9, 1e-6),
        ["flat-potential"] = (2, 5),
        ["flaw-length"] = (1e-8, 1e-5),
        ["flow-resistance"] = (1e5, 1e7),
        ["fracture-energy"] = (0.1, 100),
        ["gas-yield"] = (0, 2),
        ["growth-fraction"] = (1e-5, 1),
        ["healing-exponent"] = (0, 2),
        ["healing-time"] = (1, 1e6),
        ["holding-pressure"] = (1e4, 1e8),
        ["initial-contact"] = (0.02, 1),
        ["initial-resistance"] = (1e-8, 1e-2),
        ["initial-thickness"] = (1e-10, 1e-7),
        ["ion-time"] = (1e-3, 1e4),
        ["isolating-share"] = (0, 1),
        ["leak-length"] = (1e-10, 1e-7),
        ["lithium-shear-modulus"] = (1e9, 1e10),
        ["loss-rate"] = (1e-3, 10),
        ["modulus"] = (1e9, 2e11),
        ["onset-potential"] = (-0.2, 4.5),
        ["overpotential"] = (0, 0.5),
        ["oxidation-potential"] = (3.6, 5),
        ["passivating-capacity"] = (1, 1e5),
        ["poisson-ratio"] = (0, 0.49),
        ["pressed-current"] = (0.01, 1000),
        ["product-volume"] = (0, 1e-4),
        ["rate-constant"] = (1e-25, 1e-17),
        ["rate-per-cycle"] = (1e-5, 1),
        ["recovery-time"] = (1, 1e7),
        ["reduction-potential"] = (-0.2, 0.5),
        ["reference-potential"] = (-0.2, 0.5),
        ["reference-pressure"] = (1e4, 1e8),
        ["reference-resistance"] = (1e-6, 0.1),
        ["reference-thickness"] = (1e-10, 1e-7),
        ["reference-time"] = (10, 1e6),
        ["relative-permittivity"] = (1, 1000),
        ["renewal-capacity"] = (100, 1e7),
        ["reversal"] = (0, 1),
        ["shear-modulus"] = (0, 1e10),
        ["short-resistance"] = (1e-4, 10),
        ["stress-exponent"] = (1.01, 9),
        ["surface-gain"] = (0, 5),
        ["switching-time"] = (0.1, 1e5),
        ["switching-width"] = (0.01, 1),
        ["threshold"] = (0.01, 0.99),
        ["transfer-coefficient"] = (0, 1),
        ["unpressed-current"] = (0.01, 100),
        ["vacancy-diffusivity"] = (1e-17, 1e-10),
        ["vacancy-span"] = (1e-3, 1),
        ["void-depth"] = (1e-8, 1e-5),
        ["volume-change"] = (-0.3, 1),
        ["volume-per-lithium"] = (5e-6, 1e-4),
        ["young-modulus"] = (1e9, 3e11),
    };

    // Keys that mean another quantity in another law.
    private static readonly Dictionary<string, (double Low, double High)> Special = new(StringComparer.Ordinal)
    {
        ["power-law-growth.exponent"] = (0.05, 2),
        ["particle-cracking.exponent"] = (0, 10),
        ["particle-cracking.rate"] = (1e-12, 1e-4),
        ["reaction-limited-growth.rate"] = (1e-18, 1e-11),
        ["self-limiting-growth.rate"] = (1e-18, 1e-10),
        ["switching-space-charge.conductivity"] = (1e-4, 1),
        ["switching-space-charge.carrier-concentration"] = (1000, 5e4),
        ["decomposition.transfer-coefficient"] = (0, 0.6),
    };

    /// <summary>Different laws for one interface; of a family that excludes itself only one.</summary>
    public static AgeingMechanism[] At(AgeingPlaces place, int most, Random random)
    {
        MechanismCard[] able = [.. AgeingLaws.All.Where(c => c.Places.HasFlag(place))];
        random.Shuffle(able);
        return [.. able.DistinctBy(c => c.Law.StartsWith("contact-", StringComparison.Ordinal) || c.Law.StartsWith("filament-", StringComparison.Ordinal)
            ? c.Law[..7] : c.Law, StringComparer.Ordinal).Take(random.Next(most + 1)).Select(c => Draw(c, random))];
    }

    /// <summary>A law with drawn values; of those that need not be given about half are not.</summary>
    public static AgeingMechanism Draw(MechanismCard card, Random random) =>
        Allowed(card.Create([.. card.Parameters.Select(p => !double.IsNaN(p.Default) && random.Next(2) == 0 ? p.Default : Draw(card.Law, p, random))]));

    // What a cell file refuses is drawn no further.
    private static AgeingMechanism Allowed(AgeingMechanism law) => law switch
    {
        Decomposition d when double.IsInfinity(d.OxidationPotential) && double.IsInfinity(d.ReductionPotential) => d with { OxidationPotential = 4.2, ReductionPotential = 0.2 },
        SelfLimitingGrowth g when g.InitialThickness > g.FinalThickness => g with { InitialThickness = 0.5 * g.FinalThickness },
        _ => law,
    };

    private static double Draw(string law, MechanismParameter p, Random random)
    {
        if (!Special.TryGetValue($"{law}.{p.Key}", out (double Low, double High) range))
        {
            range = Ranges[p.Key];
        }

        double low = Math.Max(range.Low, p.Least), high = Math.Min(range.High, p.Most), share = random.NextDouble();
        return low > 0 ? low * Math.Pow(high / low, share) : low + ((high - low) * share);
    }
}
