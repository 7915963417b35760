using Mrap.Signing.Keys;

namespace Mrap.Signing.Tests;

public sealed class SigningKeyCacheTests
{
    private static readonly CredentialScope s_scope = new("20130524", "us-east-1", "s3");

    [Fact]
    public void Get_SameScope_GivesTheSameKey()
    {
        var cache = new SigningKeyCache();

        cache.Get(SigningAlgorithm.V4, Example.Credential, s_scope).ShouldBeSameAs(
            cache.Get(SigningAlgorithm.V4, Example.Credential with { SessionToken = "t" }, s_scope with { }));
        cache.Count.ShouldBe(1);
    }

    [Fact]
    public void Get_AnyPartOfTheScopeDiffers_GivesAnotherV4Key()
    {
        var cache = new SigningKeyCache();
        CredentialScope[] scopes =
            [s_scope, s_scope with { Date = "20130525" }, s_scope with { Region = "eu-west-1" }, s_scope with { Service = "sts" }];

        scopes.Select(s => cache.Get(SigningAlgorithm.V4, Example.Credential, s)).Distinct().Count().ShouldBe(4);
    }

    [Fact]
    public void Get_AnyScope_GivesOneV4AKeyPerCredential()
    {
        var cache = new SigningKeyCache();

        var key = cache.Get(SigningAlgorithm.V4A, Example.Credential, new CredentialScope("20130524", null, "s3"));

        cache.Get(SigningAlgorithm.V4A, Example.Credential, new CredentialScope("20990101", null, "sts")).ShouldBeSameAs(key);
        cache.Get(SigningAlgorithm.V4A, Example.Credential with { Secret = "x" }, s_scope).ShouldNotBeSameAs(key);
    }

    [Fact]
    public void Get_ManyScopes_HoldsAtMostTwiceTheCapacityAndKeepsWhatIsUsed()
    {
        var cache = new SigningKeyCache(capacity: 10);
        var used = cache.Get(SigningAlgorithm.V4, Example.Credential, s_scope);
        for (var i = 0; i < 1000; i++)
        {
            cache.Get(SigningAlgorithm.V4, Example.Credential, s_scope with { Region = $"r{i}" });
            cache.Get(SigningAlgorithm.V4, Example.Credential, s_scope).ShouldBeSameAs(used);
            cache.Count.ShouldBeLessThanOrEqualTo(20);
        }
    }

    [Fact]
    public void Get_V4WithoutRegion_IsABug() =>
        Should.Throw<ArgumentException>(
            () => new SigningKeyCache().Get(SigningAlgorithm.V4, Example.Credential, s_scope with { Region = null }));

    [Fact]
    public void Keys_UsedByManyThreads_SignAndVerifyRightly()
    {
        var cache = new SigningKeyCache();
        Parallel.For(0, 500, i =>
        {
            var algorithm = i % 2 == 0 ? SigningAlgorithm.V4 : SigningAlgorithm.V4A;
            var key = cache.Get(algorithm, Example.Credential, s_scope);
            var text = BitConverter.GetBytes(i);
            var signature = key.Sign(text);

            key.Verify(text, signature).ShouldBeTrue();
            key.Verify(BitConverter.GetBytes(i + 1), signature).ShouldBeFalse();
        });
    }
}
