using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Mrap.Aws.AccessPoints;
using Mrap.Aws.Faults;
using Mrap.Aws.Requests;
using Mrap.Aws.Routing;
using Mrap.Aws.Sandbox;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;
using Mrap.Web.Circuit;
using Mrap.Web.Configuration;
using Mrap.Web.Navigation;
using MudBlazor;

namespace Mrap.Web.Components.AccessPoints.Requests;

public sealed partial class RequestsTab
{
    private const long MaxFile = 5 * 1024 * 1024;

    private static readonly DialogOptions s_dialog = new() { CloseOnEscapeKey = true, MaxWidth = MaxWidth.Small };

    private static readonly (ObjectVerb Value, string Text)[] s_verbs =
        [
            (ObjectVerb.List, "List"), (ObjectVerb.Get, "Get"), (ObjectVerb.Head, "Head"), (ObjectVerb.Put, "Put"),
            (ObjectVerb.Delete, "Delete")];

    private RequestForm _form = RequestForm.FromQuery(PageQuery.Of(string.Empty));
    private ReadOnlyMemory<byte>? _file;
    private string? _fileType;
    private string? _fileFault;
    private bool _hasTried;
    private bool _isSending;
    private bool _isAsking;
    private string _toDelete = string.Empty;
    private RequestForm? _sent;
    private ObjectAnswer? _answer;
    private AwsFault? _fault;
    private RoutingDecision? _decision;
    private ImmutableArray<ObjectPresence> _presence = [];

    [Inject]
    public required SendRequest SendRequest { get; set; }

    [Inject]
    public required LocateObject LocateObject { get; set; }

    [Inject]
    public required FleetConditionsFeed Fleet { get; set; }

    [Inject]
    public required RequestHistory History { get; set; }

    [Inject]
    public required SandboxAddress Sandbox { get; set; }

    [Inject]
    public required TimeProvider Time { get; set; }

    [Parameter]
    [EditorRequired]
    public required AccessPointDetails Details { get; set; }

    private AccessPointName Name => Details.AccessPoint.Name;

    protected override Task OnStateChangedAsync(RequestForm? previous)
    {
        _form = State.Body.Length == 0 && _form.Body.Length > RequestForm.MaxLinkedBody ? State with { Body = _form.Body } : State;
        return Task.CompletedTask;
    }

    private void Edit(RequestForm form) => _form = form;

    private void Place(Vantage? vantage)
    {
        if (vantage is not null)
        {
            _form = _form with { Vantage = vantage };
        }
    }

    private Task OnKeyAsync(KeyboardEventArgs key) => key is { CtrlKey: true, Key: "Enter" } ? SendAsync() : Task.CompletedTask;

    private Task RunAgainAsync(RequestForm form)
    {
        _form = form;
        DropFile();
        return SendAsync();
    }

    private async Task SendAsync()
    {
        _hasTried = true;
        if (_isSending || _form.Fault is not null)
        {
            return;
        }

        var form = _form;
        _isSending = true;
        Keep(form, replace: true);
        var begun = Time.GetTimestamp();
        try
        {
            await RunAsync(async cancellationToken =>
            {
                var outcome = await SendRequest.ExecuteAsync(
                    form.For(Details.AccessPoint, form.Verb == ObjectVerb.Put ? _file : null, _fileType), cancellationToken);
                var answer = outcome.TryGet(out var value, out _fault) ? value : null;
                History.Add(
                    new TriedRequest(
                        Name, form, Time.GetUtcNow(), answer?.Status, answer?.ServedBy, answer?.Duration ?? Time.GetElapsedTime(begun)));
                var presence = answer is { Status: 404 } && form.Verb != ObjectVerb.List
                    ? await LocateObject.ExecuteAsync(Details.AccessPoint, form.Key, cancellationToken)
                    : [];
                (_sent, _answer, _presence, _hasTried) = (form, answer, presence, false);
                _decision = Details.Routes is { } routes ? ExplainRoute.Explain(routes, form.Vantage, Fleet.Health) : null;
            });
        }
        finally
        {
            _isSending = false;
        }
    }

    private async Task TakeFileAsync(InputFileChangeEventArgs change)
    {
        (_file, _fileType, _fileFault) = (null, null, null);
        if (change.File.Size > MaxFile)
        {
            _fileFault = "The file is larger than 5 MiB. Use the AWS CLI for large objects.";
            return;
        }

        try
        {
            using var bytes = new MemoryStream((int)change.File.Size);
            await RunAsync(async cancellationToken =>
            {
                await using var source = change.File.OpenReadStream(MaxFile, cancellationToken);
                await source.CopyToAsync(bytes, cancellationToken);
            });
            (_file, _fileType) =
                (bytes.ToArray(), string.IsNullOrEmpty(change.File.ContentType) ? "application/octet-stream" : change.File.ContentType);
            if (_form.Key.Length == 0)
            {
                _form = _form with { Key = change.File.Name };
            }
        }
        catch (IOException)
        {
            _fileFault = "The file could not be read.";
        }
    }

    private void DropFile() => (_file, _fileType, _fileFault) = (null, null, null);

    private void AskDelete(string key) => (_toDelete, _isAsking) = (key, true);

    private Task DeleteAsync()
    {
        _isAsking = false;
        return RunAgainAsync(_form with { Verb = ObjectVerb.Delete, Key = _toDelete });
    }

    private string Link(RequestForm form) => Navigator.ToAbsoluteUri(form.Url(Name)).ToString();
}
