namespace Ionolith.Materials.Laws;

/// <summary>What a property function does outside the range in which it is valid.</summary>
public enum OutsideDomain
{
    /// <summary>It is not defined: NaN, which a solver takes as a step that is too long.</summary>
    Undefined,

    /// <summary>It keeps the value of the nearer end, with slope zero; an explicit choice of whoever states the function.</summary>
    Hold,
}
