using Ionolith.Numerics.Fitting;

namespace Ionolith.Materials.Laws.Fitting;

/// <summary>Turns the outcome of a search into what a user reads.</summary>
internal sealed record LawFitOutcome(FittableLaw Law, PartModel Model, FitResult Fit)
{
    public LawFitResult Describe()
    {
        double[] search = Model.All([.. Fit.Parameters.Select(p => p.Value)]);
        double[] values = [.. search.Select((v, i) => Law.Parameters[i].FromSearch(v))];
        bool ofTemperature = Law.Variable == FitVariable.Temperature;
        return new LawFitResult
        {
            Law = Law.Title,
            Fitted = Law,
            Parameters = Parameters(values),
            Residuals = Fit.Residuals,
            RelativeDeviation = Fit.StandardDeviation,
            Confidence = Fit.Confidence,
            Converged = Fit.Converged,
            Function = ofTemperature ? Law.Function(values, double.NaN) : null,
            Predict = x => Math.Exp(Law.Evaluate(x, search, new double[search.Length])),
            Band = x => Band(x),
        };
    }

    private LawParameter[] Parameters(double[] values)
    {
        int next = 0;
        var parameters = new LawParameter[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            var p = Law.Parameters[i];
            if (Model.IsHeld(i))
            {
                parameters[i] = new LawParameter(p.Name, p.Unit, values[i], double.NaN, double.NaN, AtBound: false) { Key = p.Key, IsHeld = true };
                continue;
            }

            var found = Fit.Parameters[next++];
            parameters[i] = new LawParameter(p.Name, p.Unit, values[i], p.FromSearch(found.Lower), p.FromSearch(found.Upper), found.AtBound) { Key = p.Key };
        }

        return parameters;
    }

    /// <summary>Interval of the fitted curve, from the covariance of the parameters and the slopes of the logarithm.</summary>
    private (double Lower, double Upper) Band(double x)
    {
        double[] sought = [.. Fit.Parameters.Select(p => p.Value)];
        double[] gradient = new double[sought.Length];
        double logarithm = Model.Evaluate(x, sought, gradient);
        double variance = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            for (int j = 0; j < gradient.Length; j++)
            {
                variance += gradient[i] * gradient[j] * Fit.Covariance[i][j];
            }
        }

        double half = Fit.Quantile * Math.Sqrt(Math.Max(variance, 0));
        return (Math.Exp(logarithm - half), Math.Exp(logarithm + half));
    }
}
