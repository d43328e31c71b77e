using Ionolith.Cells.Ageing;
using Ionolith.Cells.Ageing.Hosts;
using Ionolith.Cells.Model;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Testing;
using Xunit;
using static Ionolith.Cells.Tests.Fixtures.AgeingColumns;
using static Ionolith.Cells.Tests.Swelling.SwellingCells;

namespace Ionolith.Cells.Tests.Swelling;

/// <summary>One change of volume for all that need it, and double layers that follow the contact.</summary>
public sealed class SharedFigureTests
{
    [Fact]
    public void Laws_take_the_change_of_volume_of_the_material_unless_they_have_their_own()
    {
        AgeingMechanism[] Laws(double own) =>
        [
            new ContactLoss { VolumeChange = own, LossRate = 5, FinalShare = 0.5, IsolatingShare = 0.5 },
            new ParticleCracking { VolumeChange = own, YoungModulus = 1e11, CriticalStress = 1e6, Rate = 1e-5 },
        ];
        string[] steps = ["Discharge at 20 A for 1 h", "Charge at 20 A for 1 h"];
        SimulationResult own = Run(With(Composite(null), null, null, Laws(0.07)), steps), shared = Run(With(Composite(null), 0.07, null, Laws(double.PositiveInfinity)), steps);
        SimulationResult both = Run(With(Composite(null), 0.5, null, Laws(0.07)), steps);
        Assert.Equal(own.Series.Voltage, shared.Series.Voltage);
        Assert.Equal(own.Series.Voltage, both.Series.Voltage);
        Assert.True(Column(own, "positive", "contact kept")[^1] < 0.98);
        Assert.True(Column(own, "positive", "damage")[^1] > 1e-6);
    }

    [Fact]
    public void Lithium_and_charge_stay_what_they_were_when_double_layers_lose_their_contact()
    {
        CellDescription cell = With(Composite(0.5), 0.5, e => e with
        {
            ActivePhases = [.. e.ActivePhases.Select(p => p with { Kinetics = p.Kinetics with { DoubleLayerCapacitance = 0.5 } })],
        }, new ContactLoss { LossRate = 5, FinalShare = 0.3, IsolatingShare = 0.5 });
        SimulationResult run = Run(cell, "Repeat 3 times: Discharge at 20 A for 1 h; Charge at 20 A for 1 h; Rest for 10 min");
        Assert.True(run.Status == SimulationStatus.Completed, run.Reason);
        Assert.All(run.Balances, b => Assert.True(b.RelativeError < 1e-12, $"{b.Name}: {b.RelativeError}"));
        Assert.True(Column(run, "positive", "contact kept")[^1] < 0.7);
    }

    [Fact]
    public void A_double_layer_holds_as_much_as_the_surface_that_is_still_in_contact()
    {
        CellDescription cell = With(Composite(0.5), 0.5, e => e with
        {
            ActivePhases = [.. e.ActivePhases.Select(p => p with { Kinetics = p.Kinetics with { DoubleLayerCapacitance = 0.5 } })],
        });
        CellModel model = ModelBuilder.Build(cell);
        double[] y = new double[model.Size];
        model.SetInitialState(y);
        ElectrodeModel electrode = model.Parts.Positive!;
        Population p = electrode.Populations[0];
        double fresh = p.Capacitance, host = CellModel.LithiumContent(y, electrode), psi = y[model.Parts.Layout.Psi + electrode.FirstNode];
        p.SetShares(0.4, 1);
        Assert.Equal(fresh, p.Capacitance);
        model.RenewDoubleLayers(y);
        Tolerance.Relative(0.4 * fresh, p.Capacitance, 1e-14);

        // 0.6 of the stored charge has left through the particles.
        Tolerance.Relative(-0.6 * fresh * psi * electrode.Nodes / Faraday, CellModel.LithiumContent(y, electrode) - host, 1e-6);
    }
}
