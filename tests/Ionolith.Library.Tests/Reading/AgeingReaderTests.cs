using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Hosts;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Materials.Quantities;
using Ionolith.Materials.Substances;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Reading;

/// <summary>What ages, in cell files: every law from its card alone, mistakes at their places, hysteresis of a host.</summary>
public sealed class AgeingReaderTests
{
    private const string Host = "        initial-stoichiometry: 0.02\n";

    public static TheoryData<string> Laws => [.. AgeingLaws.All.Select(c => c.Law)];

    [Theory]
    [MemberData(nameof(Laws))]
    public void Every_law_written_is_read_again_to_the_last_bit(string name)
    {
        var card = AgeingLaws.Find(name)!;
        var law = card.Create([.. card.Parameters.Select((p, i) => Somewhere(p, i))]);
        var cell = Aged(SampleFile.Cell(), card.Places, law);

        var again = CellLibrary.ReadCell("again.yaml", CellLibrary.WriteCell(cell)).Require();

        Assert.Equal(law, Assert.Single(Ageing(again, card.Places)));
    }

    [Fact]
    public void A_law_is_switched_by_its_entry_and_its_values_are_set_by_their_paths()
    {
        string aged = $"{Host}        ageing: {{contact-loss: {{volume-change: 7 %, final-share: 0.5}}, voltage-decay: {{fall: 0.5 V, rate-per-cycle: 1e-3}}}}\n";
        var set = SampleFile.Cell(Host, aged, new PathOverride("cathode.active.lfp.ageing.contact-loss.final-share", "0.25"));

        Assert.Empty(SampleFile.Cell().Cathode().ActivePhases[0].Ageing);
        Assert.Equal(
            [new ContactLoss { VolumeChange = 0.07, FinalShare = 0.25 }, new VoltageDecay { Fall = 0.5, RatePerCycle = 1e-3 }],
            set.Cathode().ActivePhases[0].Ageing);
    }

    [Theory]
    [InlineData("ageing: {contact-los: {}}", "cathode.active.lfp.ageing.contact-los: there is no law of ageing \"contact-los\"; did you mean \"contact-loss\"?")]
    [InlineData("ageing: {contact-creep: {}}", "cathode.active.lfp.ageing.contact-creep: \"contact-creep\" acts on lithium metal, not on an active material")]
    [InlineData("ageing: {contact-loss: {volume-change: 7 %, final-share: 1.5}}", "cathode.active.lfp.ageing.contact-loss.final-share: must be from 0.001 to 1 but is 1.5")]
    [InlineData("ageing: {contact-loss: {volume-change: 7 %}}", "cathode.active.lfp.ageing.contact-loss.final-share: is missing; expected a number without unit, such as final-share: \"0.65\"")]
    [InlineData("ageing: {contact-loss: {volume-change: 7 %, final-share: 0.5, tau: 3 s}}", "cathode.active.lfp.ageing.contact-loss.tau: unknown key \"tau\"")]
    [InlineData("ageing: {decomposition: {exchange-current: 1 V}}", "cathode.active.lfp.ageing.decomposition.exchange-current: expected a current density, such as \"1.5 mA/cm2\", but \"1 V\" is a voltage")]
    [InlineData("initial-hysteresis: 2", "cathode.active.lfp.initial-hysteresis: must lie from -1 (branch of lithiation) to 1 (of delithiation) but is 2")]
    public void Mistakes_are_told_at_their_place(string text, string expected)
    {
        string[] problems = SampleFile.Problems(SampleFile.Read(Host, $"{Host}        {text}\n"));
        Assert.Contains(problems, p => p.Contains(expected, StringComparison.Ordinal));
        Assert.All(problems, p => Assert.StartsWith("my-cell.yaml:24:", p, StringComparison.Ordinal));
    }

