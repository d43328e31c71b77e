namespace Ionolith.Library.Reading;

/// <summary>Keys that are known where a whole set of them is needed; single keys stand where they are read.</summary>
internal static class FileKeys
{
    /// <summary>Keys at the top of a cell file.</summary>
    public static readonly IReadOnlyList<string> Cell =
    [
        "id", "aliases", "title", "notes", "source", "area", "nominal-capacity", "voltage", "temperature", "stack-pressure", "swelling", "leak-resistance", "heat", "mesh", "protocol",
        "layers", "contacts", "stack",
    ];

    /// <summary>Properties of materials that an override may replace.</summary>
    public static readonly IReadOnlyList<string> MaterialProperties =
    [
        "density", "conductivity", "salt", "maximum-concentration", "specific-capacity", "open-circuit-potential", "entropic-coefficient",
        "reference-temperature", "diffusivity", "volume-change", "stoichiometry-window", "binding-energy", "stability-window",
    ];

    /// <summary>Properties of materials that are functions, which another material may take over.</summary>
    public static readonly IReadOnlyList<string> FunctionProperties =
    [
        "conductivity", "diffusivity", "transference-number", "thermodynamic-factor", "open-circuit-potential", "entropic-coefficient",
    ];

    /// <summary>Keys that say where a value is from.</summary>
    public static readonly IReadOnlyList<string> Provenance = ["source", "role", "range", "reason", "note"];
}
