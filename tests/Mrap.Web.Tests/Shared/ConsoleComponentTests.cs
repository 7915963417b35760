using Bunit;
using Mrap.Aws.Faults;
using Mrap.Web.Components.Shared;

namespace Mrap.Web.Tests.Shared;

public sealed class ConsoleComponentTests : PageContext
{
    [Fact]
    public async Task Work_CutOffByTheEndOfItsComponent_IsNoFault()
    {
        var component = Render<Worker>().Instance;
        var work = component.DoAsync(cancellationToken => Task.Delay(Timeout.Infinite, cancellationToken));

        component.Dispose();

        await work;
    }

    [Fact]
    public async Task Work_CancelledByAnybodyElse_IsNotSwallowed()
    {
        var component = Render<Worker>().Instance;

        await Should.ThrowAsync<OperationCanceledException>(
            () => component.DoAsync(_ => Task.Delay(Timeout.Infinite, new CancellationToken(canceled: true))));
    }

    [Fact]
    public async Task Work_ThatGoesOnAfterTheEnd_CanStillAskTheToken()
    {
        var component = Render<Worker>().Instance;
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        CancellationToken later = default;
        var work = component.DoAsync(async _ =>
        {
            await answer.Task;
            later = component.Token;
        });

        component.Dispose();
        answer.SetResult();
        await work;

        later.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public async Task Work_ThatFails_TellsItsFault()
    {
        var component = Render<Worker>().Instance;
        var fault = new AwsFault("AccessDenied", "It failed.", "Because.", "Ask.");

        (await component.AskAsync(fault)).ShouldBeNull();
        component.Fault.ShouldBe(fault);
        (await component.AskAsync("value")).ShouldBe("value");
        component.Fault.ShouldBeNull();
    }

    [Fact]
    public void End_LetsGoOfWhatIsOwned_Once()
    {
        var component = Render<Worker>().Instance;
        var owned = component.OwnCounted();

        component.Dispose();
        component.Dispose();

        (owned.Count, component.Ends).ShouldBe((1, 1));
    }

    [Fact]
    public void Post_AfterTheEnd_DoesNothing()
    {
        var component = Render<Worker>().Instance;
        var posted = 0;
        component.DoLater(() => posted++);
        component.Dispose();

        component.DoLater(() => posted++);

        posted.ShouldBe(1);
    }

    [Fact]
    public async Task Post_FromAnotherThread_IsShown()
    {
        var page = Render<Worker>();

        await Task.Run(() => page.Instance.DoLater(() => page.Instance.Text = "done"), Xunit.TestContext.Current.CancellationToken);

        page.WaitForAssertion(() => page.Markup.ShouldBe("done"));
    }

    private sealed class Counted : IDisposable
    {
        public int Count { get; private set; }

        public void Dispose() => Count++;
    }

    private sealed class Worker : ConsoleComponent
    {
        public string Text { get; set; } = string.Empty;

        public AwsFault? Fault { get; private set; }

        public int Ends { get; private set; }

        public CancellationToken Token => Ended;

        public Task DoAsync(Func<CancellationToken, Task> work) => RunAsync(work);

        public Task<string?> AskAsync(Outcome<string> answer) => RunAsync(_ => Task.FromResult(answer), fault => Fault = fault);

        public Counted OwnCounted() => Own(new Counted());

        public void DoLater(Action action) => Post(action);

        protected override void OnComponentEnded() => Ends++;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) =>
            builder.AddContent(0, Text);
    }
}