    [Fact]
    public void A_share_of_something_is_at_most_one_in_every_law() => Assert.All(
        AgeingLaws.All.SelectMany(c => c.Parameters.Select(p => (c.Law, Parameter: p))).Where(p => p.Parameter.Kind == QuantityKinds.Number && p.Parameter.Meaning.Contains("share", StringComparison.Ordinal)),

        // A rate of a share for each cycle is none itself.
        p => Assert.True(p.Parameter is { Least: >= 0, Most: <= 1 } || p.Parameter.Meaning.Contains("each full cycle", StringComparison.Ordinal), $"{p.Law}.{p.Parameter.Key}"));

    [Fact]
    public void Hysteresis_is_read_and_written()
    {
        var cell = SampleFile.Cell("material: lfp", "material: lfp\n        override: {hysteresis: {half-gap: 10 mV, decay-rate: 40}}\n        initial-hysteresis: -0.5");
        var again = CellLibrary.ReadCell("again.yaml", CellLibrary.WriteCell(cell)).Require();

        Assert.Equal(new PotentialHysteresis(0.01, 40), again.Cathode().ActivePhases[0].Material.Hysteresis);
        Assert.Equal(-0.5, again.Cathode().ActivePhases[0].InitialHysteresis);
    }

    [Theory]
    [InlineData("{half-gap: -10 mV, decay-rate: 40}", "half-gap: must be zero or more: half the gap between the branches")]
    [InlineData("{half-gap: 10 mV, decay-rate: 0}", "decay-rate: must be positive: how fast a new branch is approached, for each unit of stoichiometry")]
    public void A_hysteresis_that_cannot_be_is_told(string hysteresis, string expected)
    {
        var result = SampleFile.Read("material: lfp", $"material: lfp\n        override: {{hysteresis: {hysteresis}}}");
        Assert.Equal("cathode.active.lfp.hysteresis." + expected, $"{result.Problems[0].Path}: {result.Problems[0].Message}");
    }

    [Fact]
    public void The_guide_has_the_tables_that_the_cards_write() =>
        Assert.EndsWith(AgeingLawTexts.Guide(), RepositoryText.Of("docs/guide/ageing.md"), StringComparison.Ordinal);

    private static double Somewhere(MechanismParameter p, int i)
    {
        // Below the final thickness, and below the potential of oxidation.
        if (p.Key is "initial-thickness" or "reduction-potential")
        {
            return p.Key is "initial-thickness" ? p.Least * 1.7 : 0.13;
        }

        double inside = double.IsFinite(p.Most) ? p.Least + ((p.Most - p.Least) * (0.3 + (0.01 * i))) : p.Least > 0 ? p.Least * (3.1 + i) : 0.37 + (0.01 * i);
        return double.IsFinite(p.Least) ? inside : 0.37;
    }

    private static CellDescription Aged(CellDescription cell, AgeingPlaces places, AgeingMechanism law) => cell with
    {
        Contacts = places.HasFlag(AgeingPlaces.Contact) ? [new ContactResistance("separator", "cathode", 1e-3) { Ageing = [law] }] : [],
        Layers = [.. cell.Layers.Select(l => l switch
        {
            LithiumMetal metal when places.HasFlag(AgeingPlaces.Lithium) => metal with { Ageing = [law] },
            PorousElectrode e when places.HasFlag(AgeingPlaces.Host) => e with { ActivePhases = [.. e.ActivePhases.Select(p => p with { Ageing = [law] })] },
            _ => l,
        })],
    };

    private static IEnumerable<AgeingMechanism> Ageing(CellDescription cell, AgeingPlaces places) =>
        (places.HasFlag(AgeingPlaces.Contact) ? cell.Contacts.SelectMany(c => c.Ageing) : [])
        .Concat(cell.Layers.OfType<LithiumMetal>().SelectMany(m => m.Ageing))
        .Concat(cell.Layers.OfType<PorousElectrode>().SelectMany(e => e.ActivePhases).SelectMany(p => p.Ageing))
        .Distinct();
}
