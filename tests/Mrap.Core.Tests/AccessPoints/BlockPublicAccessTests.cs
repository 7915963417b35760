using Mrap.Core.AccessPoints;

namespace Mrap.Core.Tests.AccessPoints;

public sealed class BlockPublicAccessTests
{
    [Fact]
    public void Effective_SeveralLevels_IsOnWhereAnyIs()
    {
        var policies = BlockPublicAccess.AllOff with { BlockPublicPolicy = true };
        var restricts = BlockPublicAccess.AllOff with { RestrictPublicBuckets = true };

        BlockPublicAccess.Effective([
            policies, BlockPublicAccess.AllOff, restricts]).ShouldBe(new BlockPublicAccess(false, false, true, true));
        BlockPublicAccess.Effective([policies, BlockPublicAccess.AllOn]).ShouldBe(BlockPublicAccess.AllOn);
        BlockPublicAccess.Effective([]).ShouldBe(BlockPublicAccess.AllOff);
    }
}
