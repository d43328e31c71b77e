namespace Ionolith.Cells.Model;

/// <summary>Which derivatives an evaluation gives.</summary>
internal enum Derivatives
{
    /// <summary>None: values only; those of the last evaluation stay.</summary>
    None,

    /// <summary>To all unknowns but the temperature.</summary>
    Isothermal,

    /// <summary>To all unknowns.</summary>
    WithTemperature,
}
