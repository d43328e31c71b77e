using System.Text.Json;
using Xunit;

namespace Ionolith.Cli.Tests;

public sealed class ReproduceCommandTests : IDisposable
{
    private const string Broken = """
        id: mine
        section: transport
        what: a system of my own
        cells: [vcl3-halide]
        claims:
          - {id: good, kind: property, quantity: conductivity, value: 10 mS/cm, role: predicted, compute: {property: conductivity, of: limocl4}}
          - {id: bad, kind: property, quantity: transference number, value: 0.5, role: predicted, compute: {property: transference-number, of: lco}}
          - {id: later, kind: durability, quantity: cycle life, lower: 100 cycles, role: predicted, waits-for: ageing over cycles}
        """;

    private readonly CommandRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_system_is_computed_with_the_keys_that_scripts_read()
    {
        Assert.Equal(0, _run.Do("reproduce", "limocl4", "--json"));
        var rows = JsonDocument.Parse(_run.Out).RootElement.EnumerateArray().ToList();
        Assert.Equal(["limocl4/conductivity", "limocl4/rate"], rows.Select(r => r.GetProperty("id").GetString()));
        foreach (string key in (string[])["id", "system", "ref", "kind", "quantity", "value", "unit", "role", "state", "computed", "deviation", "reason"])
        {
            Assert.All(rows, r => Assert.True(r.TryGetProperty(key, out _), key));
        }

        Assert.Equal(("computed", 10.4, 0.0), (rows[0].GetProperty("state").GetString(), rows[0].GetProperty("computed").GetDouble(), rows[0].GetProperty("deviation").GetDouble()));
        double rate = rows[1].GetProperty("computed").GetDouble();
        Assert.Equal((rate - 80) / 80, rows[1].GetProperty("deviation").GetDouble(), 1e-6);
        Assert.NotEmpty(rows[1].GetProperty("sensitivities").EnumerateArray());
    }

