namespace Ionolith.Numerics.Integration;

/// <summary>What an integrator carries over a start: with it another integrator goes on to the last bit.</summary>
/// <param name="Steps">Steps committed.</param>
/// <param name="ErrorFailures">Attempts repeated because of their error.</param>
/// <param name="NewtonFailures">Attempts repeated because Newton's iteration did not converge.</param>
/// <param name="NewtonIterations">Newton iterations.</param>
/// <param name="SingleIterations">Steps in a row that were taken after one iteration.</param>
public readonly record struct IntegratorCarry(long Steps, long ErrorFailures, long NewtonFailures, long NewtonIterations, int SingleIterations);
