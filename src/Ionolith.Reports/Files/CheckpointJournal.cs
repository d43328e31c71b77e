using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Ionolith.Cells.LongRuns;

namespace Ionolith.Reports.Files;

/// <summary>Keeps the checkpoint of a run in the folder of its results, and finds it there again.</summary>
/// <remarks>
/// The file says of which input it is, and ends with its own hash: one that is not whole, or of another run, is refused. The stopwatch only decides how
/// often it is written: at most once a second, and seldom enough that writing takes less than a twentieth of the time.
/// </remarks>
public sealed class CheckpointJournal : IRunJournal
{
    private const string Magic = "Ionolith checkpoint 1";
    private readonly ResultFolder _folder;
    private readonly string _input;
    private readonly string _program;
    private readonly TimeSpan _least;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
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
    public void Keep(int cycle, double time, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        TimeSpan start = _clock.Elapsed;
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
            return new RunCheckpoint(cycle, time, all.AsMemory((int)reader.BaseStream.Position..^SHA256.HashSizeInBytes));
        }
        catch (Exception e) when (e is (IOException or UnauthorizedAccessException or FormatException) and not ResultFolderException)
        {
            throw new ResultFolderException($"'{path}' cannot be read: {e.Message}", e);
        }
    }
}
