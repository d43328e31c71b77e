using Ionolith.Library.Files;
using Ionolith.Library.Reading;

namespace Ionolith.Library.Bpx;

/// <summary>A measured experiment that a BPX file carries, so that a run can be compared with it.</summary>
/// <param name="Name">Name in the file.</param>
/// <param name="Time">Time, s.</param>
/// <param name="Current">Current, A; negative on discharge, as BPX has it.</param>
/// <param name="Voltage">Voltage, V.</param>
/// <param name="Temperature">Temperature, K; empty where none was measured.</param>
public sealed record BpxExperiment(
    string Name, IReadOnlyList<double> Time, IReadOnlyList<double> Current, IReadOnlyList<double> Voltage, IReadOnlyList<double> Temperature);

/// <summary>Reads the measured experiments of a file.</summary>
internal static class BpxExperimentReader
{
    public static IReadOnlyList<BpxExperiment> Read(BpxSection root)
    {
        var experiments = new List<BpxExperiment>();
        if (root.OptionalSection("Validation") is not { } validation)
        {
            return experiments;
        }

        foreach (var entry in validation.Entries)
        {
            if (validation.OptionalSection(entry.Key) is { } section && ReadOne(section, entry.Key) is { } experiment)
            {
                experiments.Add(experiment);
            }
        }

        return experiments;
    }

    private static BpxExperiment? ReadOne(BpxSection section, string name)
    {
        var time = BpxFunctionReader.Numbers(section, "Time [s]");
        var current = BpxFunctionReader.Numbers(section, "Current [A]");
        var voltage = BpxFunctionReader.Numbers(section, "Voltage [V]");
        var temperature = section.Has("Temperature [K]") ? BpxFunctionReader.Numbers(section, "Temperature [K]") : [];
        section.Finish();
        if (time is null || current is null || voltage is null || temperature is null)
        {
            return null;
        }

        if (current.Count != time.Count || voltage.Count != time.Count || (temperature.Count > 0 && temperature.Count != time.Count))
        {
            string counts = $"{time.Count} times, {current.Count} currents, {voltage.Count} voltages" + (temperature.Count > 0 ? $", {temperature.Count} temperatures" : "");
            section.Context.Report(section.Location, section.PathOf("").TrimEnd('.'), $"the lists of an experiment must be equally long but there are {counts}");
            return null;
        }

        return new BpxExperiment(name, Values(time), Values(current), Values(voltage), Values(temperature));
    }

    private static double[] Values(List<Located> numbers) => [.. numbers.Select(n => n.Value)];
}
