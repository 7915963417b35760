using System.Text.Json;

namespace Mrap.Sandbox.AccessAnalyzer;

/// <summary>What a call of Access Analyzer ends with.</summary>
internal abstract record AnalyzerOutcome
{
    private AnalyzerOutcome()
    {
    }

    /// <summary>It is answered.</summary>
    /// <param name="Write">Writes the members of the answer.</param>
    internal sealed record Answer(Action<Utf8JsonWriter> Write) : AnalyzerOutcome;

    /// <summary>It is refused.</summary>
    /// <param name="Why">The error.</param>
    internal sealed record Refused(AnalyzerFault Why) : AnalyzerOutcome;
}
