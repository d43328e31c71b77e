using Ionolith.Cells.Protocols;
using Ionolith.Cells.Simulation;
using Ionolith.Cells.Stack;

namespace Ionolith.Library.Tests.Bpx;

/// <summary>The example files beside the tests, and runs of cells.</summary>
internal static class BpxSamples
{
    public const string Pouch = "nmc_pouch_cell_BPX.json";
    public const string SingleParticle = "nmc_pouch_cell_BPX_SPM.json";
    public const string Cylinder = "lfp_18650_cell_BPX.json";
    public const string NumericVersion = "pybop_example_BPX_v0.json";
    public const string Hysteresis = "nmc_pouch_cell_BPX_user-defined_hysteresis_trimmed.json";

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Data", "bpx", name);

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    public static CellLoadResult Load(string name) => CellLibrary.LoadCell(PathOf(name));

    public static SimulationResult Run(CellDescription cell, string step)
    {
        var options = new SimulationOptions { Losses = false, Profiles = 0 };
        return new CellSimulation(cell, ProtocolParser.Parse([step], new ProtocolFiles(""), []).Protocol!, options).Run();
    }
}
