using System.Text;
using CsCheck;
using Mrap.Core.Comparison;

namespace Mrap.Core.Tests.Comparison;

public sealed class KeyOrderTests
{
    [Fact]
    public void Emoji_ComesAfterTheLastCharactersOfThePlane_UnlikeInOrdinalOrder()
    {
        KeyOrder.Instance.Compare("\U0001F600", "\uFFFD").ShouldBePositive();
        string.CompareOrdinal("\U0001F600", "\uFFFD").ShouldBeNegative();
    }

    [Fact]
    public void Order_IsThatOfTheUtf8Bytes() => Gen.Select(KeySamples.Keys, KeySamples.Keys).Sample(
        (one, other) => Math.Sign(KeyOrder.Instance.Compare(one, other))
            .ShouldBe(Math.Sign(Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)))));
}
