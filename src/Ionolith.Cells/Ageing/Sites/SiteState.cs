namespace Ionolith.Cells.Ageing.Sites;

/// <summary>All that an interface which ages holds at one moment.</summary>
/// <param name="Values">The slow states, SI.</param>
/// <param name="Told">What the model was told.</param>
/// <param name="Accounts">Sums that the site keeps beside its states.</param>
/// <param name="WasBridged">Whether lithium bridged the electrodes from here.</param>
internal sealed record SiteState(double[] Values, InterfaceEffect Told, double[] Accounts, bool WasBridged);

/// <summary>All that has aged in a cell at one moment.</summary>
/// <param name="Passed">Charge that has passed in either direction, C/m2.</param>
/// <param name="Events">Shorts and failures.</param>
/// <param name="Sites">The interfaces.</param>
/// <param name="Swelling">From what the pressure of a stack in its frame follows; empty where volumes are not followed.</param>
internal sealed record AgeingRunState(double Passed, IReadOnlyList<AgeingEvent> Events, IReadOnlyList<SiteState> Sites, double[] Swelling);
