using System.Collections.Frozen;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Mrap.Sandbox.Observation;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Services;

/// <summary>Serves a service of the AWS Query protocol from the groups of operations that belong to it.</summary>
internal abstract class QueryService : ISignedService
{
    private readonly FrozenDictionary<string, QueryOperation> _operations;
    private readonly string _xmlNamespace;
    private readonly string _version;

    /// <summary>Gathers the operations.</summary>
    /// <param name="xmlNamespace">The namespace of its answers.</param>
    /// <param name="version">The version of its API.</param>
    /// <param name="groups">Groups of operations, of this and of other services.</param>
    protected QueryService(AwsService service, string xmlNamespace, string version, IEnumerable<IQueryOperations> groups)
    {
        Service = service;
        _xmlNamespace = xmlNamespace;
        _version = version;
        _operations = groups.Where(group => group.Service == service)
            .SelectMany(group => group.Operations)
            .ToFrozenDictionary(operation => operation.Name, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public AwsService Service { get; }

    /// <inheritdoc/>
    public Task ServeAsync(ServiceCall call)
    {
        var form = QueryForm.Read(call);
        var method = call.Exchange.Http.Request.Method;
        if (form.Action.Length == 0 || !(HttpMethods.IsPost(method) || HttpMethods.IsGet(method)))
        {
            throw QueryErrors.MissingAction();
        }

        if (!_operations.TryGetValue(form.Action, out var operation))
        {
            throw QueryErrors.InvalidAction(form.Action);
        }

        call.Exchange.Observation.Operation = operation.Name;

        if (form.Version is { } version && version != _version)
        {
            throw QueryErrors.InvalidVersion(form.Action, version);
        }

        var result = operation.Answer(new QueryCall(call.Exchange, call.Caller, form));
        Answer(call.Exchange, operation.Name, result);
        return Task.CompletedTask;
    }

    private void Answer(Exchange exchange, string name, Action<XmlWriter>? result)
    {
        var document = XmlAnswer.Render(name + "Response", _xmlNamespace, xml =>
        {
            if (result is not null)
            {
                xml.Group(name + "Result", () => result(xml));
            }

            xml.Group("ResponseMetadata", () => xml.Element("RequestId", exchange.Ids.RequestId));
        });
        var response = exchange.Http.Response;
        response.Headers["x-amzn-RequestId"] = exchange.Ids.RequestId;
        response.ContentType = "text/xml";
        AnswerBody.Write(response, document.Span);
    }
}
