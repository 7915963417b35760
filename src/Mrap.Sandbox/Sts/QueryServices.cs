using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Mrap.Core.Text;
using Mrap.Sandbox.Hosting;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Network;
using Mrap.Sandbox.S3;
using Mrap.Sandbox.S3.Integrity;
using Mrap.Signing;

namespace Mrap.Sandbox.Sts;

/// <summary>Answers the services that are spoken to in the AWS Query protocol.</summary>
internal sealed class QueryServices(Authenticator authenticator, TimeProvider time)
{
    private const int MaxForm = 256 * 1024;
    private const string StsNamespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    /// <summary>Answers a call.</summary>
    /// <exception cref="S3Exception">The call is refused.</exception>
    public async Task ServeAsync(Exchange exchange, RequestAddress.Other address)
    {
        var request = exchange.Http.Request;
        var bytes = await ReadAsync(exchange);
        var caller = Authenticate(exchange, address.Of, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var action = ActionOf(exchange, bytes);
        if (address.Of == AwsService.Sts && action == "GetCallerIdentity" && (HttpMethods.IsPost(request.Method) || HttpMethods.IsGet(request.Method)))
        {
            await AnswerAsync(exchange, caller);
            return;
        }

        throw Refusal.Of(400, "InvalidAction", $"Could not find operation {Shown.Short(action)} for this service.");
    }

    private Caller.User Authenticate(Exchange exchange, AwsService service, string payloadHash)
    {
        var signature = exchange.Signature ?? throw Refusal.Of(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
        var expected = SigningName(service);
        if (signature.Scope.Service != expected)
        {
            throw Refusal.Of(403, "SignatureDoesNotMatch", $"Credential should be scoped to correct service: '{expected}'. ");
        }

        var authentication = authenticator.Verify(exchange.Http.Request, exchange.Target, signature, service, payloadHash);
        return (Caller.User)authentication.Caller;
    }

    private async Task<byte[]> ReadAsync(Exchange exchange)
    {
        var unsigned = new Authentication(new Caller.Anonymous(), PayloadDeclaration.Unsigned, null);
        await using var body = RequestBody.Open(exchange.Http.Request, unsigned, time);
        return await SmallBody.ReadAsync(body, MaxForm, exchange.Http.RequestAborted);
    }

    private static string ActionOf(Exchange exchange, byte[] bytes)
    {
        if (exchange.Http.Request.Headers.TryGetValue("X-Amz-Target", out var target))
        {
            return target.ToString().Split('.')[^1];
        }

        var text = bytes.Length > 0 ? Encoding.UTF8.GetString(bytes) : exchange.Target.Query;
        foreach (var pair in new QueryStringEnumerable(text))
        {
            if (pair.DecodeName().Span.SequenceEqual("Action"))
            {
                return pair.DecodeValue().ToString();
            }
        }

        return string.Empty;
    }

    private static string SigningName(AwsService service) => service switch
    {
        AwsService.Sts => "sts",
        AwsService.CloudWatch => "monitoring",
        AwsService.Iam => "iam",
        AwsService.AccessAnalyzer => "access-analyzer",
        AwsService.S3 or AwsService.S3Global or AwsService.S3Control => "s3",
        _ => throw new ArgumentOutOfRangeException(nameof(service)),
    };

    private static async Task AnswerAsync(Exchange exchange, Caller.User caller)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("GetCallerIdentityResponse", StsNamespace);
            xml.WriteStartElement("GetCallerIdentityResult", StsNamespace);
            xml.WriteElementString("Arn", StsNamespace, caller.Arn);
            xml.WriteElementString("UserId", StsNamespace, caller.UserId);
            xml.WriteElementString("Account", StsNamespace, caller.Account.Value);
            xml.WriteEndElement();
            xml.WriteStartElement("ResponseMetadata", StsNamespace);
            xml.WriteElementString("RequestId", StsNamespace, exchange.Ids.RequestId);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        var response = exchange.Http.Response;
        response.ContentType = "text/xml";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), exchange.Http.RequestAborted);
    }
}
