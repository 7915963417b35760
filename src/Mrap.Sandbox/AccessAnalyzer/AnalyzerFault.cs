using System.Collections.Immutable;

namespace Mrap.Sandbox.AccessAnalyzer;

/// <summary>Why a call of Access Analyzer is refused (Access Analyzer API Reference, errors of the operations).</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The exception's name.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Reason">For a validation exception: the kind of fault; null for others.</param>
internal sealed record AnalyzerFault(int Status, string Code, string Message, string? Reason = null)
{
    /// <summary>For a validation exception: the fields at fault with what is wrong with them.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>A field breaks a rule of its type.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="value">Its value; null when it is missing.</param>
    /// <param name="constraint">What it must be.</param>
    public static AnalyzerFault Field(string field, string? value, string constraint)
    {
        var message = $"Value {(value is null ? "null" : $"'{value}'")} at '{field}' failed to satisfy constraint: {constraint}";
        return new AnalyzerFault(
            400, "ValidationException", "1 validation error detected: " + message,
            "fieldValidationFailed")
        { Fields = [KeyValuePair.Create(field, message)] };
    }

    /// <summary>The body is not the JSON object that the operation takes.</summary>
    public static AnalyzerFault Unreadable() => new(400, "ValidationException", "The request body is not a JSON object.", "cannotParse");

    /// <summary>The service has no such operation.</summary>
    public static AnalyzerFault UnknownOperation() => new(404, "UnknownOperationException", "The requested operation is not known.");

    /// <summary>A policy that cannot be judged.</summary>
    public static AnalyzerFault Policy(string because) =>
        new(400, "InvalidParameterException", "The policy document is invalid: " + because);

    /// <summary>A resource type that Access Analyzer judges and this sandbox does not.</summary>
    public static AnalyzerFault ResourceType(string type) =>
        new(422, "UnprocessableEntityException", $"Policies of {type} are not judged here.");
}
