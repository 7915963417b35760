using Mrap.Policy.Matching.Patterns;

namespace Mrap.Policy.Tests.Matching.Patterns;

public sealed class WildcardsTests
{
    [Theory]
    [InlineData("media-*", "media-eu", true)]
    [InlineData("media-*", "media-", true)]
    [InlineData("media-?u", "media-eu", true)]
    [InlineData("media-?", "media-eu", false)]
    [InlineData("Media-*", "media-eu", false)]
    [InlineData(@"media\*", "media*", false)]
    [InlineData(@"media\*", @"media\eu", true)]
    [InlineData("${aws:username}", "${aws:username}", true)]
    [InlineData("", "", true)]
    [InlineData("", "media", false)]
    public void Match_PatternAndText_TellsByTheRulesOfPolicies(string pattern, string text, bool isMatch) =>
        Wildcards.Match(pattern, text).ShouldBe(isMatch);
}
