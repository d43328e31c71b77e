namespace Ionolith.Library.Comparison;

/// <summary>What is compared in the common cell.</summary>
public enum ComparisonSubject
{
    /// <summary>Electrolytes, between the electrodes and in the composite electrodes.</summary>
    Electrolytes,

    /// <summary>Hosts of the positive electrode.</summary>
    Cathodes,
}