    [Fact]
    public void A_claim_alone_is_computed_and_the_table_says_what_it_hangs_on()
    {
        Assert.Equal(0, _run.Do("reproduce", "limocl4/rate"));
        Assert.Contains("lco: radius", _run.Out, StringComparison.Ordinal);
        Assert.Contains("1 claim on 1 system: 1 computed", _run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("conductivity  ", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_file_of_ones_own_is_computed_and_a_failed_claim_gives_the_code_1()
    {
        string file = _run.Write("mine.yaml", Broken);

        Assert.Equal(0, _run.Do("validate", file));
        Assert.Contains("a system of 3 claims, 2 of them computed", _run.Out, StringComparison.Ordinal);
        Assert.Equal(1, _run.Do("reproduce", file));
        Assert.Contains("3 claims on 1 system: 1 computed (1 predicted), 1 waiting, 1 failed.", _run.Out, StringComparison.Ordinal);
        Assert.Contains("failed mine/bad: lco is of kind active, not an electrolyte", _run.Out, StringComparison.Ordinal);
        Assert.Equal(1, _run.Do("reproduce", file, "--json"));
        Assert.Equal(["computed", "failed", "waiting"], JsonDocument.Parse(_run.Out).RootElement.EnumerateArray().Select(r => r.GetProperty("state").GetString()));
    }

    [Theory]
    [InlineData("limocl", "did you mean \"limocl4\"?")]
    [InlineData("limocl4/rat", "did you mean \"limocl4/rate\"?")]
    [InlineData("nothing-like-it-at-all", "'ionolith list claims' lists all")]
    [InlineData("missing.yaml", "there is no such file")]
    public void A_wrong_id_gets_the_nearest_name(string id, string advice)
    {
        Assert.Equal(2, _run.Do("reproduce", id));
        Assert.Contains(advice, _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_of_a_system_file_is_told()
    {
        string file = _run.Write("mine.yaml", Broken.Replace("of: limocl4", "of: limocl", StringComparison.Ordinal).Replace("role: predicted, waits", "role: guessed, waits", StringComparison.Ordinal));

        Assert.Equal(2, _run.Do("validate", file));
        Assert.Contains("2 mistakes in", _run.Error, StringComparison.Ordinal);
        Assert.Equal(2, _run.Do("reproduce", file));
        Assert.Contains("mine.yaml:6:", _run.Error, StringComparison.Ordinal);
        Assert.Contains("mine.yaml:8:", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_folder_holds_report_rows_and_curves()
    {
        string folder = _run.PathOf("r");
        Assert.Equal(0, _run.Do("reproduce", "limocl4", "--out", folder));

        Assert.Equal(["curves.csv", "rate-tests.csv", "report.html", "reproduction.json"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        string report = File.ReadAllText(Path.Combine(folder, "report.html"));
        foreach (string part in (string[])["limocl4-curves", "limocl4-rates-0", "limocl4-tornado-rate", "Angewandte Chemie", "what it hangs on"])
        {
            Assert.Contains(part, report, StringComparison.Ordinal);
        }

        Assert.Equal(1 + 7, File.ReadAllLines(Path.Combine(folder, "rate-tests.csv")).Length);
        Assert.Equal(2, _run.Do("reproduce", "limocl4", "--out", folder));
        Assert.Contains("--force", _run.Error, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("reproduce", "limocl4/conductivity", "--out", folder, "--force"));
    }

    [Fact]
    public void A_page_is_written_and_compared_with_what_is_computed()
    {
        string page = _run.PathOf("page.md");
        Assert.Equal(0, _run.Do("reproduce", "limocl4", "--write", page));
        Assert.Equal(0, _run.Do("reproduce", "limocl4", "--check", page));
        File.WriteAllText(page, File.ReadAllText(page).Replace("10.4 mS/cm", "10.9 mS/cm", StringComparison.Ordinal));
        Assert.Equal(1, _run.Do("reproduce", "limocl4", "--check", page));
        Assert.Contains("is not what is computed; line ", _run.Error, StringComparison.Ordinal);
        Assert.Contains("# A part of the review, computed again\n\nMade by `./ionolith reproduce limocl4 --write FILE`", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.Equal(2, _run.Do("reproduce", "limocl4/conductivity", "--check", page));
        Assert.Contains("was not made of these claims", _run.Error, StringComparison.Ordinal);
        Assert.Equal(2, _run.Do("reproduce", "limocl4", "--check", _run.PathOf("nofile.md")));
        Assert.Contains("--check: there is no file", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fitting_again_shows_the_value_of_the_file_and_the_fitted_one()
    {
        Assert.Equal(0, _run.Do("reproduce", "limocl4", "--fit"));
        Assert.Contains("limocl4/rate", _run.Out, StringComparison.Ordinal);
        Assert.Contains("m2/s", _run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_is_shown_with_its_claims_cells_and_materials()
    {
        Assert.Equal(0, _run.Do("show", "cpe-bnns"));
        foreach (string part in (string[])["J. Mater. Chem. A", "capacity-2C", "88.7 mAh/g", "waits for: ", "doubt: ", "separator", "assumed", "--material"])
        {
            Assert.Contains(part.Split(' ')[0], _run.Out, StringComparison.Ordinal);
        }

        Assert.Equal(0, _run.Do("show", "cpe-bnns", "--json"));
        var system = JsonDocument.Parse(_run.Out).RootElement;
        Assert.Equal("system", system.GetProperty("kind").GetString());
        Assert.Equal(4, system.GetProperty("claims").GetArrayLength());
        Assert.NotEmpty(system.GetProperty("cells")[0].GetProperty("values").EnumerateArray());
        Assert.Equal(0, _run.Do("show", "cpe-bnns/capacity-2C"));
        Assert.DoesNotContain("conductivity-30C", _run.Out, StringComparison.Ordinal);
        Assert.Equal(0, _run.Do("show", "cpe-bnns", "--cell", "--json"));
        Assert.Equal("cell", JsonDocument.Parse(_run.Out).RootElement.GetProperty("kind").GetString());
    }
}
