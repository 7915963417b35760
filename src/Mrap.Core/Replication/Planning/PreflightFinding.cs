namespace Mrap.Core.Replication.Planning;

/// <summary>Something that stands in the way of replication.</summary>
/// <param name="Severity">What becomes of rules that are put all the same.</param>
/// <param name="Text">What is wrong: a sentence.</param>
/// <param name="Fix">What puts it right.</param>
public sealed record PreflightFinding(PreflightSeverity Severity, string Text, PreflightFix Fix);
