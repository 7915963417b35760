using System.Text;
using Mrap.Aws.Requests;
using Mrap.Core.AccessPoints;
using Mrap.Web.Components.AccessPoints.Requests;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.Requests;

public sealed class RequestFormTests
{
    private static readonly AccessPointName s_name = AccessPointName.Parse("media").Value;
    private static readonly AccessPointArn s_arn = AccessPointArn.Parse("arn:aws:s3::111122223333:accesspoint/mfzwi23gnjvgw.mrap").Value;

    [Fact]
    public void Url_ReadAgain_IsTheSameRequest()
    {
        var form = Form("put", "a b/ü&?.txt", "ng-lagos", "x=1&y");

        RequestForm.FromQuery(PageQuery.Of(form.Url(s_name))).ShouldBe(form);
    }

    [Fact]
    public void Parameters_ThatMakeNoSense_AreDropped()
    {
        var form = Form("steal", new string('k', 1025), "nowhere", body: null);

        (form.Verb, form.Key, form.Vantage.Id).ShouldBe((ObjectVerb.List, string.Empty, "us-east-1"));
    }

    [Fact]
    public void Get_WithoutAKey_AsksForOne()
    {
        Form("get", key: null, vantage: null, body: null).Fault.ShouldNotBeNull();
        Form("list", key: null, vantage: null, body: null).Fault.ShouldBeNull();
    }

    [Theory]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("$(rm -rf /)", "'$(rm -rf /)'")]
    public void Quote_MakesOneWordOfTheShell(string text, string expected) => RequestCode.Quote(text).ShouldBe(expected);

    [Fact]
    public void Curl_OfAPut_IsThereOnlyWithASandbox()
    {
        var form = Form("put", "a b.txt", vantage: null, "x");

        RequestCode.Curl(form, s_arn, string.Empty).ShouldBeNull();
        RequestCode.Curl(form, s_arn, "http://localhost:5081")!.ShouldContain("http://localhost:5081/mfzwi23gnjvgw.mrap/a%20b.txt");
    }

    [Theory]
    [InlineData("list")]
    [InlineData("head")]
    [InlineData("put")]
    [InlineData("delete")]
    public void Curl_ThatSigns_SendsTheHeaderThatS3AsksFor(string verb) =>
        RequestCode.Curl(
            Form(verb, "a.txt", vantage: null, "x"), s_arn,
            "http://localhost:5081")!.ShouldContain("-H 'x-amz-content-sha256: UNSIGNED-PAYLOAD'");

    [Fact]
    public void Folder_SortsAFlatListByItsSlashes()
    {
        ListedObject[] listed = [Item("a/1"), Item("a/2"), Item("a/b/3"), Item("a/b/4"), Item("a/c/")];

        var folder = ObjectFolder.Of("a/", listed);

        folder.Folders.ShouldBe(["a/b/"]);
        folder.Objects.Select(item => item.Key).ShouldBe(["a/1", "a/2", "a/c/"]);
        folder.Path.ShouldBe([("a", "a/")]);
    }

    [Fact]
    public void Preview_CutInsideACharacter_ShowsWhatIsWhole()
    {
        BodyPreview.TextOf(Encoding.UTF8.GetBytes("aü").AsSpan(0, 2)).ShouldBe("a");
        BodyPreview.TextOf([0xFF, 0xFE, 0xFF, 0xFE, 0xFF, 0xFE]).ShouldBeNull();
        BodyPreview.TextOf([(byte)'a', 0]).ShouldBeNull();
        BodyPreview.TextOf([]).ShouldBe(string.Empty);
    }

    private static ListedObject Item(string key) => new(key, Size: 1, LastModified: null, ETag: null);

    private static RequestForm Form(string? verb, string? key, string? vantage, string? body) => RequestForm.FromQuery(
        PageQuery.Of(ConsoleUrls.WithQuery("/", ("op", verb), ("key", key), ("vantage", vantage), ("body", body))));
}
