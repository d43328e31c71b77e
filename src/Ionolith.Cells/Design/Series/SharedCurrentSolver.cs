using Ionolith.Cells.Model;
using Ionolith.Numerics.RootFinding;

namespace Ionolith.Cells.Design.Series;

/// <summary>The current that cells in series share at the start of a stretch, for what is held of their stack.</summary>
/// <remarks>
/// A held voltage is that of one cell, as a watched stack is held: on charge no cell may lie above it, on discharge none below. Power and resistance are
/// those of the stack; of the two currents that give a power the smaller one is taken.
/// </remarks>
internal sealed class SharedCurrentSolver(IReadOnlyList<SeriesMember> members, IReadOnlyList<int> counts)
{
    private const int MostTrials = 100;
    private const int MostFailures = 20;

    // C-rate from which a search begins at most.
    private const double FirstRate = 10;
    private const double Wider = 1.1;
    private readonly double[][] _trials = [.. members.Select(m => new double[m.State.Length])];

    /// <summary>Cell whose voltage is held; the first where none is.</summary>
    public int Lead { get; private set; }

    /// <summary>Whether a held voltage bounds the cells from above; null: not known yet, or no voltage is held.</summary>
    public bool? Charges { get; private set; }

    /// <summary>Begins a step, of which nothing is known yet.</summary>
    public void Begin() => (Charges, Lead) = (null, 0);

    /// <summary>Finds the current.</summary>
    /// <param name="time">Time, s.</param>
    /// <param name="control">What is held.</param>
    /// <returns>Current density at the terminals, A/m2; NaN: there is none.</returns>
    public double Find(double time, CellControl control)
    {
        double target = control.Target(time);
        return control.Mode switch
        {
            ControlMode.Voltage => AtVoltage(time, target),
            ControlMode.Power => AtPower(time, target),
            ControlMode.Resistance => AtResistance(time, target),
            _ => target,
        };
    }

    private double AtVoltage(double time, double target)
    {
        if (Charges is null)
        {
            double rest = Voltage(time, 0);
            if (double.IsNaN(rest))
            {
                return double.NaN;
            }

            Charges = rest < target * counts.Sum();
        }

        double found = double.NaN;
        for (int k = 0; k < members.Count; k++)
        {
            if (!Solve(k, time, new(ControlMode.Voltage, target)))
            {
                continue;
            }

            double current = members[k].Model.TerminalCurrent(_trials[k]);
            if (double.IsNaN(found) || (Charges.Value ? current > found : current < found))
            {
                (found, Lead) = (current, k);
            }
        }

        return found;
    }

    private double AtPower(double time, double power)
    {
        if (power == 0)
        {
            return 0;
        }

        // Cells without a voltage of their own take power too: from a small current on.
        double rest = Voltage(time, 0), small = 1e-3 * Math.Sign(power) * members[0].Model.Parts.ReferenceCurrent;
        return Root(current => (current * Voltage(time, current)) - power, rest > 0 ? power / rest : small);
    }

    private double AtResistance(double time, double resistance)
    {
        double rest = Voltage(time, 0);
        return rest == 0 ? 0 : Root(current => (resistance * current) - Voltage(time, current), rest / resistance);
    }

    // From no current towards the guess and beyond, until the function has changed its sign.
    private double Root(Func<double, double> function, double guess)
    {
        double first = FirstRate * members[0].Model.Parts.ReferenceCurrent;
        double atZero = function(0), near = 0, far = Math.Clamp(guess, -first, first);
        int failures = 0;
        for (int trial = 0; trial < MostTrials && failures < MostFailures; trial++)
        {
            double value = function(far);
            if (double.IsNaN(value))
            {
                // So far the cells cannot go.
                far = 0.5 * (near + far);
                failures++;
                continue;
            }

            if (value > 0 != atZero > 0)
            {
                return BracketedRoot.Find(function, Math.Min(near, far), Math.Max(near, far), 1e-14 * Math.Abs(far));
            }

            (near, far) = (far, Wider * far);
        }

        return double.NaN;
    }

    // Sum of the voltages of all cells at a current, V.
    private double Voltage(double time, double current)
    {
        double sum = 0;
        for (int k = 0; k < members.Count; k++)
        {
            sum += Solve(k, time, new(ControlMode.Current, current)) ? counts[k] * _trials[k][members[k].Model.Parts.Layout.Voltage] : double.NaN;
        }

        return sum;
    }

    private bool Solve(int cell, double time, CellControl control)
    {
        SeriesMember member = members[cell];
        member.State.CopyTo(_trials[cell], 0);
        member.Model.Control = control;
        return member.Model.MakeConsistent(time, _trials[cell]);
    }
}
