using Ionolith.Library.Fitting.AgainstData;
using Ionolith.Testing;
using Xunit;

namespace Ionolith.Library.Tests.Fitting;

public sealed class LawsAgainstDataTests
{
    [Fact]
    public void The_page_is_the_one_that_the_program_writes() =>
        Assert.Equal(LawsAgainstData.Markdown(), RepositoryText.Of("docs/laws-against-data.md"));

    [Fact]
    public void The_guide_has_the_tables_that_the_laws_write() =>
        Assert.EndsWith(PropertyLaws.Guide(), RepositoryText.Of("docs/guide/laws.md"), StringComparison.Ordinal);

    [Fact]
    public void Measured_amorphous_polymers_bend_as_VTF_says_and_not_as_Arrhenius_does()
    {
        var rows = LawsAgainstData.Rows();

        // The same series: a law with a vanishing temperature must leave well under half of the distance.
        Assert.Equal(rows[0].Points, rows[1].Points);
        Assert.True(rows[1].Decades < 0.5 * rows[0].Decades);
    }

    [Fact]
    public void The_melting_window_describes_PEO_with_crystals_better_than_laws_without_a_step()
    {
        var rows = LawsAgainstData.Rows().ToList();
        int first = rows.FindIndex(r => r.Law is "arrhenius" && r.Data.Contains("crystals", StringComparison.Ordinal));
        var (arrhenius, vtf, window) = (rows[first], rows[first + 1], rows[first + 2]);

        Assert.Equal(["arrhenius", "vtf", "semi-crystalline"], [arrhenius.Law, vtf.Law, window.Law]);
        Assert.Equal(arrhenius.Points, vtf.Points);
        Assert.InRange(window.Decades, 1e-3, 0.9 * vtf.Decades);
        Assert.True(vtf.Decades < arrhenius.Decades);
    }
}
