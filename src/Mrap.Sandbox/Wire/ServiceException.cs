using Mrap.Core.AccessPoints;
using Mrap.Signing.Bodies;
using Mrap.Signing.Faults;

namespace Mrap.Sandbox.Wire;

/// <summary>
/// Ends a request with an error answer. Thrown for what a client did, caught in one place, never logged as a fault of ours.
/// </summary>
/// <param name="error">The answer.</param>
internal sealed class ServiceException(ServiceError error) : Exception(error.Message)
{
    /// <summary>The answer.</summary>
    public ServiceError Error { get; } = error;

    /// <summary>An error of a code, status and message, with further elements.</summary>
    public static ServiceException Of(int status, string code, string message, params ReadOnlySpan<(string Name, string Value)> details)
    {
        var list = new KeyValuePair<string, string>[details.Length];
        for (var i = 0; i < details.Length; i++)
        {
            list[i] = new(details[i].Name, details[i].Value);
        }

        return new ServiceException(new ServiceError(status, code, message) { Details = [.. list] });
    }

    /// <summary>What is wrong with a signature.</summary>
    public static ServiceException Of(SignatureFault fault) =>
        new(new ServiceError(fault.Status, fault.Code, fault.Message) { Details = fault.Details });

    /// <summary>What the control plane refuses.</summary>
    public static ServiceException Of(ServiceFault fault) => Of(fault.HttpStatus, fault.Code, fault.Message);

    /// <summary>What is wrong with a body.</summary>
    public static ServiceException Of(BodyFaultException fault) =>
        new(new ServiceError(fault.Status, fault.Code, fault.Message) { Details = fault.Details });
}
