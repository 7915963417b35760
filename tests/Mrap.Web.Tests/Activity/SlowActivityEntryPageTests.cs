using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.Activity;
using Mrap.Testing;
using Mrap.Web.Components.Activity;
using Mrap.Web.Data.Activity;

namespace Mrap.Web.Tests.Activity;

public sealed class SlowActivityEntryPageTests : PageContext
{
    private readonly SlowActivityLog _log;

    public SlowActivityEntryPageTests()
        : this(new SlowActivityLog())
    {
    }

    private SlowActivityEntryPageTests(SlowActivityLog log)
        : base(services => services.AddSingleton<ReadActivity>().AddSingleton<IActivityLog>(log)) => _log = log;

    [Fact]
    public async Task Entry_ThatComesAfterAnotherWasOpened_IsNotShown()
    {
        var before = ActivityExample.Entry(Time.GetUtcNow(), "olga");
        var after = ActivityExample.Entry(Time.GetUtcNow(), "vera");
        var page = Render<ActivityEntryPage>(page => page.Add(parameters => parameters.Id, before.Id.ToString("N")));
        page.Render(parameters => parameters.Add(p => p.Id, after.Id.ToString("N")));

        await page.InvokeAsync(() => _log.Answer(after));
        page.WaitForAssertion(() => page.Markup.ShouldContain("vera"));
        await page.InvokeAsync(() => _log.Answer(before));
        page.Render(parameters => parameters.Add(p => p.Id, after.Id.ToString("N")));

        page.Markup.ShouldContain("vera");
        page.Markup.ShouldNotContain("olga");
    }
}
