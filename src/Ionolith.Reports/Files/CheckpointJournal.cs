using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Ionolith.Cells.LongRuns;

namespace Ionolith.Reports.Files;

/// <summary>Keeps the checkpoint of a run in the folder of its results, and finds it there again.</summary>
/// <remarks>
/// The file says of which input it is, and ends with its own hash: one that is not whole, or of another run, is refused. Rows of cycles go to a second file, which
/// only grows; the checkpoint says how much of it belongs to it, and its hash. The stopwatch only decides how often both are written: at most once a second, and
/// seldom enough that writing takes less than a twentieth of the time. Between, the rows wait in memory.
/// </remarks>
public sealed class CheckpointJournal : IRunJournal, IDisposable
{
    private const string Magic = "Ionolith checkpoint 2";
    private readonly ResultFolder _folder;
    private readonly string _input;
    private readonly string _program;
    private readonly TimeSpan _least;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly IncrementalHash _rowsHash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream _rows = new();
    private long _written;
    private TimeSpan _next;

    /// <summary>Opens the journal.</summary>
    /// <param name="folder">Folder of the results.</param>
    /// <param name="input">Hash of everything that the result follows from.</param>
    /// <param name="program">Name and version of the program.</param>
    /// <param name="resume">Whether the run goes on from the checkpoint that is there.</param>
    /// <param name="every">Shortest time between two checkpoints; null: a second.</param>
    /// <exception cref="ResultFolderException">The checkpoint is broken or of another run.</exception>
    public CheckpointJournal(ResultFolder folder, string input, string program, bool resume, TimeSpan? every = null)
    {
        ArgumentNullException.ThrowIfNull(folder);
        (_folder, _input, _program, _least) = (folder, input, program, every ?? TimeSpan.FromSeconds(1));
        _next = _least;
        Resumed = resume && folder.Checkpoint is { } path ? Read(path) : null;
    }

    /// <inheritdoc/>
    public RunCheckpoint? Resumed { get; }

    /// <inheritdoc/>
    public bool IsDue(int cycle) => _clock.Elapsed >= _next;

    /// <inheritdoc/>
    public void Take(ReadOnlySpan<byte> rows) => _rows.Write(rows);

    /// <inheritdoc/>
    public IEnumerable<Stream> Rows()
    {
        if (_written > 0)
        {
            yield return _folder.OpenRows();
        }

        yield return new MemoryStream(_rows.GetBuffer(), 0, (int)_rows.Length, false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rowsHash.Dispose();
        _rows.Dispose();
    }

    /// <inheritdoc/>
    public void Keep(int cycle, double time, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        TimeSpan start = _clock.Elapsed;
        var rows = _rows.GetBuffer().AsSpan(0, (int)_rows.Length);
        _folder.AddRows(_written, rows);
        _rowsHash.AppendData(rows);
        _written += rows.Length;
        _rows.SetLength(0);
        _folder.KeepCheckpoint(stream =>
        {
            using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
            {
                writer.Write(Magic);
                writer.Write(_input);
                writer.Write(_program);
                writer.Write(Build);
                writer.Write(cycle);
                writer.Write(time);
                writer.Write(_written);
                writer.Write(_rowsHash.GetCurrentHash());
            }

            write(stream);
            stream.Position = 0;
            byte[] hash = SHA256.HashData(stream);
            stream.Write(hash);
        });
        TimeSpan now = _clock.Elapsed;
        _next = now + TimeSpan.FromTicks(Math.Max(_least.Ticks, 20 * (now - start).Ticks));
    }

    // Another build may round otherwise, and lay out its state otherwise.
    private static string Build => typeof(Cells.Simulation.CellSimulation).Module.ModuleVersionId.ToString();

    private RunCheckpoint Read(string path)
    {
        try
        {
            byte[] all = File.ReadAllBytes(path);
            var body = all.AsSpan(0, Math.Max(0, all.Length - SHA256.HashSizeInBytes));
            if (body.Length == 0 || !SHA256.HashData(body).AsSpan().SequenceEqual(all.AsSpan(body.Length)))
            {
                throw new ResultFolderException($"'{path}' is broken or no checkpoint; --force begins anew");
            }

            using var reader = new BinaryReader(new MemoryStream(all));
            if (!string.Equals(reader.ReadString(), Magic, StringComparison.Ordinal))
            {
                throw new ResultFolderException($"'{path}' is no checkpoint of this program; --force begins anew");
            }

            var (input, program, build) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
            if (!string.Equals(input, _input, StringComparison.Ordinal))
            {
                throw new ResultFolderException(
                    $"the checkpoint in '{_folder.Target}' is that of another cell, protocol or other options (input {input[..Math.Min(12, input.Length)]}, here {_input[..Math.Min(12, _input.Length)]}): repeat the command as it was, with --resume");
            }

            if (!string.Equals(build, Build, StringComparison.Ordinal))
            {
                throw new ResultFolderException($"the checkpoint in '{_folder.Target}' was written by another build of the program ({program}), which cannot go on to the last bit; --force begins anew");
            }

            var (cycle, time) = (reader.ReadInt32(), reader.ReadDouble());
            _written = reader.ReadInt64();
            ReadRows(reader.ReadBytes(SHA256.HashSizeInBytes));
            return new RunCheckpoint(cycle, time, all.AsMemory((int)reader.BaseStream.Position..^SHA256.HashSizeInBytes));
        }
        catch (Exception e) when (e is (IOException or UnauthorizedAccessException or FormatException) and not ResultFolderException)
        {
            throw new ResultFolderException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    // Reads the rows that belong to the checkpoint once, to see that they are those.
    private void ReadRows(ReadOnlySpan<byte> hash)
    {
        using var stream = _folder.OpenRows();
        var buffer = new byte[1 << 16];
        for (var left = _written; left > 0;)
        {
            var count = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (count == 0)
            {
                break;
            }

            _rowsHash.AppendData(buffer, 0, count);
            left -= count;
        }

        if (!hash.SequenceEqual(_rowsHash.GetCurrentHash()))
        {
            throw new ResultFolderException($"the cycles beside the checkpoint in '{_folder.Target}' are not those that belong to it; --force begins anew");
        }
    }
}
