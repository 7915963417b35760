using System.Text.Encodings.Web;
using System.Text.Json;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.AccessAnalyzer;

/// <summary>IAM Access Analyzer: checks of policies given as texts, over REST with JSON.</summary>
internal sealed class AccessAnalyzerService(ServiceAuthorizer authorizer) : ISignedService
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How it is addressed and signed for.</summary>
    public static AwsService Descriptor { get; } =
        new("AccessAnalyzer", "access-analyzer", ErrorForm.Json, "access-analyzer", "access-analyzer-fips");

    /// <inheritdoc/>
    public AwsService Service => Descriptor;

    /// <inheritdoc/>
    public Task ServeAsync(ServiceCall call)
    {
        var outcome = (call.Exchange.Http.Request.Method, call.Exchange.Target.Path) switch
        {
            ("POST", "/policy/validation") => Permitted(call, "access-analyzer:ValidatePolicy", PolicyValidation.Answer),
            ("POST", "/policy/check-no-public-access") => Permitted(call, "access-analyzer:CheckNoPublicAccess", PublicAccessCheck.Answer),
            _ => new AnalyzerOutcome.Refused(AnalyzerFault.UnknownOperation()),
        };
        return AnswerAsync(call.Exchange, outcome);
    }

    private static async Task AnswerAsync(Exchange exchange, AnalyzerOutcome outcome)
    {
        using var bytes = new MemoryStream();
        await using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
            switch (outcome)
            {
                case AnalyzerOutcome.Answer answer:
                    answer.Write(json);
                    break;
                case AnalyzerOutcome.Refused refused:
                    Write(json, refused.Why);
                    break;
            }

            json.WriteEndObject();
        }

        var response = exchange.Http.Response;
        if (outcome is AnalyzerOutcome.Refused { Why: var why })
        {
            response.StatusCode = why.Status;
            response.Headers["x-amzn-ErrorType"] = why.Code;
        }

        response.ContentType = "application/json";
        response.Headers["x-amzn-RequestId"] = exchange.Ids.RequestId;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), exchange.Http.RequestAborted);
    }

    private static void Write(Utf8JsonWriter json, AnalyzerFault fault)
    {
        json.WriteString("message", fault.Message);
        if (fault.Reason is null)
        {
            return;
        }

        json.WriteString("reason", fault.Reason);
        json.WriteStartArray("fieldList");
        foreach (var (name, message) in fault.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("message", message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private AnalyzerOutcome Permitted(ServiceCall call, string action, Func<ServiceCall, AnalyzerOutcome> answer)
    {
        authorizer.Require(call.Exchange, call.Caller, action, "*", call.Caller.Account);
        return answer(call);
    }
}
