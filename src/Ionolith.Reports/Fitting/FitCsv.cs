using System.Text;
using Ionolith.Materials.Laws.Fitting;

namespace Ionolith.Reports.Fitting;

/// <summary>Writes data, fit and residuals of a fit as CSV.</summary>
public static class FitCsv
{
    /// <summary>Writes the table, one line for each point in the order of the user's.</summary>
    /// <param name="record">The fit.</param>
    /// <returns>The text.</returns>
    public static string Write(FitRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var (table, fit) = (record.Table, record.Fit);
        string x = table.Variable == FitVariable.Temperature ? "Temperature / K" : "Volume fraction / 1";
        var text = new StringBuilder($"Line,{x},Conductivity / S.m-1,Fit / S.m-1,Band lower / S.m-1,Band upper / S.m-1,Residual / decades\n");
        for (int i = 0; i < table.X.Count; i++)
        {
            var (lower, upper) = fit.Band(table.X[i]);
            text.Append(CultureInfo.InvariantCulture, $"{table.Lines[i]},{table.X[i]:R},{table.Conductivities[i]:R},{fit.Predict(table.X[i]):G9},{lower:G9},{upper:G9},{fit.Residuals[i] / Math.Log(10):G6}\n");
        }

        return text.ToString();
    }
}
