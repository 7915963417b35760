using Microsoft.Extensions.Time.Testing;
using Mrap.Core.AccessPoints;
using Mrap.Sandbox.S3Control;

namespace Mrap.Sandbox.Tests.S3Control;

public sealed class RateLimitsTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly RateLimits _limits;

    public RateLimitsTests() => _limits = new RateLimits(_clock);

    [Fact]
    public void Limit_OfOneAccessPoint_IsNotThatOfAnother()
    {
        while (_limits.TryTake(Alias(0)))
        {
        }

        _limits.TryTake(Alias(1)).ShouldBeTrue();
    }

    [Fact]
    public void Limits_ThatAreFullAgain_AreForgotten()
    {
        for (var i = 0; i < 1000; i++)
        {
            _limits.TryTake(Alias(i));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        _limits.Count.ShouldBeLessThan(200);
    }

    [Fact]
    public void Limits_ThatAreInUse_AreKept()
    {
        while (_limits.TryTake(Alias(0)))
        {
        }

        for (var i = 1; i < 1000; i++)
        {
            _limits.TryTake(Alias(i));
        }

        _limits.TryTake(Alias(0)).ShouldBeFalse();
    }

    private static AccessPointAlias Alias(int number) => AccessPointAlias.Parse($"m{number:d12}.mrap").Value;
}
