using Ionolith.Cells.Stack;

namespace Ionolith.Cells.Model.Kinetics;

/// <summary>The kinetics laws that a cell file can name.</summary>
public static class KineticsLaws
{
    /// <summary>Ids of the laws.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["butler-volmer", "marcus-hush-chidsey"];

    /// <summary>Builds the kernel of an interface for the law that its description names.</summary>
    internal static InterfaceKernel Kernel(InterfaceKinetics kinetics, InterfaceTables tables, int nodes) => kinetics.Law switch
    {
        "butler-volmer" when kinetics.AnodicTransferCoefficient == 0.5 =>
            new InterfaceKernel<ButlerVolmer>(default, kinetics, tables, nodes),
        "butler-volmer" => new InterfaceKernel<AsymmetricButlerVolmer>(
            new(kinetics.AnodicTransferCoefficient), kinetics, tables, nodes),
        "marcus-hush-chidsey" => new InterfaceKernel<MarcusHushChidsey>(new(kinetics.ReorganisationEnergy), kinetics, tables, nodes),
        _ => throw new ArgumentException(
            $"There is no kinetics law '{kinetics.Law}'; the laws are {string.Join(", ", Ids)}.", nameof(kinetics)),
    };
}
