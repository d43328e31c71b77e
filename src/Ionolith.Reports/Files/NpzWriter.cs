using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Ionolith.Reports.Files;

/// <summary>Writes arrays to a file that numpy.load reads: a zip archive of arrays in the NPY format, version 1.0.</summary>
/// <remarks>
/// The format is numpy's (NEP 1, "A Simple File Format for NumPy Arrays"): magic bytes, length of the header, the header as a Python
/// dictionary padded with spaces to a multiple of 64 bytes, then little-endian numbers in C order. Equal arrays give equal files.
/// </remarks>
public sealed class NpzWriter : IDisposable
{
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _archive;

    /// <summary>Begins an archive.</summary>
    /// <param name="stream">Where to; left open.</param>
    public NpzWriter(Stream stream) => _archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Adds a vector.</summary>
    /// <param name="name">Name of the array; unique in the archive.</param>
    /// <param name="values">Its values.</param>
    public void Add(string name, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Write(name, string.Create(CultureInfo.InvariantCulture, $"({values.Count},)"), [values as double[] ?? [.. values]]);
    }

    /// <summary>Adds a matrix.</summary>
    /// <param name="name">Name of the array; unique in the archive.</param>
    /// <param name="rows">Its rows, all of the same length.</param>
    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    public void Add(string name, IReadOnlyList<double[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = rows.Count == 0 ? 0 : rows[0].Length;
        if (rows.Any(r => r.Length != columns))
        {
            throw new ArgumentException($"the rows of '{name}' differ in length", nameof(rows));
        }

        Write(name, string.Create(CultureInfo.InvariantCulture, $"({rows.Count}, {columns})"), rows);
    }

    /// <summary>Adds an array of three dimensions, shape (rows, columns / inner, inner).</summary>
    /// <param name="name">Name.</param>
    /// <param name="rows">Rows of equal length, a multiple of <paramref name="inner"/>.</param>
    /// <param name="inner">Length of the last dimension; positive.</param>
    /// <exception cref="ArgumentException">The rows differ in length, or it is no multiple of the last dimension.</exception>
    public void Add(string name, IReadOnlyList<double[]> rows, int inner)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inner);
        var columns = rows.Count == 0 ? 0 : rows[0].Length;
        if (rows.Any(r => r.Length != columns) || columns % inner != 0)
        {
            throw new ArgumentException($"the rows of '{name}' differ in length or are no multiple of {inner}", nameof(rows));
        }

        Write(name, string.Create(CultureInfo.InvariantCulture, $"({rows.Count}, {columns / inner}, {inner})"), rows);
    }

    /// <summary>Ends the archive.</summary>
    public void Dispose() => _archive.Dispose();

    private void Write(string name, string shape, IEnumerable<double[]> parts)
    {
        var entry = _archive.CreateEntry(name + ".npy", CompressionLevel.Optimal);
        entry.LastWriteTime = FixedTime;
        using var stream = entry.Open();
        stream.Write(Header(shape));
        foreach (var part in parts)
        {
            if (!BitConverter.IsLittleEndian)
            {
                throw new PlatformNotSupportedException("arrays are written on little-endian machines only");
            }

            stream.Write(MemoryMarshal.AsBytes(part.AsSpan()));
        }
    }

    private static byte[] Header(string shape)
    {
        const int Fixed = 10;
        var dictionary = $"{{'descr': '<f8', 'fortran_order': False, 'shape': {shape}, }}";
        var length = ((Fixed + dictionary.Length + 1 + 63) / 64 * 64) - Fixed;
        var header = new byte[Fixed + length];
        byte[] magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)(length & 0xff), (byte)(length >> 8)];
        magic.CopyTo(header, 0);
        Encoding.ASCII.GetBytes(dictionary.PadRight(length - 1) + "\n").CopyTo(header, Fixed);
        return header;
    }
}
