using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ionolith.Numerics.Integration;

/// <summary>Passes over the history of the integrator, eight elements at a time.</summary>
/// <remarks>The history is one array of rows of equal length, a multiple of 8, so that one pass reads all rows.</remarks>
internal static class HistoryKernels
{
    /// <summary>y = predicted = sum of rows 0..order; y' = predicted' = sum of gamma[i] row i.</summary>
    public static void Predict(
        double[] history, int size, int order, ReadOnlySpan<double> gamma, (double[] Y, double[] Derivative) state, (double[] Y, double[] Derivative) predicted)
    {
        ref double h = ref MemoryMarshal.GetArrayDataReference(history);
        ref double y = ref MemoryMarshal.GetArrayDataReference(state.Y);
        ref double d = ref MemoryMarshal.GetArrayDataReference(state.Derivative);
        ref double py = ref MemoryMarshal.GetArrayDataReference(predicted.Y);
        ref double pd = ref MemoryMarshal.GetArrayDataReference(predicted.Derivative);
        for (int i = 0; i < size; i += 8)
        {
            Vector512<double> sum = Load(ref h, i), slope = Vector512<double>.Zero;
            for (int k = 1; k <= order; k++)
            {
                Vector512<double> row = Load(ref h, (k * size) + i);
                sum += row;
                slope = Vector512.FusedMultiplyAdd(row, Vector512.Create(gamma[k]), slope);
            }

            Store(sum, ref y, i);
            Store(sum, ref py, i);
            Store(slope, ref d, i);
            Store(slope, ref pd, i);
        }
    }

    /// <summary>a += b; c += factor b; returns the norm of b.</summary>
    public static double Advance(double[] a, double[] c, double[] b, double factor, double[] weight)
    {
        ref double pa = ref MemoryMarshal.GetArrayDataReference(a);
        ref double pb = ref MemoryMarshal.GetArrayDataReference(b);
        ref double pc = ref MemoryMarshal.GetArrayDataReference(c);
        ref double pw = ref MemoryMarshal.GetArrayDataReference(weight);
        Vector512<double> f = Vector512.Create(factor), sum = Vector512<double>.Zero;
        for (int i = 0; i < a.Length; i += 8)
        {
            Vector512<double> d = Load(ref pb, i), e = d * Load(ref pw, i);
            Store(Load(ref pa, i) + d, ref pa, i);
            Store(Vector512.FusedMultiplyAdd(f, d, Load(ref pc, i)), ref pc, i);
            sum = Vector512.FusedMultiplyAdd(e, e, sum);
        }

        return Math.Sqrt(Vector512.Sum(sum));
    }

    /// <summary>Norm of a vector.</summary>
    public static double Norm(double[] weight, double[] a)
    {
        ref double pw = ref MemoryMarshal.GetArrayDataReference(weight);
        ref double pa = ref MemoryMarshal.GetArrayDataReference(a);
        Vector512<double> sum = Vector512<double>.Zero;
        for (int i = 0; i < a.Length; i += 8)
        {
            Vector512<double> e = Load(ref pw, i) * Load(ref pa, i);
            sum = Vector512.FusedMultiplyAdd(e, e, sum);
        }

        return Math.Sqrt(Vector512.Sum(sum));
    }

    /// <summary>Norms of e, e + row k and e + row k + row k-1: the errors at orders k, k - 1 and k - 2 up to factors.</summary>
    public static (double At, double Below, double TwoBelow) ErrorNorms(
        double[] weight, double[] y, double[] predicted, double[] history, int size, int order)
    {
        ref double pw = ref MemoryMarshal.GetArrayDataReference(weight);
        ref double py = ref MemoryMarshal.GetArrayDataReference(y);
        ref double pp = ref MemoryMarshal.GetArrayDataReference(predicted);
        ref double h = ref MemoryMarshal.GetArrayDataReference(history);
        Vector512<double> s0 = Vector512<double>.Zero, s1 = s0, s2 = s0;
        int upper = order * size, lower = Math.Max(order - 1, 0) * size;
        for (int i = 0; i < size; i += 8)
        {
            Vector512<double> w = Load(ref pw, i);
            Vector512<double> e = Load(ref py, i) - Load(ref pp, i), e0 = w * e;
            s0 = Vector512.FusedMultiplyAdd(e0, e0, s0);
            e += Load(ref h, upper + i);
            Vector512<double> e1 = w * e;
            s1 = Vector512.FusedMultiplyAdd(e1, e1, s1);
            Vector512<double> e2 = w * (e + Load(ref h, lower + i));
            s2 = Vector512.FusedMultiplyAdd(e2, e2, s2);
        }

        return (Math.Sqrt(Vector512.Sum(s0)), Math.Sqrt(Vector512.Sum(s1)), Math.Sqrt(Vector512.Sum(s2)));
    }

    /// <summary>Norm of (y - predicted) - row: the error one order higher up to a factor.</summary>
    public static double ErrorAbove(double[] weight, double[] y, double[] predicted, double[] history, int offset)
    {
        ref double pw = ref MemoryMarshal.GetArrayDataReference(weight);
        ref double py = ref MemoryMarshal.GetArrayDataReference(y);
        ref double pp = ref MemoryMarshal.GetArrayDataReference(predicted);
        ref double h = ref MemoryMarshal.GetArrayDataReference(history);
        Vector512<double> sum = Vector512<double>.Zero;
        for (int i = 0; i < y.Length; i += 8)
        {
            Vector512<double> e = Load(ref pw, i) * (Load(ref py, i) - Load(ref pp, i) - Load(ref h, offset + i));
            sum = Vector512.FusedMultiplyAdd(e, e, sum);
        }

        return Math.Sqrt(Vector512.Sum(sum));
    }

    /// <summary>Takes a converged step into the history.</summary>
    /// <remarks>Row k+1 becomes e = y - predicted if it is kept; row k grows by e; each lower row by the new row above it.</remarks>
    public static void Commit(double[] y, double[] predicted, double[] history, int size, int order, bool keepAbove)
    {
        ref double py = ref MemoryMarshal.GetArrayDataReference(y);
        ref double pp = ref MemoryMarshal.GetArrayDataReference(predicted);
        ref double h = ref MemoryMarshal.GetArrayDataReference(history);
        for (int i = 0; i < size; i += 8)
        {
            Vector512<double> e = Load(ref py, i) - Load(ref pp, i);
            if (keepAbove)
            {
                Store(e, ref h, ((order + 1) * size) + i);
            }

            for (int k = order; k >= 1; k--)
            {
                e += Load(ref h, (k * size) + i);
                Store(e, ref h, (k * size) + i);
            }

            // Row 0 is y itself: taken over as it is, so that no rounding of the sums creeps into conserved quantities.
            Store(Load(ref py, i), ref h, i);
        }
    }

    /// <summary>Scales a row.</summary>
    public static void Scale(double[] history, int offset, int size, double factor)
    {
        ref double h = ref MemoryMarshal.GetArrayDataReference(history);
        Vector512<double> f = Vector512.Create(factor);
        for (int i = offset; i < offset + size; i += 8)
        {
            Store(f * Load(ref h, i), ref h, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ref double start, int index) => Vector512.LoadUnsafe(ref start, (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<double> value, ref double start, int index) => value.StoreUnsafe(ref start, (nuint)index);
}
