using System.CommandLine;

namespace Ionolith.Cli;

/// <summary>The words and options of "run".</summary>
internal static class RunCommand
{
    public static Command Make(CliServices services)
    {
        var cell = new Argument<string>("CELL") { Description = "Id of a library cell, a cell file or a BPX file" };
        var protocol = CommonOptions.Many("--protocol", "TEXT", "Step, cycle or repetition, such as \"Discharge at 1C until 2.5 V\"; may be given again");
        var file = CommonOptions.One("--protocol-file", "FILE", "File with one step, cycle or repetition a line");
        var set = CommonOptions.Many("--set", "PATH=VALUE", "Change of the cell, such as separator.thickness=30um; may be given again");
        var temperature = CommonOptions.One("--temperature", "T", "Temperature of cell and surroundings, such as \"60 degC\"");
        var until = CommonOptions.Many("--until", "TEXT", "End of the whole protocol, such as \"80 % capacity\" or \"500 h\"; may be given again");
        var output = CommonOptions.One("--out", "DIR", "Folder for summary.json, series.csv, cycles.csv, losses.csv, fields.npz, report.html and the exact input");
        var force = CommonOptions.Force("the results that are in the folder");
        var json = CommonOptions.Json();
        var seed = new Option<int?>("--seed") { HelpName = "N", Description = "Seed of the spread of a stack's cells" };
        var tolerance = new Option<double?>("--rtol") { HelpName = "X", Description = "Relative tolerance of the time integration, 1e-8 to 1e-1 (1e-4 if not given)" };
        var reduction = CommonOptions.One("--reduction", "NAME", "single-particle: one particle for each electrode and size");
        var rows = CommonOptions.One("--rows", "WHICH", "Rows that are kept: every, step-ends or summary; every up to 200 cycles, step-ends up to 5000 (of a stack 5000 over its cells) and summary beyond if not given");
        var accelerate = new Option<bool>("--accelerate") { Description = "Extrapolate what ages over cycles that are alike, and say how large the error of that is; aims at 1 % of the capacity at the end" };
        var resume = new Option<bool>("--resume") { Description = "Go on with the run that was interrupted in the folder of --out" };
        var stack = new Option<int?>("--stack") { HelpName = "N", Description = "Run N such cells in one bipolar stack; the weakest ends each step" };
        var spreadCapacity = CommonOptions.One("--spread-capacity", "SHARE", "Standard deviation of the loading of the stack's cells, such as \"2 %\" (that of the cell's file if not given)");
        var spreadResistance = CommonOptions.One("--spread-resistance", "SHARE", "Standard deviation of their separators and contacts (that of the cell's file if not given)");
        var spreadLeak = CommonOptions.One("--spread-leak", "SHARE", "Standard deviation of their leaks (that of the cell's file if not given)");
        var leak = CommonOptions.One("--leak", "R", "Leak from terminal to terminal of each cell, such as \"1 Mohm cm2\"; short for --set leak-resistance=R");
        var command = new Command("run", "Run a protocol on a cell")
        {
            accelerate, resume, cell, protocol, file, set, temperature, until, output, force, json, seed, tolerance, reduction, rows,
            stack, spreadCapacity, spreadResistance, spreadLeak, leak,
        };
        command.SetAction(parsed => new CellRun(services).Carry(new RunRequest
        {
            Cell = parsed.GetValue(cell)!,
            ProtocolItems = parsed.GetValue(protocol) ?? [],
            ProtocolFile = parsed.GetValue(file),
            Settings = parsed.GetValue(set) ?? [],
            Temperature = parsed.GetValue(temperature),
            Until = parsed.GetValue(until) ?? [],
            Output = parsed.GetValue(output),
            Force = parsed.GetValue(force),
            Json = parsed.GetValue(json),
            Seed = parsed.GetValue(seed),
            RelativeTolerance = parsed.GetValue(tolerance),
            Reduction = parsed.GetValue(reduction),
            Rows = parsed.GetValue(rows),
            Accelerate = parsed.GetValue(accelerate),
            Resume = parsed.GetValue(resume),
            Stack = parsed.GetValue(stack),
            SpreadCapacity = parsed.GetValue(spreadCapacity),
            SpreadResistance = parsed.GetValue(spreadResistance),
            SpreadLeak = parsed.GetValue(spreadLeak),
            Leak = parsed.GetValue(leak),
        }));
        return command;
    }
}
