namespace Ionolith.Cells.Simulation;

/// <summary>Adds up the charge and energy of the steps of one cycle, those delivered and those taken apart.</summary>
internal sealed class CycleTally
{
    private double _discharge;
    private double _charge;
    private double _dischargeEnergy;
    private double _chargeEnergy;
    private bool? _dischargesFirst;

    /// <summary>Adds a step.</summary>
    /// <param name="charge">Charge, C; positive on discharge.</param>
    /// <param name="energy">Energy, J; it goes with its charge: that of a cell at a negative voltage is negative.</param>
    public void Add(double charge, double energy)
    {
        _dischargesFirst ??= charge == 0 ? null : charge > 0;
        if (charge > 0)
        {
            _discharge += charge;
            _dischargeEnergy += energy;
        }
        else
        {
            _charge -= charge;
            _chargeEnergy -= energy;
        }
    }

    /// <summary>What the cycle gave.</summary>
    /// <param name="number">Its number from 1.</param>
    /// <param name="voltage">Voltage at its end, V.</param>
    /// <param name="time">Time of its end, s.</param>
    public CycleResult Close(int number, double voltage, double time) =>
        new(number, _discharge, _charge, _dischargeEnergy, _chargeEnergy, voltage, time) { DischargesFirst = _dischargesFirst ?? false };
}
