using System.Globalization;
using Bunit;
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
    public async Task Post_FromAThreadOfAnotherCulture_IsShownInTheReadersOwn()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        var component = Render<Worker>().Instance;
        CultureInfo.CurrentCulture = before;
        var shown = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);

        new Thread(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            component.PostAsItIs(() => shown.SetResult(CultureInfo.CurrentCulture.Name));
        }).Start();

        (await shown.Task.WaitAsync(Xunit.TestContext.Current.CancellationToken)).ShouldBe("de-DE");
    }

    [Fact]
    public async Task Answer_ThatComesAfterThatOfALaterQuestion_IsNotShown()
    {
        var component = Render<Worker>().Instance;
        var (first, second) = (new TaskCompletionSource<string>(), new TaskCompletionSource<string>());
        var asked = component.AskAsync("first", first.Task);
        var askedLater = component.AskAsync("second", second.Task);

        second.SetResult("new");
        first.SetResult("old");
        await Task.WhenAll(asked, askedLater);

        component.Text.ShouldBe("new");
    }

    [Fact]
    public async Task Answer_ThatComesAfterTheEnd_IsNotShown()
    {
        var component = Render<Worker>().Instance;
        var answer = new TaskCompletionSource<string>();
        var asked = component.AskAsync("first", answer.Task);

        component.Dispose();
        answer.SetResult("late");
        await asked;

        component.Text.ShouldBeEmpty();
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
        private string _question = string.Empty;

        public string Text { get; set; } = string.Empty;

        public int Ends { get; private set; }

        public void PostAsItIs(Action action) => Post(action);

        public CancellationToken Token => Ended;

        public Task DoAsync(Func<CancellationToken, Task> work) => RunAsync(work);

        public Task AskAsync(string question, Task<string> answer)
        {
            _question = question;
            return RunWhileAsync(() => _question == question, _ => answer, text => Text = text);
        }

        public Counted OwnCounted() => Own(new Counted());

        public void DoLater(Action action) => Post(action);

        protected override void OnComponentEnded() => Ends++;

        protected override void BuildRenderTree(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder) =>
            builder.AddContent(0, Text);
    }
}
