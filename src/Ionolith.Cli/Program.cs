using Ionolith.Cli;

using var interrupt = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl-C ends the run in good order; a second one ends the program.
    pressed.Cancel = !interrupt.IsCancellationRequested;
    interrupt.Cancel();
};
var outIsTerminal = !Console.IsOutputRedirected;
var errorIsTerminal = !Console.IsErrorRedirected;
return CommandLine.Run(args, new CliServices
{
    Cells = new LibraryCells(),
    Out = Console.Out,
    Error = Console.Error,
    OutIsTerminal = outIsTerminal,
    ErrorIsTerminal = errorIsTerminal,
    Width = outIsTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : 120,
    Interrupt = interrupt.Token,
});
