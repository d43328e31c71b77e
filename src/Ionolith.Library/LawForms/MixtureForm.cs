using Ionolith.Materials.Laws;
using Ionolith.Materials.Laws.EffectiveMedia;

namespace Ionolith.Library.LawForms;

/// <summary>A law that is a mixing rule of phases.</summary>
/// <typeparam name="T">The rule.</typeparam>
internal abstract class MixtureForm<T> : LawForm
    where T : class, IMixingRule
{
    public sealed override bool Write(IPropertyFunction function, LawWriter law)
    {
        if (function is not MixtureFunction { Rule: T rule } mixture)
        {
            return false;
        }

        law.PartNames = mixture.PhaseNames;
        Write(rule, mixture.Phases, law);
        return true;
    }

    protected abstract void Write(T rule, IReadOnlyList<IPropertyFunction> phases, LawWriter law);
}
