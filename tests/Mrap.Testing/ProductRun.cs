namespace Mrap.Testing;

/// <summary>What a command of the product did.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
public sealed record ProductRun(int ExitCode, string Output, string Errors);
