using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Ionolith.Cells.Microstructure;

namespace Ionolith.Reports.Microstructure;

/// <summary>A section through a voxel structure as a picture.</summary>
internal static class SectionPicture
{
    private static readonly (VoxelPhase Phase, char Sign, (byte R, byte G, byte B) Color)[] Looks =
    [
        (VoxelPhase.Electrolyte, '.', (0x88, 0xcc, 0xee)),
        (VoxelPhase.Active, '#', (0x11, 0x77, 0x33)),
        (VoxelPhase.Carbon, '*', (0x1d, 0x27, 0x33)),
        (VoxelPhase.Insulator, '+', (0xcc, 0x66, 0x77)),
        (VoxelPhase.Void, ' ', (0xff, 0xff, 0xff)),
    ];

    /// <summary>Phases with their colours as CSS, in the order of the enumeration.</summary>
    public static IEnumerable<(VoxelPhase Phase, string Color)> Legend =>
        Looks.Select(l => (l.Phase, $"#{l.Color.R:x2}{l.Color.G:x2}{l.Color.B:x2}"));

    /// <summary>The section in letters, at most so many columns wide: the flow goes from left to right.</summary>
    public static IReadOnlyList<string> Letters(VoxelPhase[,] section, int columns)
    {
        int width = Math.Min(columns, section.GetLength(0)), height = Math.Max(1, Math.Min(section.GetLength(1), width) / 2);
        return [.. Enumerable.Range(0, height).Select(row => new string([.. Enumerable.Range(0, width).Select(column =>
            Look(section[column * section.GetLength(0) / width, row * section.GetLength(1) / height]).Sign)]))];
    }

    /// <summary>The section as a PNG in a data address; every voxel is a square of pixels.</summary>
    public static string DataAddress(VoxelPhase[,] section, int pixels)
    {
        int width = section.GetLength(0) * pixels, height = section.GetLength(1) * pixels;
        using var rows = new MemoryStream();
        using (var deflate = new ZLibStream(rows, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (int y = 0; y < height; y++)
            {
                deflate.WriteByte(0);
                for (int x = 0; x < width; x++)
                {
                    deflate.WriteByte((byte)section[x / pixels, y / pixels]);
                }
            }
        }

        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        Chunk(png, "IHDR", header);
        Chunk(png, "PLTE", [.. Enum.GetValues<VoxelPhase>().SelectMany(p => (byte[])[Look(p).Color.R, Look(p).Color.G, Look(p).Color.B])]);
        Chunk(png, "IDAT", rows.ToArray());
        Chunk(png, "IEND", []);
        return "data:image/png;base64," + Convert.ToBase64String(png.ToArray());
    }

    private static (VoxelPhase Phase, char Sign, (byte R, byte G, byte B) Color) Look(VoxelPhase phase) => Array.Find(Looks, l => l.Phase == phase);

    private static void Chunk(MemoryStream png, string name, byte[] content)
    {
        byte[] number = new byte[4], body = [.. Encoding.ASCII.GetBytes(name), .. content];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        png.Write(number);
    }

    // CRC-32 of ISO 3309, as PNG wants it.
    private static uint Checksum(byte[] bytes)
    {
        uint crc = 0xffffffff;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xedb88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
