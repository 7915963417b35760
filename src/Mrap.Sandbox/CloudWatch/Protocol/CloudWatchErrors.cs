using Mrap.Policy.Text;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.CloudWatch.Protocol;

/// <summary>The errors of CloudWatch by their codes of AWS Query (CloudWatch API Reference).</summary>
internal static class CloudWatchErrors
{
    /// <summary>A parameter is out of range, or not of its form.</summary>
    public static ServiceException InvalidValue(string message) => ServiceException.Of(400, "InvalidParameterValue", message);

    /// <summary>Parameters exclude each other.</summary>
    public static ServiceException InvalidCombination(string message) =>
        ServiceException.Of(400, "InvalidParameterCombination", message);

    /// <summary>A parameter that must be there is not.</summary>
    public static ServiceException Missing(string name) =>
        ServiceException.Of(400, "MissingParameter", $"The parameter {name} is required.");

    /// <summary>A call breaks a rule of its operation.</summary>
    public static ServiceException Validation(string message) => ServiceException.Of(400, "ValidationError", message);

    /// <summary>A token was not made for this call.</summary>
    public static ServiceException InvalidNextToken() =>
        ServiceException.Of(400, "InvalidNextToken", "The next token specified is invalid.");

    /// <summary>There is no room for more.</summary>
    public static ServiceException LimitExceeded(string message) => ServiceException.Of(400, "LimitExceeded", message);

    /// <summary>There is no such thing.</summary>
    public static ServiceException NotFound(string message) => ServiceException.Of(404, "ResourceNotFound", message);

    /// <summary>The body cannot be read.</summary>
    public static ServiceException Unreadable(string message) => ServiceException.Of(400, "SerializationException", message);

    /// <summary>A member is of another type.</summary>
    public static ServiceException WrongType(string name, string expected) =>
        Unreadable($"The member {DisplayText.Truncate(name)} must be {expected}.");

    /// <summary>CloudWatch has it, the sandbox has not.</summary>
    public static ServiceException NotServed(string what) =>
        InvalidValue($"{what} is not served by this sandbox, although CloudWatch knows it.");
}
