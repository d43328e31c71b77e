using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;
using Ionolith.Library.Bpx;
using Ionolith.Library.Tests.Data;
using Ionolith.Materials.Laws;
using Xunit;

namespace Ionolith.Library.Tests.Bpx;

/// <summary>What is written is read back as the same cell.</summary>
public sealed class BpxRoundTripTests
{
    public static TheoryData<string> Cells => LibraryFilesTests.Cells;

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_written_as_bpx_gives_the_same_voltages(string id)
    {
        var cell = CellLibrary.LoadCell(id).Require();

        RequireSameRun(cell, CellLibrary.ReadCell("exported.json", BpxFile.Write(cell)).Require());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_written_as_yaml_gives_the_same_voltages(string id)
    {
        var cell = CellLibrary.LoadCell(id).Require();

        RequireSameRun(cell, CellLibrary.ReadCell("exported.yaml", CellLibrary.WriteCell(cell)).Require());
    }

    [Fact]
    public void What_bpx_has_no_field_for_comes_back()
    {
        var cell = WithEverything(CellLibrary.LoadCell("chen2020").Require());
        var again = CellLibrary.ReadCell("exported.json", BpxFile.Write(cell)).Require();

        RequireSameRun(cell, again);
        Assert.Equal(cell.Heat, again.Heat);
        Assert.Equal(cell.Mesh, again.Mesh);
        var cathode = again.Layers.OfType<PorousElectrode>().Last();
        Assert.Equal(["nmc811", "second"], cathode.ActivePhases.Select(p => p.Material.Id));
        Assert.Equal([1e-6, 3e-6], cathode.ActivePhases[0].Sizes.Select(s => s.Radius));
        Assert.Equal("marcus-hush-chidsey", cathode.ActivePhases[1].Kinetics.Law);
        Assert.Equal(0.9, cathode.ActivePhases[0].ContactedFraction);
        Assert.Equal(1e-4, cathode.ActivePhases[0].Kinetics.FilmResistance);
        RequireSameRun(cell, CellLibrary.ReadCell("exported.yaml", CellLibrary.WriteCell(cell)).Require());
    }

    [Fact]
    public void Only_what_bpx_has_no_field_for_stands_under_user_defined()
    {
        string text = BpxFile.Write(CellLibrary.LoadCell("marquis2019").Require());
        string own = text[text.IndexOf("\"cell\"", StringComparison.Ordinal)..text.IndexOf("\"sources\"", StringComparison.Ordinal)];

        foreach (string key in (string[])["expression", "exchange-current", "diffusivity", "radius", "transport-efficiency", "initial-stoichiometry", "area"])
        {
            Assert.DoesNotContain($"\"{key}\"", own, StringComparison.Ordinal);
        }

        // So a change of a field of the standard takes effect.
        var thinner = CellLibrary.ReadCell("cell.json", text.Replace("\"Thickness [m]\": 2.5e-05", "\"Thickness [m]\": 1e-05", StringComparison.Ordinal)).Require();
        Assert.Equal(1e-5, thinner.Layers.OfType<ElectrolyteLayer>().Single().Thickness);
    }

    [Fact]
    public void Sources_roles_and_ranges_come_back()
    {
        var cell = CellLibrary.LoadCell("vcl3-halide").Require();
        foreach (var again in new[] { CellLibrary.ReadCell("a.json", BpxFile.Write(cell)).Require(), CellLibrary.ReadCell("a.yaml", CellLibrary.WriteCell(cell)).Require() })
        {
            foreach (string path in (string[])["sulfide-separator.thickness", "halide-separator.conductivity.temperature.arrhenius", "cathode.active.vcl3.stoichiometry-window"])
            {
                var first = cell.Values.FirstOrDefault(v => v.Path.Equals(path, StringComparison.Ordinal));
                var second = again.Values.FirstOrDefault(v => v.Path.Equals(path, StringComparison.Ordinal));
                Assert.Equal((first?.Source, first?.Role, first?.Range), (second?.Source, second?.Role, second?.Range));
            }

            var fraction = again.Values.Single(v => v.Path is "cathode.active.vcl3.volume-fraction");
            Assert.Equal("computed from mass-fraction 0.5 (assumed, 0.4 to 0.6): usual for fast halide composites", fraction.Source);
        }
    }

    /// <summary>A cell that has everything at once that BPX cannot hold.</summary>
    private static CellDescription WithEverything(CellDescription cell) => cell with
    {
        Heat = new HeatBalance(700, 3),
        Mesh = new MeshOptions { ElectrodeVolumes = 8, SeparatorVolumes = 5, Shells = 7, ShellGrading = 1.1 },
        Contacts = [new ContactResistance("anode", "separator", 2e-4, 30_000)],
        Temperature = 308.15,
        Layers = [.. cell.Layers.Select(l => l is PorousElectrode { Name: "cathode" } cathode ? WithSecondPhase(cathode) : l)],
    };

    private static PorousElectrode WithSecondPhase(PorousElectrode cathode)
    {
        var phase = cathode.ActivePhases[0];
        var second = phase with
        {
            Material = phase.Material with
            {
                Id = "second",
                Diffusivity = VtfFunction.RelativeTo(new ConstantFunction(2e-15), 298.15, 700, 209),
                OpenCircuitPotential = new TableFunction([0.1, 0.5, 1], [4.4, 3.8, 3.2]),
                StoichiometryWindow = (0.2, 0.95),
            },
            VolumeFraction = 0.2,
            Kinetics = phase.Kinetics with { Law = "marcus-hush-chidsey", ReorganisationEnergy = 50_000 },
        };
        return cathode with
        {
            ActivePhases =
            [
                phase with
                {
                    VolumeFraction = 0.4,
                    ContactedFraction = 0.9,
                    Sizes = [new ParticleSize(1e-6, 0.25), new ParticleSize(3e-6, 0.75)],
                    Kinetics = phase.Kinetics with { FilmResistance = 1e-4, FilmActivationEnergy = 20_000, AnodicTransferCoefficient = 0.4 },
                },
                second,
            ],
        };
    }

    private static void RequireSameRun(CellDescription cell, CellDescription again)
    {
        Assert.Equal(cell.Id, again.Id);
        Assert.Equal(cell.DefaultProtocol, again.DefaultProtocol);
        Assert.Equal(cell.Contacts.Select(c => c with { Ageing = [] }), again.Contacts.Select(c => c with { Ageing = [] }));
        Assert.Equal(cell.Contacts.SelectMany(c => c.Ageing), again.Contacts.SelectMany(c => c.Ageing));
        Assert.Equal(cell.Layers.Select(l => l.Name), again.Layers.Select(l => l.Name));
        SimulationResult first = BpxSamples.Run(cell, cell.DefaultProtocol[0]);
        SimulationResult second = BpxSamples.Run(again, cell.DefaultProtocol[0]);
        Assert.Equal(first.Series.Count, second.Series.Count);
        for (int i = 0; i < first.Series.Count; i++)
        {
            Assert.Equal(first.Series.Voltage[i], second.Series.Voltage[i], 1e-9);
        }
    }
}
