using CsCheck;
using Mrap.Core.Regions;

namespace Mrap.Core.Tests.Regions;

public sealed class RegionCatalogTests
{
    [Fact]
    public void Catalog_Read_HasTheDocumentedSets()
    {
        RegionCatalog.All.Length.ShouldBe(39);
        RegionCatalog.Commercial.Length.ShouldBe(34);
        RegionCatalog.AccessPointCapable.Length.ShouldBe(29);
        RegionCatalog.AccessPointCapable.Count(region => region.IsOriginal).ShouldBe(17);
        RegionCatalog.AccessPointCapable.Count(region => region.IsOptIn).ShouldBe(12);
        RegionCatalog.Management.Value.ShouldBe("us-west-2");
        RegionCatalog.RouteControl.Select(region => region.Value).ShouldBe(
            ["us-east-1", "us-west-2", "ap-southeast-2", "ap-northeast-1", "eu-west-1"]);
    }

    [Fact]
    public void Catalog_ShortNames_AreUniqueInAPartition() =>
        RegionCatalog.Commercial.Select(region => region.ShortName).ShouldBeUnique();

    [Fact]
    public void Find_Ireland_HasItsNames()
    {
        var region = RegionCatalog.Find(RegionId.Parse("eu-west-1").Value).ShouldNotBeNull();

        region.FullName.ShouldBe("Europe (Ireland)");
        region.ShortName.ShouldBe("Ireland");
        region.Geography.ShouldBe("Europe");
        region.IsOptIn.ShouldBeFalse();
    }

    [Fact]
    public void Find_UnknownRegion_IsNull()
    {
        var unknown = RegionId.Parse("xx-nowhere-9").Value;

        RegionCatalog.Find(unknown).ShouldBeNull();
        RegionCatalog.ShortNameOf(unknown).ShouldBe("xx-nowhere-9");
    }

    [Theory]
    [InlineData("us-gov-west-1", true)]
    [InlineData("eu-west-1", true)]
    [InlineData("eu-west", false)]
    [InlineData("EU-WEST-1", false)]
    [InlineData("eu--west-1", false)]
    [InlineData("-eu-west-1", false)]
    [InlineData("eu-west-", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Parse_Text_KeepsTheRule(string? text, bool isValid) => RegionId.Parse(text).IsValid.ShouldBe(isValid);

    [Fact]
    public void Parse_AnyText_NeverThrowsAndPrintsBack() =>
        Gen.Frequency((1, Gen.String), (3, Gen.String[Gen.Char["ab-1"], 0, 40])).Sample(text =>
        {
            if (RegionId.Parse(text).TryGet(out var region))
            {
                region.ToString().ShouldBe(text);
            }
            else
            {
                RegionId.Parse(text).Faults.ShouldNotBeEmpty();
            }
        });
}
