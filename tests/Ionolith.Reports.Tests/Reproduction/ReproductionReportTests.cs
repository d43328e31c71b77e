using Ionolith.Library.Reproduction;
using Ionolith.Library.Review;
using Ionolith.Reports.Reproduction;
using Xunit;

namespace Ionolith.Reports.Tests.Reproduction;

/// <summary>What the report of a system shows beside its table.</summary>
public sealed class ReproductionReportTests
{
    [Fact]
    public void A_statement_is_shown_with_and_without_in_one_figure()
    {
        var study = StudyOf("dol-cnt");

        var compared = Assert.Single(study.Counterfactuals);
        Assert.Equal("contact", compared.Claim);
        Assert.True(compared.With.Value > compared.Without.Value);
        Assert.Single(compared.With.Runs);
        Assert.NotSame(compared.With.Runs[0], Assert.Single(compared.Without.Runs));
        Assert.Contains("cathode.active.lfp.contacted-fraction=0.3", compared.Without.Text, StringComparison.Ordinal);
        string page = PageOf(study);
        Assert.Contains("With and without", page, StringComparison.Ordinal);
        Assert.Contains("dol-cnt-compared-contact", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_about_materials_is_shown_as_bars()
    {
        var study = StudyOf("gqd-peo");

        var compared = Assert.Single(study.Counterfactuals);
        Assert.Empty(compared.With.Runs);
        Assert.InRange(compared.With.Value / compared.Without.Value, 1.001, 100);
        Assert.Contains("figure (mS/cm)", PageOf(study), StringComparison.Ordinal);
    }

    private static SystemStudy StudyOf(string id) => SystemStudy.Of(ReviewLibrary.Systems().Single(s => string.Equals(s.Id, id, StringComparison.Ordinal)), new Laboratory(), 2);

    private static string PageOf(SystemStudy study)
    {
        var rows = study.System.Claims.Select(c => new ClaimRow(study.System, c)).ToList();
        return ReproductionReport.Write(ReproductionRun.Compute(rows, new ReproductionOptions { Sensitivities = false }), [study]);
    }
}
