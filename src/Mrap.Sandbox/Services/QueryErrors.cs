using Mrap.Policy.Text;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Services;

/// <summary>Errors that every service of the AWS Query protocol shares (AWS page "Common errors" of IAM and STS).</summary>
internal static class QueryErrors
{
    /// <summary>The service has no such operation.</summary>
    public static ServiceException InvalidAction(string action) =>
        ServiceException.Of(400, "InvalidAction", $"Could not find operation {DisplayText.Truncate(action)} for this service.");

    /// <summary>The service has the operation, but not in that version.</summary>
    public static ServiceException InvalidVersion(string action, string version) =>
        ServiceException.Of(
            400, "InvalidAction", $"Could not find operation {DisplayText.Truncate(action)} for version {DisplayText.Truncate(version)}");

    /// <summary>No operation is named.</summary>
    public static ServiceException MissingAction() =>
        ServiceException.Of(400, "MissingAction", "The request must contain the parameter Action.");

    /// <summary>The parameters cannot be read.</summary>
    public static ServiceException MalformedForm(string message) => ServiceException.Of(400, "MalformedQueryString", message);

    /// <summary>There is more to do than there is room for.</summary>
    public static ServiceException Throttling() => ServiceException.Of(400, "Throttling", "Rate exceeded");

    /// <summary>A parameter breaks a rule of its type.</summary>
    /// <param name="parameter">Its name as callers write it, such as <c>UserName</c>.</param>
    /// <param name="value">Its value; null when it is missing.</param>
    /// <param name="constraint">What it must be.</param>
    public static ServiceException Validation(string parameter, string? value, string constraint)
    {
        var name = char.ToLowerInvariant(parameter[0]) + parameter[1..];
        var at = value is null ? "Value null" : $"Value '{DisplayText.Truncate(value)}'";
        return ServiceException.Of(
            400, "ValidationError", $"1 validation error detected: {at} at '{name}' failed to satisfy constraint: {constraint}");
    }

    /// <summary>A parameter is not of its type.</summary>
    public static ServiceException MalformedInput(string parameter) =>
        ServiceException.Of(400, "MalformedInput", $"The value of {parameter} is not of its type.");
}
