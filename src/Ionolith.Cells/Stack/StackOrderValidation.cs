using Ionolith.Materials.Substances;

namespace Ionolith.Cells.Stack;

/// <summary>Checks that the layers stand in the order that a cell has.</summary>
internal static class StackOrderValidation
{
    public static void Validate(IReadOnlyList<Layer> layers, ProblemList problems)
    {
        ValidateNames(layers, problems);
        var inner = layers.ToList();
        if (inner.Count > 0 && inner[0] is CurrentCollector)
        {
            inner.RemoveAt(0);
        }

        if (inner.Count > 0 && inner[^1] is CurrentCollector)
        {
            inner.RemoveAt(inner.Count - 1);
        }

        if (inner.Count < 3)
        {
            problems.Error(
                "layers",
                $"a cell needs a negative electrode, an electrolyte layer and a positive electrode but has {inner.Count} layers between its collectors");
            return;
        }

        RequireElectrode(inner[0], "negative", problems);
        RequireElectrode(inner[^1], "positive", problems);
        foreach (var layer in inner[1..^1])
        {
            if (layer is not ElectrolyteLayer)
            {
                problems.Error(layer.Name, $"is {Kind(layer)} between the electrodes; only electrolyte layers may stand there");
            }
        }
    }

    /// <summary>The electrolyte that touches a lithium-metal electrode; null if the order is wrong.</summary>
    public static Electrolyte? ConductorNextTo(LithiumMetal lithium, IReadOnlyList<Layer> layers)
    {
        for (int i = 0; i < layers.Count; i++)
        {
            if (ReferenceEquals(layers[i], lithium))
            {
                return (i + 1 < layers.Count ? layers[i + 1] as ElectrolyteLayer : null)?.Electrolyte
                    ?? (i > 0 ? layers[i - 1] as ElectrolyteLayer : null)?.Electrolyte;
            }
        }

        return null;
    }

    private static void ValidateNames(IReadOnlyList<Layer> layers, ProblemList problems)
    {
        foreach (var same in layers.GroupBy(l => l.Name, StringComparer.Ordinal))
        {
            if (string.IsNullOrWhiteSpace(same.Key))
            {
                problems.Error("layers", "every layer needs a name");
            }
            else if (same.Skip(1).Any())
            {
                problems.Error(same.Key, $"{same.Count()} layers are called \"{same.Key}\"; names must be unique");
            }
        }
    }

    private static void RequireElectrode(Layer layer, string side, ProblemList problems)
    {
        if (layer is not (LithiumMetal or PorousElectrode))
        {
            problems.Error(layer.Name, $"is {Kind(layer)} where the {side} electrode is expected (lithium metal or a porous electrode)");
        }
    }

    private static string Kind(Layer layer) => layer switch
    {
        CurrentCollector => "a current collector",
        LithiumMetal => "lithium metal",
        ElectrolyteLayer => "an electrolyte layer",
        _ => "an electrode",
    };
}
