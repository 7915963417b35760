using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Mrap.Core.AccessPoints;
using Mrap.Policy.Text;

namespace Mrap.Aws.Faults;

/// <summary>Makes explained faults from everything that can go wrong with a call.</summary>
internal static class AwsFaults
{
    public static AwsFault FromService(string whatFailed, AmazonServiceException fault)
    {
        var status = (int)fault.StatusCode is var answered and > 0 ? answered : (int?)null;
        if (status is null)
        {
            return NoConnection(whatFailed, fault);
        }

        var code = string.IsNullOrEmpty(fault.ErrorCode) ? fault.StatusCode.ToString() : fault.ErrorCode;
        var (why, whatToDo) = Explanations.Of(code, status.Value, fault.Message);
        return new AwsFault(code, whatFailed, why, whatToDo, status, string.IsNullOrEmpty(fault.RequestId) ? null : fault.RequestId);
    }

    public static AwsFault FromClient(string whatFailed, AmazonClientException fault) => fault switch
    {
        { InnerException: { } cause } when cause is HttpRequestException or IOException => NoConnection(whatFailed, cause),
        _ when fault.Message.Contains("credentials", StringComparison.OrdinalIgnoreCase) => new AwsFault(
            ConsoleFaultCodes.NoCredentials,
            whatFailed,
            $"The AWS SDK found no usable credentials: {DisplayText.Truncate(fault.Message)}",
            "Give the server credentials: environment variables, a profile, IAM Identity Center or an instance role."),
        _ => new AwsFault(ConsoleFaultCodes.Invalid, whatFailed, fault.Message, "Check the request; it did not leave this machine."),
    };

    public static AwsFault NoConnection(string whatFailed, Exception fault) => new(
        ConsoleFaultCodes.NoConnection,
        whatFailed,
        $"No answer came: {DisplayText.Truncate((fault.InnerException ?? fault).Message)}",
        "Check that the endpoint is reachable (in sandbox mode: that the sandbox runs on the configured port), then try again.");

    public static AwsFault Unreadable(string whatFailed, string why) => new(
        ConsoleFaultCodes.UnreadableAnswer,
        whatFailed,
        $"The answer was not understood: {DisplayText.Truncate(why)}.",
        "Check that the endpoint is AWS or the sandbox and not something in between, then try again.");

    /// <summary>A sentence fragment of the policy core as a sentence.</summary>
    public static string Sentence(string fragment) =>
        fragment.Length == 0 ? fragment : $"{char.ToUpperInvariant(fragment[0])}{fragment[1..]}.";

    /// <summary>The fault of an answer with status 404 that the SDK let pass.</summary>
    public static AwsFault NotFound(string whatFailed, string? body)
    {
        try
        {
            using var reader =
                XmlReader.Create(new StringReader(body ?? string.Empty), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var error = XElement.Load(reader);
            var code = error.Element("Code")?.Value ?? "NotFound";
            var (why, whatToDo) = Explanations.Of(code, status: 404, error.Element("Message")?.Value ?? string.Empty);
            return new AwsFault(code, whatFailed, why, whatToDo, Status: 404, error.Element("RequestId")?.Value);
        }
        catch (XmlException fault)
        {
            return Unreadable(whatFailed, fault.Message);
        }
    }

    public static AwsFault FromRule(string whatFailed, ServiceFault fault)
    {
        var (_, whatToDo) = Explanations.Of(fault.Code, fault.HttpStatus, fault.Message);
        return new AwsFault(fault.Code, whatFailed, fault.Message, whatToDo, fault.HttpStatus);
    }

    public static AwsFault Invalid(string whatFailed, string why, string whatToDo) =>
        new(ConsoleFaultCodes.Invalid, whatFailed, why, whatToDo);
}
