using Mrap.Core.AccessPoints;
using Mrap.Sandbox.S3;
using Mrap.Signing;

namespace Mrap.Sandbox.Hosting;

/// <summary>Makes error answers that stand before or beside the S3 operations.</summary>
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

    /// <summary>403 without a reason.</summary>
    public static S3Exception AccessDenied() => Of(403, "AccessDenied", "Access Denied");

    /// <summary>The Region cannot be reached or refuses work.</summary>
    public static S3Exception ServiceUnavailable() => Of(503, "ServiceUnavailable", "Service is unable to handle request.");

    /// <summary>Too many requests.</summary>
    public static S3Exception SlowDown() => Of(503, "SlowDown", "Please reduce your request rate.");

    /// <summary>A document that cannot be read.</summary>
    public static S3Exception MalformedXml() =>
        Of(400, "MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");
}
