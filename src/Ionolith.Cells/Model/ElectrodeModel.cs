using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Model;

/// <summary>A porous electrode in the model.</summary>
/// <param name="Description">The layer.</param>
/// <param name="Negative">Whether it is the negative electrode.</param>
/// <param name="FirstNode">Index of its first node.</param>
/// <param name="Nodes">Number of its nodes.</param>
/// <param name="Populations">Its particles, by material and size.</param>
/// <param name="Conductivity">Effective electronic conductivity, S/m.</param>
internal sealed record ElectrodeModel(
    PorousElectrode Description,
    bool Negative,
    int FirstNode,
    int Nodes,
    Population[] Populations,
    PropertyTable Conductivity)
{
    /// <summary>Node next to the current collector.</summary>
    public int CollectorNode => Negative ? FirstNode : FirstNode + Nodes - 1;
}
