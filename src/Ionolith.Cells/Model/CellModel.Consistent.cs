namespace Ionolith.Cells.Model;

/// <content>Consistent values after a jump of the control.</content>
/// <remarks>
/// Newton's iteration from the state before the jump does it nearly always. Where the jump is so wide that the surfaces would leave
/// their range on the way, or follow a bend of the open-circuit potential to and fro, the control is moved there in smaller steps.
/// </remarks>
internal sealed partial class CellModel
{
    private const int IterationLimit = 100;
    private const double SmallestShare = 1e-3;
    private const double RoundingLimit = 1e-5;
    private double[]? _trial;
    private double[]? _reached;

    /// <summary>Solves the algebraic unknowns for the control, with all stores of lithium, salt and heat as they are.</summary>
    /// <param name="time">Time, s.</param>
    /// <param name="y">State; its algebraic part is the first guess and receives the solution.</param>
    /// <returns>Whether a solution was found.</returns>
    public bool MakeConsistent(double time, double[] y)
    {
        _reached ??= new double[Size];
        Array.Copy(y, _reached, Size);
        return SolveHeld(time, y) || Follow(time, y);
    }

    // From the current that flowed before to the control that is wanted, in steps short enough for Newton's iteration.
    private bool Follow(double time, double[] y)
    {
        CellControl goal = Control;
        double[] reached = _reached!;
        try
        {
            double first = TerminalCurrent(reached);
            if (goal.Mode == ControlMode.Resistance && first == 0)
            {
                // No current is an infinite resistance: start from a small one.
                first = 1e-2 * Parts.ReferenceCurrent * Math.Sign(goal.Target(time));
            }

            Control = new(ControlMode.Current, first);
            if (!SolveHeld(time, reached))
            {
                return false;
            }

            double voltage = reached[Layout.Voltage], target = goal.Target(time), done = 0, share = 0.5;
            double from = goal.Mode switch
            {
                ControlMode.Voltage => voltage,
                ControlMode.Power => voltage * first,
                ControlMode.Resistance => voltage / first,
                _ => first,
            };
            while (done < 1)
            {
                double next = Math.Min(1, done + share);
                Control = new(goal.Mode, next == 1 ? target : from + (next * (target - from)));
                Array.Copy(reached, y, Size);
                if (SolveHeld(time, y))
                {
                    Array.Copy(y, reached, Size);
                    done = next;
                    share *= 1.5;
                }
                else
                {
                    share *= 0.5;
                }

                if (share < SmallestShare)
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            Control = goal;
        }
    }

    private bool SolveHeld(double time, double[] y)
    {
        _trial ??= new double[Size];
        _noRates ??= new double[Size];
        _frozen = true;
        try
        {
            int tight = 0;
            double before = double.PositiveInfinity;
            for (int iteration = 0; iteration < IterationLimit; iteration++)
            {
                if (!Correct(time, y, _noRates, 0, refresh: true, _trial))
                {
                    return false;
                }

                double largest = LargestPotentialChange(_trial);
                if (double.IsNaN(largest))
                {
                    return false;
                }

                // Full steps close to the solution; far from it no potential moves by more than half a volt at a time.
                double damping = largest > 0.5 ? 0.5 / largest : 1;
                for (int i = 0; i < y.Length; i++)
                {
                    y[i] += damping * _trial[i];
                }

                // Where next to no current can pass an interface, rounding alone moves the potentials by microvolts.
                bool settled = largest < 1e-11 || (largest < RoundingLimit && largest > 0.1 * before);
                if (damping == 1 && settled && !IsRough)
                {
                    tight++;
                }

                if (tight >= 2 || (damping == 1 && !IsRough && largest < 1e-14))
                {
                    CloseVoltage(y);
                    y[Layout.Voltage] = _closedVoltage;
                    CloseTerminalCurrent(time, y);
                    return double.IsFinite(_closedVoltage) && HasCurrents(y);
                }

                before = largest;
            }

            return false;
        }
        finally
        {
            _frozen = false;
        }
    }

    // Where a double layer holds the potential, a host beyond what is known of it shows in the currents only.
    private bool HasCurrents(double[] y) => !_hasDoubleLayer
        || Parts.Electrodes.All(e => e.Populations.All(p => Array.TrueForAll(y[p.Current..(p.Current + e.Nodes)], double.IsFinite)));

    // Interface current density of an electrode at 1C, A/m2.
    private double UniformCurrent(ElectrodeModel electrode) =>
        Parts.ReferenceCurrent / (electrode.Nodes * electrode.Populations.Sum(p => p.Area));

    private double LargestPotentialChange(double[] change)
    {
        // A change of the cell's current by 1C counts as 1 mV: enough to ask for another iteration, too little to be damped.
        double largest = 1e-3 * Math.Abs(change[Layout.Current]) / Math.Max(Parts.ReferenceCurrent, 1e-12);
        foreach (ElectrodeModel electrode in Parts.Electrodes)
        {
            for (int m = 0; m < electrode.Nodes; m++)
            {
                double step = Math.Abs(change[Layout.Psi + electrode.FirstNode + m]);
                largest = !(step <= largest) ? step : largest;
            }
        }

        return largest;
    }
}
