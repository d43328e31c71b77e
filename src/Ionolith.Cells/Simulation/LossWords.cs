namespace Ionolith.Cells.Simulation;

/// <summary>Losses in plain words.</summary>
public static class LossWords
{
    /// <summary>A loss as a sentence takes it: "electrolyte, ohmic: separator" as "ionic resistance in separator".</summary>
    /// <param name="loss">Name of the loss in <see cref="LossSeries"/>.</param>
    /// <returns>The words.</returns>
    public static string Plain(string loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        int colon = loss.IndexOf(':', StringComparison.Ordinal);
        (string kind, string place) = colon < 0 ? (loss, "") : (loss[..colon], loss[(colon + 1)..].Trim());
        string words = kind switch
        {
            "kinetics" => "charge transfer",
            "film" => "the film resistance",
            "electronic" => "electronic conduction",
            "solid diffusion" => "diffusion in the particles and their uneven use",
            "electrolyte, ohmic" => "ionic resistance",
            "electrolyte, concentration" => "salt polarisation",
            "hysteresis" => "hysteresis of the potential",
            "contact" => "contact resistance",
            _ => kind,
        };
        return place.Length == 0 ? words : $"{words} in {place}";
    }
}
