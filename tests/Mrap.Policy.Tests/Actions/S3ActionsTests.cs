using Mrap.Policy.Actions;

namespace Mrap.Policy.Tests.Actions;

public sealed class S3ActionsTests
{
    [Fact]
    public void Table_OfTheAssembly_IsComplete()
    {
        S3Actions.All.Length.ShouldBe(180);
        S3Actions.ResourceTypes.Length.ShouldBe(13);
        S3Actions.ConditionKeys.Count(key => key.Name.StartsWith("s3:", StringComparison.Ordinal)).ShouldBe(61);
        S3Actions.ConditionKeys.Count(key => key.IsGlobal).ShouldBe(59);
        S3Actions.ConditionKeys.Length.ShouldBe(120);
        S3Actions.All.Select(action => action.Name).ShouldBe(S3Actions.All.Select(action => action.Name).Order(StringComparer.Ordinal));
        S3Actions.All.Count(action => action.Resources.IsEmpty).ShouldBe(15);
        S3Actions.All.Count(action => action.WorksOn("accesspointobject")).ShouldBe(34);
    }

    [Fact]
    public void Names_OfEveryAction_AreInTheTable()
    {
        var types = S3Actions.ResourceTypes.Select(type => type.Name).ToHashSet();
        var keys = S3Actions.ConditionKeys.Select(key => key.Name).ToHashSet();
        foreach (var action in S3Actions.All)
        {
            action.Resources.Select(resource => resource.Type).ShouldBeSubsetOf(types);
            action.ConditionKeys.Concat(action.Resources.SelectMany(resource => resource.ConditionKeys)).ShouldBeSubsetOf(keys);
            action.DependentActions.ShouldAllBe(name => S3Actions.Find(name) != null);
            S3Actions.Find(action.Name).ShouldBe(action);
        }

        S3Actions.ResourceTypes.SelectMany(type => type.ConditionKeys).ShouldBeSubsetOf(keys);
    }

    [Theory]
    [InlineData("s3:getobject", "s3:GetObject")]
    [InlineData("S3:GETOBJECT", "s3:GetObject")]
    [InlineData("s3:GetObjekt", null)]
    [InlineData("GetObject", null)]
    [InlineData("s3:Get*", null)]
    [InlineData("", null)]
    public void Find_OfAName_IgnoresCase(string name, string? expected) => S3Actions.Find(name)?.Name.ShouldBe(expected);

    [Theory]
    [InlineData("*", 180)]
    [InlineData("s3:*", 180)]
    [InlineData("S3:gEtObjectT*", 2)]
    [InlineData("s3:GetObject", 1)]
    [InlineData("s3:?etObject", 1)]
    [InlineData("s*:PutObject", 1)]
    [InlineData("s3:*MultiRegionAccessPoint*", 10)]
    [InlineData("ec2:*", 0)]
    [InlineData("Get*", 0)]
    [InlineData("s3: Get*", 0)]
    [InlineData("", 0)]
    public void Matching_OfAnEntry_GivesTheActions(string pattern, int count) => S3Actions.Matching(pattern).Length.ShouldBe(count);

    [Theory]
    [InlineData("s3:GetObjects", "s3:GetObject")]
    [InlineData("s3:GteObject", "s3:GetObject")]
    [InlineData("getObjct", "s3:GetObject")]
    [InlineData("s3:ListBuckets", "s3:ListBucket")]
    [InlineData("s3:ListObjectsVersions", null)]
    [InlineData("s3:Xyzzy", null)]
    [InlineData("", null)]
    public void Nearest_OfAMistypedAction_IsTheOneMeant(string written, string? expected) => S3Actions.Nearest(written).ShouldBe(expected);

    [Fact]
    public void Nearest_OfALongText_IsNothing()
    {
        S3Actions.Nearest("s3:" + new string('a', 1_000_000)).ShouldBeNull();
        S3Actions.NearestKey("s3:" + new string('a', 1_000_000)).ShouldBeNull();
        S3Actions.Matching(string.Concat(Enumerable.Repeat("a*", 10_000))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("AWS:sourceip", "aws:SourceIp")]
    [InlineData("s3:X-AMZ-ACL", "s3:x-amz-acl")]
    [InlineData("aws:RequestTag/team/unit", "aws:RequestTag/${TagKey}")]
    [InlineData("s3:existingobjecttag/a", "s3:ExistingObjectTag/${TagKey}")]
    [InlineData("aws:RequestTag/", null)]
    [InlineData("aws:RequestTag", null)]
    [InlineData("aws:SourceIp/x", null)]
    [InlineData("/x", null)]
    public void FindKey_OfAName_IgnoresCaseAndKnowsTags(string key, string? expected) => S3Actions.FindKey(key)?.Name.ShouldBe(expected);

    [Theory]
    [InlineData("aws:SourceIP4", "aws:SourceIp")]
    [InlineData("aws:PrincipalOrgId", "aws:PrincipalOrgID")]
    [InlineData("aws:RequestTags/team", "aws:RequestTag/team")]
    [InlineData("s3:Prefixes", "s3:prefix")]
    [InlineData("aws:Nothing", null)]
    public void NearestKey_OfAMistypedKey_IsTheOneMeant(string written, string? expected) =>
        S3Actions.NearestKey(written).ShouldBe(expected);

    [Fact]
    public void Keys_OfTheTable_HaveTheirTypes()
    {
        S3Actions.FindKey("aws:SourceIp")!.Type.ShouldBe(ConditionKeyType.IpAddress);
        S3Actions.FindKey("s3:DataAccessPointArn")!.Type.ShouldBe(ConditionKeyType.Arn);
        S3Actions.FindKey("s3:object-lock-retain-until-date")!.Type.ShouldBe(ConditionKeyType.Date);
        S3Actions.ConditionKeys.Where(key => key.IsMultivalued).Select(key => key.Name).ShouldBe(
            [
                "aws:CalledVia", "aws:PrincipalOrgPaths", "aws:PrincipalServiceNamesList", "aws:ResourceOrgPaths", "aws:SourceOrgPaths",
                "aws:TagKeys", "aws:VpceOrgPaths", "s3:InventoryAccessibleOptionalFields", "s3:RequestObjectTagKeys"]);
    }

    [Fact]
    public void Supports_OfAKey_CountsActionResourceAndGlobalKeys()
    {
        var action = S3Actions.Find("s3:GetObject")!;

        action.Supports(S3Actions.FindKey("s3:ExistingObjectTag/a")!).ShouldBeTrue();
        action.Supports(S3Actions.FindKey("s3:DataAccessPointArn")!).ShouldBeTrue();
        action.Supports(S3Actions.FindKey("aws:SourceIp")!).ShouldBeTrue();
        action.Supports(S3Actions.FindKey("s3:prefix")!).ShouldBeFalse();
    }
}
