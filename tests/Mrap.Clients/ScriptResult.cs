namespace Mrap.Clients;

internal sealed record ScriptResult(int ExitCode, string Output, string Errors);
