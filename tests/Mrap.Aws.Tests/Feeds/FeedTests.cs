using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Mrap.Aws.Faults;
using Mrap.Aws.Feeds;

namespace Mrap.Aws.Tests.Feeds;

public sealed class FeedTests : IDisposable
{
    private static readonly AwsFault s_fault = new("SlowDown", "It could not be read.", "Too much.", "Wait.");

    private readonly FakeTimeProvider _time = new();
    private readonly SemaphoreSlim _read = new(0);
    private readonly SemaphoreSlim _told = new(0);
    private readonly Feed<string> _feed;
    private Outcome<string> _next = "first";
    private Exception? _bug;
    private int _readings;

    public FeedTests() => _feed = new Feed<string>(ReadAsync, _ => TimeSpan.FromSeconds(2), _time);

    public void Dispose()
    {
        _feed.Dispose();
        _read.Dispose();
        _told.Dispose();
    }

    [Fact]
    public async Task Feed_ThatNobodyLooksAt_ReadsNothing()
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        _readings.ShouldBe(0);
        _feed.Current.ShouldBeNull();

        using (_feed.Subscribe(() => _told.Release()))
        {
            await _told.WaitAsync(Limit);
        }

        _feed.IsWatched.ShouldBeFalse();
        var before = _readings;
        _time.Advance(TimeSpan.FromMinutes(1));
        _readings.ShouldBe(before);
        _feed.Current!.Value.ShouldBe("first", "what is known is kept");
    }

    [Fact]
    public async Task Feed_OfSeveralWhoLook_IsReadOnceForAll()
    {
        using var one = _feed.Subscribe(() => _told.Release());
        await _told.WaitAsync(Limit);
        using var other = _feed.Subscribe(() => _told.Release());
        _next = "second";

        await NextReadingAsync();
        await _told.WaitAsync(Limit);
        await _told.WaitAsync(Limit);

        _readings.ShouldBe(2);
        _feed.Current!.Value.ShouldBe("second");
    }

    [Fact]
    public async Task Reading_OfTheSame_TellsNobody()
    {
        using var one = _feed.Subscribe(() => _told.Release());
        await _told.WaitAsync(Limit);

        await NextReadingAsync();
        await NextReadingAsync();

        _told.CurrentCount.ShouldBe(0);
    }

    [Fact]
    public async Task Refresh_AfterAChange_ReadsBeforeItsTime()
    {
        using var one = _feed.Subscribe(() => _told.Release());
        await _told.WaitAsync(Limit);
        await _read.WaitAsync(Limit);
        _next = "changed";

        _feed.Refresh();
        _time.Advance(TimeSpan.FromMilliseconds(250));

        await _told.WaitAsync(Limit);
        _feed.Current!.Value.ShouldBe("changed");
    }

    [Fact]
    public async Task Reading_ThatFails_KeepsTheValueWithTheFaultBesideIt()
    {
        using var one = _feed.Subscribe(() => _told.Release());
        await _told.WaitAsync(Limit);
        _next = s_fault;

        await NextReadingAsync();
        await _told.WaitAsync(Limit);

        (_feed.Current!.Value, _feed.Current.Fault).ShouldBe(("first", s_fault));
    }

    [Fact]
    public async Task Reading_ThatThrows_IsAFaultAndTheNextIsMade()
    {
        using var one = _feed.Subscribe(() => _told.Release());
        await _told.WaitAsync(Limit);
        _bug = new InvalidOperationException("broken");

        await NextReadingAsync();
        await _told.WaitAsync(Limit);
        (_feed.Current!.Value, _feed.Current.Fault?.Code).ShouldBe(("first", ConsoleFaultCodes.Unexpected));

        (_bug, _next) = (null, "second");
        await NextReadingAsync();
        await _told.WaitAsync(Limit);
        (_feed.Current.Value, _feed.Current.Fault).ShouldBe(("second", null));
    }

    [Fact]
    public async Task Subscription_Paused_CountsWhatItMissesAndTellsItAfterwards()
    {
        using var one = _feed.Subscribe(() => _told.Release());
        await _told.WaitAsync(Limit);
        one.IsPaused = true;
        _next = "second";

        await NextReadingAsync();
        SpinWait.SpinUntil(() => one.Missed == 1, Limit).ShouldBeTrue();
        _told.CurrentCount.ShouldBe(0);
        one.IsPaused = false;

        await _told.WaitAsync(Limit);
        one.Missed.ShouldBe(0);
    }

    [Fact]
    public void Subscription_DisposedTwice_EndsOnce()
    {
        var one = _feed.Subscribe(() => _told.Release());
        using var other = _feed.Subscribe(() => _told.Release());

        one.Dispose();
        one.Dispose();

        _feed.IsWatched.ShouldBeTrue();
    }

    [Fact]
    public async Task Readings_OfAFeed_RunNowhereNearWhoLookedFirst()
    {
        var before = (SynchronizationContext.Current, CultureInfo.CurrentCulture);
        var mine = new AsyncLocal<string> { Value = "mine" };
        var seen = new TaskCompletionSource<(SynchronizationContext?, string, string?)>();
        using var feed = new Feed<string>(
            _ =>
            {
                seen.TrySetResult((SynchronizationContext.Current, CultureInfo.CurrentCulture.Name, mine.Value));
                return Task.FromResult<Outcome<string>>("read");
            },
            _ => TimeSpan.FromSeconds(2), _time);

        try
        {
            SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-AT");
            feed.Subscribe(() => { });
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before.Item1);
            CultureInfo.CurrentCulture = before.Item2;
        }

        var (context, culture, local) = await seen.Task.WaitAsync(Limit);
        context.ShouldBeNull();
        culture.ShouldNotBe("de-AT");
        local.ShouldBeNull();
    }

    [Fact]
    public async Task Reading_OfALoopThatEnded_IsNotPublishedOverANewerOne()
    {
        var late = new TaskCompletionSource<Outcome<string>>();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var readings = 0;
        using var feed = new Feed<string>(
            _ =>
            {
                begun.TrySetResult();
                return Interlocked.Increment(ref readings) == 1 ? late.Task : Task.FromResult<Outcome<string>>("newer");
            },
            _ => TimeSpan.FromSeconds(2), _time);
        using (feed.Subscribe(() => { }))
        {
            await begun.Task.WaitAsync(Limit);
        }

        using var watch = feed.Subscribe(() => _told.Release());
        await _told.WaitAsync(Limit);

        // What waits for it goes on within this call.
        late.SetResult("older");

        feed.Current!.Value.ShouldBe("newer");
        _told.CurrentCount.ShouldBe(0);
    }

    private static TimeSpan Limit => TimeSpan.FromSeconds(30);

    private Task<Outcome<string>> ReadAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _readings);
        _read.Release();
        return _bug is null ? Task.FromResult(_next) : Task.FromException<Outcome<string>>(_bug);
    }

    // The clock goes on until the feed has read again.
    private async Task NextReadingAsync()
    {
        while (_read.CurrentCount > 0)
        {
            await _read.WaitAsync();
        }

        while (!await _read.WaitAsync(TimeSpan.FromMilliseconds(5)))
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }
    }
}
