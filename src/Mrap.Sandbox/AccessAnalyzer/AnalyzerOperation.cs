using Mrap.Sandbox.Services;

namespace Mrap.Sandbox.AccessAnalyzer;

/// <summary>An operation of Access Analyzer, which is posted; its action has its name.</summary>
/// <param name="Name">Its name in the API Reference.</param>
/// <param name="Path">Its path.</param>
/// <param name="Answer">Does what is asked.</param>
internal sealed record AnalyzerOperation(string Name, string Path, Func<ServiceCall, AnalyzerOutcome> Answer);
