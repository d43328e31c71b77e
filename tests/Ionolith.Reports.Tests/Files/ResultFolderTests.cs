using System.Security.Cryptography;
using Ionolith.Reports.Files;
using Xunit;

namespace Ionolith.Reports.Tests.Files;

public sealed class ResultFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("ionolith-results").FullName;

    private string Target => Path.Combine(_root, "results");

    public void Dispose() => Directory.Delete(_root, true);

    [Fact]
    public void A_run_is_written_in_one_go_and_nothing_else_stays()
    {
        using (var folder = ResultFolder.Open(Target + "/", force: false))
        {
            Assert.False(Directory.Exists(Target));
            folder.Write(SampleRun.Discharge(), "<html></html>");
        }

        Assert.Equal("results", string.Join(' ', Names(_root)));
        Assert.Equal(
            "fields.npz input.yaml losses.csv protocol.txt report.html series.csv summary.json", string.Join(' ', Names(Target)));
        Assert.Equal("cell: sample-polymer-nmc\n", File.ReadAllText(Path.Combine(Target, "input.yaml")));
    }

    [Fact]
    public void An_existing_result_is_kept_without_force_and_replaced_with_it()
    {
        Write(SampleRun.Discharge(), false);
        var before = Hash();
        var error = Assert.Throws<ResultFolderException>(() => ResultFolder.Open(Target, force: false));
        Assert.Contains("--force", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Hash());
        Write(SampleRun.Cycling(2), true);
        Assert.NotEqual(before, Hash());
        Assert.Equal("results", string.Join(' ', Names(_root)));
    }

    [Fact]
    public void A_folder_that_holds_no_results_is_never_replaced()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "thesis.tex"), "years of work");
        var error = Assert.Throws<ResultFolderException>(() => ResultFolder.Open(Target, force: true));
        Assert.Contains("holds no results", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unfinished_run_is_replaced_by_a_run_and_by_no_other_command()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "checkpoint"), "a week of cycles");
        File.WriteAllText(Path.Combine(Target, "checkpoint-cycles"), "");
        var error = Assert.Throws<ResultFolderException>(() => ResultFolder.Open(Target, force: true, "ccd.json"));
        Assert.Contains("unfinished run", error.Message, StringComparison.Ordinal);
        Assert.Equal("a week of cycles", File.ReadAllText(Path.Combine(Target, "checkpoint")));
        Write(SampleRun.Discharge(), true);
        Assert.False(File.Exists(Path.Combine(Target, "checkpoint")));
    }

    [Fact]
    public void Files_of_the_user_stay_when_results_are_replaced()
    {
        Write(SampleRun.Cycling(2), false);
        Assert.True(File.Exists(Path.Combine(Target, "cycles.csv")));
        Directory.CreateDirectory(Path.Combine(Target, "figures"));
        File.WriteAllText(Path.Combine(Target, "my-notes.txt"), "thoughts");
        File.WriteAllText(Path.Combine(Target, "figures", "one.svg"), "a picture");
        Write(SampleRun.Discharge(), true);
        Assert.Equal("thoughts", File.ReadAllText(Path.Combine(Target, "my-notes.txt")));
        Assert.Equal("a picture", File.ReadAllText(Path.Combine(Target, "figures", "one.svg")));
        Assert.False(File.Exists(Path.Combine(Target, "cycles.csv")), "a file of the old results");
        Assert.Equal("results", string.Join(' ', Names(_root)));
    }

    [Fact]
    public void The_first_checkpoint_of_a_new_run_takes_the_place_of_the_old_results_and_later_ones_touch_nothing()
    {
        Write(SampleRun.Discharge(), false);
        File.WriteAllText(Path.Combine(Target, "my-notes.txt"), "thoughts");
        using var folder = ResultFolder.Open(Target, force: true);
        folder.AddRows(0, []);
        folder.KeepCheckpoint(s => s.WriteByte(1));
        Assert.Equal("checkpoint checkpoint-cycles my-notes.txt", string.Join(' ', Names(Target)));
        File.WriteAllText(Path.Combine(Target, "report.html"), "of the user");
        folder.KeepCheckpoint(s => s.WriteByte(2));
        Assert.True(File.Exists(Path.Combine(Target, "report.html")));
    }

    [Fact]
    public void An_empty_folder_is_used()
    {
        Directory.CreateDirectory(Target);
        Write(SampleRun.Discharge(), false);
        Assert.True(File.Exists(Path.Combine(Target, "summary.json")));
    }

    [Fact]
    public void A_run_that_is_given_up_leaves_nothing()
    {
        ResultFolder.Open(Target, force: false).Dispose();
        Assert.Empty(Names(_root));
    }

    [Fact]
    public void A_file_or_a_place_that_cannot_be_written_is_told_before_the_run()
    {
        File.WriteAllText(Target, "");
        Assert.Contains("is a file", Assert.Throws<ResultFolderException>(() => ResultFolder.Open(Target, force: true)).Message, StringComparison.Ordinal);
        var error = Assert.Throws<ResultFolderException>(() => ResultFolder.Open(Path.Combine(Target, "below"), force: false));
        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
        Assert.Throws<ResultFolderException>(() => ResultFolder.Open(" ", force: false));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_folder_that_a_run_writes_to_is_refused_to_a_second_one_until_it_has_ended(bool force)
    {
        using (ResultFolder.Open(Target, force: false))
        {
            var error = Assert.Throws<ResultFolderException>(() => ResultFolder.Open(Target, force));
            Assert.Contains($"is being written by another run (process {Environment.ProcessId})", error.Message, StringComparison.Ordinal);
        }

        Write(SampleRun.Discharge(), force);
        Assert.Equal("results", string.Join(' ', Names(_root)));
    }

    [Fact]
    public void A_lock_that_a_killed_run_left_behind_holds_nobody_up()
    {
        File.WriteAllText(Path.Combine(_root, ".results.lock"), "");
        Write(SampleRun.Discharge(), false);
        Assert.Equal("results", string.Join(' ', Names(_root)));
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal);

    private void Write(RunRecord run, bool force)
    {
        using var folder = ResultFolder.Open(Target, force);
        folder.Write(run);
    }

    private string Hash() => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(Target, "summary.json"))));
}
