using Ionolith.Cells.Ageing;
using Ionolith.Library.Reading;

namespace Ionolith.Library.Writing;

/// <summary>Writes what ages at an interface.</summary>
internal static class AgeingTree
{
    /// <summary>Adds the key "ageing" where anything ages.</summary>
    public static void Add(TreeBuilder tree, IReadOnlyList<AgeingMechanism> mechanisms)
    {
        if (mechanisms.Count == 0)
        {
            return;
        }

        var all = tree.Below(AgeingReader.Key);
        foreach (var mechanism in mechanisms)
        {
            var law = all.Below(mechanism.Card.Law);
            foreach (var parameter in mechanism.Card.Parameters)
            {
                law.Unless(parameter.Default, parameter.Key, parameter.Of(mechanism), SiUnit.Of(parameter.Kind));
            }

            all.Add(mechanism.Card.Law, law);
        }

        tree.Add(AgeingReader.Key, all);
    }
}
