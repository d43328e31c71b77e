using Ionolith.Cells.Stack;

namespace Ionolith.Reports.Html;

/// <summary>Colours of the layers and of what they are made of: one material has one colour throughout a report.</summary>
internal sealed class StackColors
{
    public const string Metal = "#8d99a6";
    public const string Lithium = "#c9b8e8";
    public const string Inert = "#3f4a56";
    public const string Frame = "#d9d2c3";
    public const string Void = "#ffffff";

    private static readonly string[] ActiveColors = ["#e08a4f", "#7d72b5", "#b58900", "#c44e52", "#9c6b98", "#6f7d3c"];
    private static readonly string[] ConductorColors = ["#8cc5ea", "#4b9a9a", "#b9dcb4", "#4f84c4", "#a7b8e8"];

    private readonly Dictionary<string, string> _actives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _conductors = new(StringComparer.Ordinal);

    public StackColors(CellDescription cell)
    {
        // The positive electrode first, so that a cathode looks alike in half and full cells.
        foreach (var electrode in cell.Layers.OfType<PorousElectrode>().Reverse())
        {
            foreach (var phase in electrode.ActivePhases)
            {
                _actives.TryAdd(phase.Material.Id, ActiveColors[_actives.Count % ActiveColors.Length]);
            }
        }

        foreach (var layer in cell.Layers)
        {
            var id = (layer as ElectrolyteLayer)?.Electrolyte.Id ?? (layer as PorousElectrode)?.Electrolyte.Id;
            if (id is not null)
            {
                _conductors.TryAdd(id, ConductorColors[_conductors.Count % ConductorColors.Length]);
            }
        }
    }

    public string Active(string id) => _actives[id];

    public string Conductor(string id) => _conductors[id];

    /// <summary>Colour of the material that a layer is named for.</summary>
    public string Of(Layer layer) => layer switch
    {
        CurrentCollector => Metal,
        LithiumMetal => Lithium,
        PorousElectrode electrode when electrode.ActivePhases.Count > 0 => Active(electrode.ActivePhases[0].Material.Id),
        ElectrolyteLayer electrolyte => Conductor(electrolyte.Electrolyte.Id),
        _ => Frame,
    };
}
