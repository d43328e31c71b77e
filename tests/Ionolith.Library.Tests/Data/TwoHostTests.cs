using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library.Files;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Data;

/// <summary>TiS2 and TiO2 in one electrode share lithium by their binding energies.</summary>
public sealed class TwoHostTests
{
    private const string Id = "tis2-tio2-photocathode";

    [Theory]
    [InlineData("2 h")]
    [InlineData("5.5 h")]
    [InlineData("8 h")]
    public void After_a_slow_discharge_each_host_holds_what_the_lattice_gas_gives_it_at_the_common_potential(string time)
    {
        var result = Run($"Discharge at 0.1C for {time}", "Rest for 200 h");

        double[] expected = Equilibrium(result.Hosts.Where(Cathode).Sum(h => h.End), [.. Phases(result.Cell)]);

        Assert.All(result.Hosts.Where(Cathode).Zip(expected), pair =>
            Tolerance.Scaled(pair.Second, pair.First.End, expected.Sum(), 1e-3, $"lithium in {pair.First.Material}, mol/m2"));
    }

    [Fact]
    public void The_host_that_binds_more_strongly_fills_first()
    {
        var hosts = Run("Discharge at 0.1C for 3 h").Hosts.Where(Cathode).ToDictionary(h => h.Material, h => h.End - h.Start, StringComparer.Ordinal);

        Assert.InRange(hosts["tis2-sheet"] / hosts.Values.Sum(), 0.999, 1.01);
    }

    [Fact]
    public void A_host_that_binds_less_strongly_waits_until_the_end()
    {
        var swapped = Run(["cathode.active.tis2-sheet.binding-energy=1.03 eV", "cathode.active.tio2-sheet.binding-energy=1.6 eV"], "Discharge at 0.1C for 3 h");
        var hosts = swapped.Hosts.Where(Cathode).ToDictionary(h => h.Material, h => h.End - h.Start, StringComparer.Ordinal);

        Assert.InRange(hosts["tio2-sheet"] / hosts.Values.Sum(), 0.999, 1.01);
    }

    private static bool Cathode(HostLithium host) => host.Electrode is "cathode";

    private static IEnumerable<(double Amount, double Energy, double Interaction)> Phases(CellDescription cell)
    {
        var cathode = cell.Layers.OfType<PorousElectrode>().Last();
        (double Energy, double Interaction)[] potentials = [(1.6, 0.25), (1.03, 0)];
        return cathode.ActivePhases.Zip(potentials, (p, u) => (p.VolumeFraction * cathode.Thickness * p.Material.MaximumConcentration, u.Energy, u.Interaction));
    }

    /// <summary>Lithium in each host at the potential at which they hold the given amount together, by bisection twice.</summary>
    private static double[] Equilibrium(double total, (double Amount, double Energy, double Interaction)[] hosts)
    {
        double[] At(double potential) => [.. hosts.Select(h => h.Amount * Bisect(
            x => h.Energy + (8.314462618 * 298.15 / 96485.33212 * Math.Log((1 - x) / x)) - (h.Interaction * (x - 0.5)) - potential, 1e-15, 1 - 1e-15))];

        return At(Bisect(u => At(u).Sum() - total, 0, 3));
    }

    /// <summary>Root of a falling function.</summary>
    private static double Bisect(Func<double, double> function, double lower, double upper)
    {
        for (int i = 0; i < 200; i++)
        {
            double middle = (lower + upper) / 2;
            (lower, upper) = function(middle) > 0 ? (middle, upper) : (lower, middle);
        }

        return (lower + upper) / 2;
    }

    private static SimulationResult Run(params string[] protocol) => Run([], protocol);

    private static SimulationResult Run(string[] settings, params string[] protocol)
    {
        PathOverride[] overrides = [.. settings.Select(s => PathOverride.TryParse(s, out var one, out _) ? one : throw new ArgumentException(s, nameof(settings)))];
        var result = new CellSimulation(CellLibrary.LoadCell(Id, overrides).Require(), ProtocolParser.Parse(protocol, new ProtocolFiles("")).Protocol!).Run();
        Assert.True(result.Status == SimulationStatus.Completed, result.Reason);
        return result;
    }
}
