using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Mrap.Aws.Authorization;
using Mrap.Aws.Faults;
using Mrap.Core.TestCases;
using Mrap.Policy.Cases;
using Mrap.Web.Data.TestCases;
using MudBlazor.State;

namespace Mrap.Web.Components.TestCases;

/// <summary>The test cases that are kept with an access point's policy, run at every edit of it.</summary>
public sealed partial class TestCasesPanel
{
    private const int LongText = 56;

    private readonly ParameterState<string> _accessPoint;
    private bool _isLoading = true;
    private ImmutableArray<SavedCase> _cases = [];
    private EditedPolicies _policies = new(string.Empty, string.Empty, []);
    private TestRun _run = TestRun.Empty;
    private SavedCase? _edited;
    private SavedCase? _deleted;
    private AwsFault? _fault;
    private string? _fileFault;
    private (string Policy, string Buckets)? _ran;

    public TestCasesPanel()
    {
        using var parameters = CreateRegisterScope();
        _accessPoint = parameters.RegisterParameter<string>(nameof(AccessPoint)).WithParameter(() => AccessPoint!)
            .WithChangeHandler(() => Post(BeginAsync));
    }

    [Inject]
    public required ListTestCases ListTestCases { get; set; }

    [Inject]
    public required SaveTestCases SaveTestCases { get; set; }

    [Inject]
    public required DeleteTestCase DeleteTestCase { get; set; }

    [Inject]
    public required ICurrentUser User { get; set; }

    /// <summary>The ARN of the access point.</summary>
    [Parameter]
    [EditorRequired]
    public required string AccessPoint { get; set; }

    /// <summary>Its policy as typed.</summary>
    [Parameter]
    [EditorRequired]
    public required string Policy { get; set; }

    /// <summary>The policies of buckets by name; a bucket that is not here keeps the policy that the case was saved with.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string> Buckets { get; set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The request that can be saved as a case; null when there is none.</summary>
    [Parameter]
    public DecisionCase? Current { get; set; }

    /// <summary>Where cases are made, for pages that have no request.</summary>
    [Parameter]
    public string? SimulateUrl { get; set; }

    /// <summary>Raised to show a case.</summary>
    [Parameter]
    public EventCallback<DecisionCase> OnOpen { get; set; }

    private bool CanChange => User.Current.May(ChangeAction.SaveTestCases);

    private string FileName => $"{AccessPoint[(AccessPoint.LastIndexOf('/') + 1)..]}-cases.jsonl";

    private (string Policy, string Buckets) Edited => (
        Policy,
        string.Join('\n', Buckets.OrderBy(bucket => bucket.Key, StringComparer.Ordinal).Select(bucket => bucket.Key + bucket.Value)));

    protected override Task OnInitializedAsync() => BeginAsync();

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        var ran = Edited;
        if (AccessPoint == _accessPoint.Value && ran != _ran)
        {
            _ran = ran;
            _policies = new EditedPolicies(AccessPoint, Policy, Buckets);
            _run = TestRun.Of(_cases, _policies);
        }
    }

    private async Task BeginAsync()
    {
        (_cases, _edited, _deleted, _ran) = ([], null, null, Edited);
        _policies = new EditedPolicies(AccessPoint, Policy, Buckets);
        if (RendererInfo.IsInteractive)
        {
            await LoadAsync();
        }
    }

    private static string Shorten(string text) => text.Length <= LongText ? text : "…" + text[^LongText..];

    // "allowed: " and "denied: " are said already
    private static string After(string why) =>
        why.IndexOf(": ", StringComparison.Ordinal) is > 0 and < 8 and var at ? why[(at + 2)..] : why;

    private async Task LoadAsync()
    {
        _isLoading = true;
        var accessPoint = AccessPoint;
        await RunForAsync(
            accessPoint,
            cancellationToken => ListTestCases.ExecuteAsync(accessPoint, cancellationToken),
            outcome =>
            {
                _cases = outcome.TryGet(out var cases, out _fault) ? cases : [];
                _run = TestRun.Of(_cases, _policies);
                _isLoading = false;
            });
    }

    // The panel may be given another access point before the answer comes.
    private Task RunForAsync<T>(string accessPoint, Func<CancellationToken, Task<T>> work, Action<T> show) =>
        RunWhileAsync(() => AccessPoint == accessPoint, work, show);

    private void Add()
    {
        var verdict = Current!.Decide().Verdict;
        var next = _cases.IsEmpty ? 0 : _cases[^1].Position + 1;
        _edited = new SavedCase(Guid.NewGuid(), next, Current with { Id = $"case-{next + 1}", Name = string.Empty, Verdict = verdict });
    }

    private Task SaveAsync(SavedCase changed) => PutAsync(AccessPoint, [changed], () => _edited = null);

    private Task UndoAsync() => PutAsync(AccessPoint, [_deleted!], () => _deleted = null);

    private Task PutAsync(string accessPoint, ImmutableArray<SavedCase> changed, Action whenDone) => RunForAsync(
        accessPoint,
        cancellationToken => SaveTestCases.ExecuteAsync(accessPoint, changed, cancellationToken),
        outcome =>
        {
            if (outcome.TryGet(out _, out _fault))
            {
                whenDone();
                var ids = changed.Select(found => found.Id).ToHashSet();
                _cases = [
                    .. _cases.Where(found => !ids.Contains(found.Id))
                    .Concat(changed)
                    .OrderBy(found => found.Position)
                    .ThenBy(found => found.Id)];
                _run = TestRun.Of(_cases, _policies);
            }
        });

    private Task DeleteAsync(SavedCase found)
    {
        var accessPoint = AccessPoint;
        return RunForAsync(
            accessPoint,
            cancellationToken => DeleteTestCase.ExecuteAsync(accessPoint, found.Id, cancellationToken),
            outcome =>
            {
                if (outcome.TryGet(out _, out _fault))
                {
                    _deleted = found;
                    _cases = _cases.Remove(found);
                    _run = TestRun.Of(_cases, _policies);
                }
            });
    }

    private async Task ImportAsync(InputFileChangeEventArgs change)
    {
        _fileFault = null;
        if (change.File.Size > TestCaseFile.MaxBytes)
        {
            _fileFault = $"The file is larger than {TestCaseFile.MaxBytes / 1024 / 1024} MiB.";
            return;
        }

        var accessPoint = AccessPoint;
        ImmutableArray<SavedCase> cases = [];
        await RunForAsync(
            accessPoint,
            cancellationToken => ReadAsync(change.File, cancellationToken),
            read => (cases, _fileFault) = read);
        if (!cases.IsEmpty && _fileFault is null)
        {
            await PutAsync(accessPoint, cases, () => _deleted = null);
        }
    }

    private async Task<(ImmutableArray<SavedCase> Cases, string? Fault)> ReadAsync(IBrowserFile file, CancellationToken cancellationToken)
    {
        try
        {
            using var bytes = new MemoryStream((int)file.Size);
            await using var source = file.OpenReadStream(TestCaseFile.MaxBytes, cancellationToken);
            await source.CopyToAsync(bytes, cancellationToken);
            return TestCaseFile.Read(
                Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)), _cases.IsEmpty ? 0 : _cases[^1].Position + 1);
        }
        catch (IOException)
        {
            return ([], "The file could not be read.");
        }
    }
}
