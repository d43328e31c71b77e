using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Ionolith.Numerics.Kernels;

/// <summary>Loads and stores of eight neighbouring elements of a row, checked in debug builds only.</summary>
public static class Rows
{
    /// <summary>Number of elements in one vector.</summary>
    public const int Width = 8;

    /// <summary>Smallest multiple of <see cref="Width"/> that is not below a length.</summary>
    /// <param name="length">Length; not negative.</param>
    /// <returns>The padded length.</returns>
    public static int Pad(int length) => (length + Width - 1) & ~(Width - 1);

    /// <summary>Loads elements <paramref name="index"/> to <paramref name="index"/> + 7.</summary>
    /// <param name="row">The row; long enough.</param>
    /// <param name="index">First element.</param>
    /// <returns>The elements.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(double[] row, int index)
    {
        Debug.Assert(index >= 0 && index + Width <= row.Length);
        return Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(row), (nuint)index);
    }

    /// <summary>Stores elements <paramref name="index"/> to <paramref name="index"/> + 7.</summary>
    /// <param name="value">The elements.</param>
    /// <param name="row">The row; long enough.</param>
    /// <param name="index">First element.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> value, double[] row, int index)
    {
        Debug.Assert(index >= 0 && index + Width <= row.Length);
        value.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(row), (nuint)index);
    }

    /// <summary>The same value in all lanes.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The vector.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> All(double value) => Vector512.Create(value);
}
