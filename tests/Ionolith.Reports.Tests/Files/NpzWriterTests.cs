using System.IO.Compression;
using System.Text;
using Ionolith.Cells.Simulation;
using Ionolith.Reports.Files;
using Xunit;

namespace Ionolith.Reports.Tests.Files;

public class NpzWriterTests
{
    [Fact]
    public void A_matrix_is_stored_as_numpy_reads_it()
    {
        using var stream = new MemoryStream();
        using (var npz = new NpzWriter(stream))
        {
            npz.Add("c_e", [[1.5, 2], [3, double.NaN], [-0.25, 1e300]]);
        }

        var bytes = Entry(stream, "c_e.npy");
        Assert.Equal([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0], bytes[..8]);
        var header = BitConverter.ToUInt16(bytes, 8);
        Assert.Equal(0, (10 + header) % 64);
        Assert.Equal("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 2), }", Encoding.ASCII.GetString(bytes, 10, header).TrimEnd());
        Assert.Equal((byte)'\n', bytes[9 + header]);
        Assert.Equal([1.5, 2, 3, double.NaN, -0.25, 1e300], Enumerable.Range(0, 6).Select(i => BitConverter.ToDouble(bytes, 10 + header + (8 * i))));
        Assert.Equal(10 + header + 48, bytes.Length);
    }

    [Fact]
    public void A_vector_has_a_shape_with_a_comma()
    {
        using var stream = new MemoryStream();
        using (var npz = new NpzWriter(stream))
        {
            npz.Add("t", new List<double> { 0, 1, 2 });
        }

        Assert.Contains("'shape': (3,), ", Encoding.ASCII.GetString(Entry(stream, "t.npy")), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_arrays_give_equal_files()
    {
        static byte[] Make()
        {
            using var stream = new MemoryStream();
            FieldsFile.Write(stream, SampleRun.Discharge().Result.Fields!);
            return stream.ToArray();
        }

        Assert.Equal(Make(), Make());
    }

    [Fact]
    public void Rows_of_different_length_are_refused()
    {
        using var npz = new NpzWriter(new MemoryStream());
        var error = Assert.Throws<ArgumentException>(() => npz.Add("x", [[1, 2], [3]]));
        Assert.Contains("'x' differ in length", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_of_one_symbol_get_different_names()
    {
        Field Make(string symbol) => new("name", symbol, "1", "x", [0], [[1]]);
        Assert.Equal("x_s, x_s_2, t_2, x_s_3, a_b", string.Join(", ", FieldsFile.Names([Make("x_s"), Make("x_s"), Make("t"), Make("x_s"), Make("a/b")])));
    }

    private static byte[] Entry(MemoryStream stream, string name)
    {
        stream.Position = 0;
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, true);
        using var entry = archive.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        entry.CopyTo(copy);
        return copy.ToArray();
    }
}
