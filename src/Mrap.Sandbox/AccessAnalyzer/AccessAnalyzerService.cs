using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Authorization;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.AccessAnalyzer;

/// <summary>IAM Access Analyzer: checks of policies given as texts, over REST with JSON.</summary>
internal sealed class AccessAnalyzerService(ServiceAuthorizer authorizer) : ISignedService
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ImmutableArray<AnalyzerOperation> s_operations =
    [
        new("ValidatePolicy", "/policy/validation", PolicyValidation.Answer),
        new("CheckNoPublicAccess", "/policy/check-no-public-access", PublicAccessCheck.Answer),
    ];

    /// <summary>How it is addressed and signed for.</summary>
    public static AwsService Descriptor { get; } =
        new("AccessAnalyzer", "access-analyzer", ErrorForm.Json, "access-analyzer", "access-analyzer-fips");

    /// <inheritdoc/>
    public AwsService Service => Descriptor;

    /// <inheritdoc/>
    public Task ServeAsync(ServiceCall call)
    {
        var exchange = call.Exchange;
        foreach (var operation in s_operations)
        {
            if (operation.Path == exchange.Target.Path && HttpMethods.IsPost(exchange.Http.Request.Method))
            {
                exchange.Observation.Operation = operation.Name;
                authorizer.Require(exchange, call.Caller, "access-analyzer:" + operation.Name, "*", call.Caller.Account);
                return AnswerAsync(exchange, operation.Answer(call));
            }
        }

        return AnswerAsync(exchange, new AnalyzerOutcome.Refused(AnalyzerFault.UnknownOperation()));
    }

    private static Task AnswerAsync(Exchange exchange, AnalyzerOutcome outcome)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options))
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
        AnswerBody.Write(response, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return Task.CompletedTask;
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
}
