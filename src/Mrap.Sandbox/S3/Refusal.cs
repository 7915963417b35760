using Mrap.Core.AccessPoints;
using Mrap.Signing;

namespace Mrap.Sandbox.S3;

/// <summary>
/// Makes the exceptions that end a request, from a code or from what another room refused. Errors that are made in several places have
/// names in <see cref="S3Errors"/>.
/// </summary>
internal static class Refusal
{
    /// <summary>An error of a code, status and message, with further elements.</summary>
    public static S3Exception Of(int status, string code, string message, params ReadOnlySpan<(string Name, string Value)> details)
    {
        var list = new KeyValuePair<string, string>[details.Length];
        for (var i = 0; i < details.Length; i++)
        {
            list[i] = new(details[i].Name, details[i].Value);
        }

        return new S3Exception(new S3Error(status, code, message) { Details = [.. list] });
    }

    /// <summary>What is wrong with a signature.</summary>
    public static S3Exception Of(SignatureFault fault) =>
        new(new S3Error(fault.Status, fault.Code, fault.Message) { Details = fault.Details });

    /// <summary>What the control plane refuses.</summary>
    public static S3Exception Of(ServiceFault fault) => Of(fault.HttpStatus, fault.Code, fault.Message);

    /// <summary>What is wrong with a body.</summary>
    public static S3Exception Of(BodyFaultException fault) =>
        new(new S3Error(fault.Status, fault.Code, fault.Message) { Details = fault.Details });
}
