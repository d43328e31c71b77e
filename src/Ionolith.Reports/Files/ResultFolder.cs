using System.Text;

namespace Ionolith.Reports.Files;

/// <summary>Why results cannot be written where they are wanted.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">Error of the file system, if any.</param>
public sealed class ResultFolderException(string message, Exception? inner = null) : IOException(message, inner);

/// <summary>The folder of a command's files: made beside its target and moved there in one go, so that nothing half-written stays.</summary>
/// <remarks>Opened before a run, so that a target that cannot be written is told before the run and not after it.</remarks>
public sealed class ResultFolder : IDisposable
{
    private const string SummaryName = OwnFiles.Summary;
    private const string CheckpointName = OwnFiles.Checkpoint;
    private const string RowsName = OwnFiles.CheckpointRows;
    private readonly string _partial;
    private readonly string _marker;
    private readonly FolderLock _lock;
    private bool _force;
    private bool _ownsCheckpoint;
    private bool _moved;

    private ResultFolder(string target, string partial, string marker, bool force, bool resume, FolderLock held) =>
        (Target, _partial, _marker, _force, _ownsCheckpoint, _lock) = (target, partial, marker, force || resume, resume, held);

    /// <summary>Full path of the target.</summary>
    public string Target { get; }

    /// <summary>Makes the folder beside its target.</summary>
    /// <param name="path">The target.</param>
    /// <param name="force">Whether results that are there are replaced.</param>
    /// <param name="marker">The file by which such a folder of results is known; only a folder that has it is replaced.</param>
    /// <returns>The folder, still empty; disposing it removes what was not finished.</returns>
    /// <param name="resume">Whether a run that left its checkpoint there goes on.</param>
    /// <exception cref="ResultFolderException">The target exists, holds something else, or cannot be written.</exception>
    public static ResultFolder Open(string path, bool force, string marker = SummaryName, bool resume = false)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new ResultFolderException("the folder of the results has no name");
        }

        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var parent = Path.GetDirectoryName(target) ?? throw new ResultFolderException($"'{path}' cannot be a folder of results");
        var partial = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture, $"{PartialPrefix(target)}{Environment.ProcessId}"));
        FolderLock? held = null;
        try
        {
            held = FolderLock.Take(path, target, PartialPrefix(target));
            CheckTarget(path, target, marker, force, resume);
            RemoveLeftOvers(parent, target);
            Directory.CreateDirectory(partial);
            return new ResultFolder(target, partial, marker, force, resume, held);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            held?.Dispose();
            throw e as ResultFolderException ?? new ResultFolderException($"'{path}' cannot be written: no folder can be made in '{parent}'", e);
        }
    }

    /// <summary>Checkpoint of an unfinished run in the target; null: there is none.</summary>
    public string? Checkpoint => File.Exists(CheckpointPath) ? CheckpointPath : null;

    /// <summary>Rows of cycles that belong to a checkpoint in the target; empty where there are none.</summary>
    /// <exception cref="ResultFolderException">They cannot be read.</exception>
    public Stream OpenRows()
    {
        try
        {
            return File.Exists(RowsPath) ? new FileStream(RowsPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16) : new MemoryStream();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ResultFolderException($"the cycles in '{Target}' cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Adds rows of cycles to those in the target.</summary>
    /// <param name="length">Length of what is kept of those before, bytes; what stands beyond is cut off.</param>
    /// <param name="rows">The rows.</param>
    /// <exception cref="ResultFolderException">They cannot be written.</exception>
    public void AddRows(long length, ReadOnlySpan<byte> rows)
    {
        try
        {
            Directory.CreateDirectory(Target);
            using var stream = new FileStream(RowsPath, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
            stream.SetLength(length);
            stream.Position = length;
            stream.Write(rows);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ResultFolderException($"the cycles could not be written to '{Target}': {e.Message}", e);
        }
    }

    /// <summary>Puts a checkpoint into the target, in one go; it takes the place of the one before.</summary>
    /// <param name="write">Writes it.</param>
    /// <exception cref="ResultFolderException">It cannot be written.</exception>
    public void KeepCheckpoint(Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        try
        {
            Directory.CreateDirectory(Target);
            using (var stream = new FileStream(CheckpointPath + ".new", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16))
            {
                write(stream);
            }

            File.Move(CheckpointPath + ".new", CheckpointPath, overwrite: true);
            if (!_ownsCheckpoint)
            {
                RemoveOldResults();
            }

            (_force, _ownsCheckpoint) = (true, true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ResultFolderException($"the checkpoint could not be written to '{Target}': {e.Message}", e);
        }
    }

    private string CheckpointPath => Path.Combine(Target, CheckpointName);

    private string RowsPath => Path.Combine(Target, RowsName);

    /// <summary>Writes all files of a run and moves the folder to its target.</summary>
    /// <param name="run">The run.</param>
    /// <param name="report">Text of report.html; null: none.</param>
    /// <exception cref="ResultFolderException">Something cannot be written.</exception>
    public void Write(RunRecord run, string? report = null)
    {
        ArgumentNullException.ThrowIfNull(run);
        Write(() => WriteFiles(run, report));
    }

    /// <summary>Writes files of text and moves the folder to its target.</summary>
    /// <param name="files">Name within the folder and text of each; the marker is among them.</param>
    /// <param name="isUnfinished">Whether the run can go on later, so that its checkpoint stays.</param>
    /// <param name="streamed">Files that are too long to be held as a text: name and what writes each.</param>
    /// <exception cref="ResultFolderException">Something cannot be written.</exception>
    public void Write(IEnumerable<(string Name, string Text)> files, bool isUnfinished = false, params IReadOnlyList<(string Name, Action<TextWriter> Write)> streamed)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(streamed);
        Write(() =>
        {
            foreach (var (name, text) in files)
            {
                WriteText(name, text);
            }

            foreach (var (name, write) in streamed)
            {
                using var writer = Text(name);
                write(writer);
            }

            if (isUnfinished)
            {
                CopyCheckpoint();
            }
        });
    }

    private void Write(Action writeFiles)
    {
        try
        {
            writeFiles();
            Move();
        }
        catch (Exception e) when (e is (IOException or UnauthorizedAccessException) and not ResultFolderException)
        {
            throw new ResultFolderException($"the results could not be written to '{Target}': {e.Message}", e);
        }
    }

    /// <summary>Removes what was not finished.</summary>
    public void Dispose()
    {
        if (!_moved && Directory.Exists(_partial))
        {
            Directory.Delete(_partial, true);
        }

        _lock.Dispose();
    }

    private static string PartialPrefix(string target) => $".{Path.GetFileName(target)}.partial-";

    // What a process that was killed has left beside the target.
    private static void RemoveLeftOvers(string parent, string target)
    {
        var prefix = PartialPrefix(target);
        foreach (var folder in Directory.Exists(parent) ? Directory.GetDirectories(parent, prefix + "*") : [])
        {
            var process = Path.GetFileName(folder)[prefix.Length..];
            if (int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && !IsRunning(id))
            {
                Directory.Delete(folder, true);
            }
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void CheckTarget(string path, string target, string marker, bool force, bool resume)
    {
        if (File.Exists(target))
        {
            throw new ResultFolderException($"'{path}' is a file: name a folder for the results");
        }

        if (!Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any())
        {
            return;
        }

        // Only "run" leaves checkpoints, and only it can begin an unfinished run anew.
        var hasCheckpoint = File.Exists(Path.Combine(target, CheckpointName));
        var unfinished = hasCheckpoint && string.Equals(marker, SummaryName, StringComparison.Ordinal);
        if (resume && !unfinished)
        {
            throw new ResultFolderException(File.Exists(Path.Combine(target, marker))
                ? $"'{path}' holds results and no {CheckpointName}: the run is finished, or was stopped in its first cycle; there is nothing to resume"
                : $"'{path}' holds no unfinished run (no {CheckpointName}): there is nothing to resume");
        }

        if (resume)
        {
            return;
        }

        if (!force && unfinished)
        {
            throw new ResultFolderException($"'{path}' holds an unfinished run: write --resume to go on with it, or --force to begin anew");
        }

        if (hasCheckpoint && !unfinished)
        {
            throw new ResultFolderException($"'{path}' holds an unfinished run (a {CheckpointName}), which only run can go on with or replace: choose another folder");
        }

        if (!force)
        {
            throw new ResultFolderException($"'{path}' exists: choose another folder, or write --force to replace it");
        }

        // --force with the wrong folder must not cost anybody their files.
        if (!unfinished && !File.Exists(Path.Combine(target, marker)))
        {
            throw new ResultFolderException($"'{path}' holds no results (no {marker}): it is not replaced, even with --force");
        }
    }

    private void WriteFiles(RunRecord run, string? report)
    {
        var result = run.Result;
        using (var stream = File.Create(PathOf(SummaryName)))
        {
            SummaryJson.Write(stream, run);
        }

        using (var writer = Text("series.csv"))
        {
            SeriesCsv.Write(writer, result.Series);
        }

        if (result.CycleCount > 1 || result.Ageing is not null)
        {
            using var writer = Text("cycles.csv");
            CyclesCsv.Write(writer, result);
        }

        if (result.Losses is { } losses)
        {
            using var writer = Text("losses.csv");
            SeriesCsv.WriteLosses(writer, result.Series, losses);
        }

        if (result.Fields is { } fields)
        {
            using var stream = File.Create(PathOf("fields.npz"));
            FieldsFile.Write(stream, fields);
        }

        WriteText("input.yaml", run.InputText);
        WriteText("protocol.txt", run.ProtocolText);
        foreach (var (name, text) in run.Profiles.Concat(run.OtherFiles))
        {
            WriteText(name, text);
        }

        if (report is not null)
        {
            WriteText("report.html", report);
        }

        if (result.Status == Cells.Simulation.SimulationStatus.Cancelled)
        {
            CopyCheckpoint();
        }
    }

    // A checkpoint that lay there before, of a run that this one replaces, does not belong to these results.
    private void CopyCheckpoint()
    {
        if (_ownsCheckpoint && Checkpoint is { } checkpoint)
        {
            File.Copy(checkpoint, PathOf(CheckpointName));
            File.Copy(RowsPath, PathOf(RowsName));
        }
    }

    // Results of an older run beside the checkpoint of this one would be taken for its own.
    private void RemoveOldResults()
    {
        foreach (string name in OwnFiles.OfResults(_marker))
        {
            File.Delete(Path.Combine(Target, name));
        }
    }

    private void Move()
    {
        var old = _partial + "-old";
        if (Directory.Exists(Target))
        {
            CheckTarget(Target, Target, _marker, _force, resume: false);
            Directory.Move(Target, old);
        }

        Directory.Move(_partial, Target);
        _moved = true;
        if (Directory.Exists(old))
        {
            OwnFiles.KeepOthers(old, Target, _marker);
            Directory.Delete(old, true);
        }
    }

    private string PathOf(string name) => Path.Combine(_partial, name);

    private StreamWriter Text(string name) => new(PathOf(name), false, new UTF8Encoding(false), 1 << 16);

    private void WriteText(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        using var writer = Text(name);
        writer.Write(text);
    }
}
