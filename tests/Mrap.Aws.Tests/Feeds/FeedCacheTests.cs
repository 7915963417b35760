using Microsoft.Extensions.Time.Testing;
using Mrap.Aws.Faults;
using Mrap.Aws.Feeds;

namespace Mrap.Aws.Tests.Feeds;

public sealed class FeedCacheTests : IDisposable
{
    private const int MaxUnwatched = 8;

    private readonly FakeTimeProvider _time = new();
    private readonly FeedCache<int, string> _cache;

    public FeedCacheTests() => _cache = new FeedCache<int, string>(
        key => new Feed<string>(_ => Task.FromResult<Outcome<string>>($"{key}"), _ => TimeSpan.FromHours(1), _time), MaxUnwatched, _time);

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void Feed_JustGivenOut_IsKeptUntilSomebodyCanLookAtIt()
    {
        var given = _cache.Of(0);
        AskForOthers();

        _cache.Of(0).ShouldBeSameAs(given);
    }

    [Fact]
    public void Feed_ThatIsWatched_IsKept()
    {
        var watched = _cache.Of(0);
        using var watch = watched.Subscribe(() => { });
        _time.Advance(TimeSpan.FromHours(1));
        AskForOthers();

        _cache.Of(0).ShouldBeSameAs(watched);
    }

    [Fact]
    public void Feeds_ThatNobodyLooksAt_AreForgotten()
    {
        for (var i = 0; i < 10; i++)
        {
            AskForOthers();
            _time.Advance(TimeSpan.FromHours(1));
        }

        _cache.Of(0);
        _cache.Count.ShouldBeLessThan(2 * MaxUnwatched);
    }

    private void AskForOthers()
    {
        for (var key = 1; key < 4 * MaxUnwatched; key++)
        {
            _cache.Of(key);
        }
    }
}
