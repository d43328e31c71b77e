using System.Globalization;
using Ionolith.Reports.Microstructure;
using Xunit;

namespace Ionolith.Reports.Tests.Microstructure;

public sealed class NetworkPageTests
{
    [Fact]
    public void The_page_in_the_documentation_is_what_the_program_computes()
    {
        string[] written = File.ReadAllLines(Path.Combine(Root(), "docs", "theory", "microstructure.md")), computed = NetworkPage.Markdown().TrimEnd('\n').Split('\n');

        Assert.Equal(computed.Length, written.Length);
        foreach (var (now, then) in computed.Zip(written))
        {
            string[] cells = now.Split(" | "), before = then.Split(" | ");
            Assert.Equal(cells.Length, before.Length);
            foreach (var (a, b) in cells.Zip(before))
            {
                if (double.TryParse(a.Trim(' ', '|'), CultureInfo.InvariantCulture, out double x) && double.TryParse(b.Trim(' ', '|'), CultureInfo.InvariantCulture, out double y))
                {
                    // Another processor sums in another order: the last digit may differ.
                    Assert.Equal(x, y, 1.01e-3);
                }
                else
                {
                    Assert.Equal(a, b);
                }
            }
        }
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Ionolith.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
