using Ionolith.Cells.Light;
using Ionolith.Cells.Stack;
using Ionolith.Cells.Tests.Fixtures;
using Ionolith.Materials;
using Ionolith.Materials.Laws;

namespace Ionolith.Cells.Tests.Light;

/// <summary>Photocathodes in closed form: light of one wavelength, an absorber that takes it all.</summary>
internal static class LightSample
{
    public const double ElectronVolt = PhysicalConstants.Faraday;
    public const double FullSun = 1000;

    /// <summary>Nearly one wavelength: a narrow box about 400 nm.</summary>
    public static LightSpectrum Violet { get; } = new("violet", [399.99e-9, 400.01e-9], [1, 1]);

    public static Photocathode Photocathode { get; } = new()
    {
        Spectrum = Violet,
        Reflectance = 0.1,
        Absorbers = [new("host", 3 * ElectronVolt, 1e5, 0.05)],
        Separation = new(1e12, 1e11, 0.1 * ElectronVolt),
        InjectionEfficiency = 0.8,
        Diode = new() { SaturationCurrent = 1e-20, Ideality = 2, ShuntResistance = 40 },
    };

    /// <summary>Li | conductor | lit electrode of a flat potential of 2 V unless another one is given; half full.</summary>
    public static CellDescription Cell(Photocathode? light, IPropertyFunction? potential = null, HeatBalance? heat = null)
    {
        var cell = SimpleCells.Composite(potential ?? new ConstantFunction(2), 0.4, 1e-13, new() { ElectrodeVolumes = 4, Shells = 4 }) with { Heat = heat };
        return cell with { Layers = [.. cell.Layers.Select(l => l is PorousElectrode e ? e with { Light = light } : l)] };
    }
}
