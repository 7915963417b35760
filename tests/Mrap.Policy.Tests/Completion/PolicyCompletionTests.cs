using System.Collections.Immutable;
using CsCheck;
using Mrap.Policy.Checks.Subject;
using Mrap.Policy.Completion;
using Mrap.Policy.Model;

namespace Mrap.Policy.Tests.Completion;

/// <summary>The mark `|` stands for the cursor.</summary>
public sealed class PolicyCompletionTests
{
    private const string Arn = "arn:aws:s3::111122223333:accesspoint/mmqdt41e4bf6x.mrap";

    private static readonly CompletionContext s_context = new()
    {
        AccessPointArn = Arn,
        AccessPoints = [
            new KnownAccessPoint("orders", Arn), new KnownAccessPoint("photos", "arn:aws:s3::111122223333:accesspoint/aaaabbbbccccd.mrap")],
        Buckets = ["orders-eu", "orders-us"],
        Accounts = ["111122223333", "444455556666"],
        Principals = ["arn:aws:iam::111122223333:role/app", "arn:aws:iam::111122223333:user/ann"],
    };

    [Theory]
    [InlineData("{|}", "Version,Id,Statement")]
    [InlineData("{\"Version\":\"2012-10-17\",|}", "Id,Statement")]
    [InlineData("{\"Version\":\"|\"}", "2012-10-17,2008-10-17")]
    [InlineData("{\"Statement\":[{|}]}", "Sid,Effect,Principal,Action,Resource,Condition,NotPrincipal,NotAction,NotResource")]
    [InlineData("{\"Statement\":{|", "Sid,Effect,Principal,Action,Resource,Condition,NotPrincipal,NotAction,NotResource")]
    [InlineData(
        "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\",|}]}", "Sid,Principal,Resource,Condition,NotPrincipal,NotResource")]
    [InlineData(
        "{\"Statement\":[{\"Effect\":\"Allow\",\"|\n\"Action\":\"s3:*\"}]}",
        "Sid,Principal,Resource,Condition,NotPrincipal,NotResource")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\"\n\"Res|", "Resource,NotResource")]
    [InlineData("{\"Statement\":[{Eff|", "Effect")]
    [InlineData("{\"Statement\":[{\"Effect\": |", "Allow,Deny")]
    [InlineData("{\"Statement\":[{\"Effect\":\"al|", "Allow")]
    [InlineData("{\"Statement\":[{\"Action\":[\"s3:GetObject\",\"getobjectacl|", "s3:GetObjectAcl")]
    [InlineData("{\"Statement\":[{\"Principal\":|", "AWS,Service,*")]
    [InlineData("{\"Statement\":[{\"Principal\":\"|\"", "*")]
    [InlineData("{\"Statement\":[|]", "statement")]
    [InlineData("{\"Statement\":[{}, st|]", "statement")]
    [InlineData("{\"Statement\":\"|\"", "")]
    [InlineData("{\"Statement\":[{\"Principal\":{|", "AWS,Service,CanonicalUser,Federated")]
    [InlineData("{\"Statement\":[{\"Principal\":{\"Service\":\"logging|", "logging.s3.amazonaws.com")]
    [InlineData(
        "{\"Statement\":[{\"Principal\":{\"AWS\":[\"|\"]",
        "arn:aws:iam::111122223333:role/app,arn:aws:iam::111122223333:user/ann,arn:aws:iam::111122223333:root,"
            + "arn:aws:iam::444455556666:root,*")]
    [InlineData("{\"Statement\":[{\"Resource\":\"|\"", $"{Arn}/object/*,{Arn}")]
    [InlineData("{\"Statement\":[{\"Resource\":[\"" + Arn + "\",\"|\"", $"{Arn}/object/*")]
    [InlineData("{\"Statement\":[{\"Condition\":{\"notipaddress|", "NotIpAddress,NotIpAddressIfExists")]
    [InlineData("{\"Statement\":[{\"Condition\":{\"Bool\":{\"aws:SecureTransport\":|", "true,false")]
    [InlineData("{\"Statement\":[{\"Condition\":{\"StringEquals\":{\"s3:AccessPointNetworkOrigin\":[\"Internet\", \"|", "Internet,VPC")]
    [InlineData(
        "{\"Statement\":[{\"Condition\":{\"StringEquals\":{\"s3:DataAccessPointArn\":\"|",
        $"{Arn},arn:aws:s3::111122223333:accesspoint/aaaabbbbccccd.mrap")]
    [InlineData("{\"Statement\":[{\"Condition\":{\"StringEquals\":{\"aws:PrincipalAccount\":\"|", "111122223333,444455556666")]
    [InlineData("{\"Statement\":[{\"Condition\":{\"StringEquals\":{\"aws:RequestedRegion\":\"eu-central|", "eu-central-1,eu-central-2")]
    [InlineData("{\"Statement\":[{\"Resource\":\"" + Arn + "/object/${aws:usern|\"", "${aws:username}")]
    [InlineData("|", "")]
    [InlineData("{\"Statement\":[{\"Sid\":\"|\"}]}", "")]
    [InlineData("{\"Statement\":[{\"Effect\" |", "")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Allow\" |", "")]
    [InlineData("{\"Statement\":[{\"Action\":\"s3:\\u00|", "")]
    [InlineData("{ /* | */ }", "")]
    public void At_OfAnAccessPointPolicy_OffersWhatFits(string marked, string expected) =>
        string.Join(',', At(marked, PolicyKind.AccessPoint).Select(item => item.Label)).ShouldBe(expected);

    [Theory]
    [InlineData(PolicyKind.Bucket, "arn:aws:s3:::orders-us/*,arn:aws:s3:::orders-us")]
    [InlineData(
        PolicyKind.Identity,
        $"{Arn}/object/*,{Arn},arn:aws:s3:::orders-us/*,arn:aws:s3:::orders-us,arn:aws:s3:::orders-eu/*,arn:aws:s3:::orders-eu,"
            + $"arn:aws:s3::111122223333:accesspoint/aaaabbbbccccd.mrap/object/*,arn:aws:s3::111122223333:accesspoint/aaaabbbbccccd.mrap,"
            + $"*")]
    public void At_OfAResource_OffersWhatThePolicyCanBeAbout(PolicyKind kind, string expected) =>
        string.Join(
            ',',
            At(
                "{\"Statement\":[{\"Resource\":\"|\"", kind, s_context with { Bucket = "orders-us" }).Select(item =>
                    item.Label)).ShouldBe(expected);

    [Fact]
    public void At_OfAnElementOfAnIdentityPolicy_OffersNoPrincipal() =>
        At("{\"Statement\":[{|}]}", PolicyKind.Identity)
            .Select(item => item.Label)
            .ShouldNotContain(label => label.EndsWith("Principal", StringComparison.Ordinal));

    [Fact]
    public void At_OfAnAction_OffersThoseOfAccessPointsFirst()
    {
        var items = At("{\"Statement\":[{\"Action\":\"|\"", PolicyKind.AccessPoint);

        items[0].Label.ShouldBe("s3:AbortMultipartUpload");
        items.Single(item => item.Label == "s3:GetObject").Detail.ShouldBe("Read");
        items.Single(item => item.Label == "s3:GetObject").Documentation.ShouldBe("Works on: accesspointobject, object.");
        items.Single(item => item.Label == "s3:GetObject*").Kind.ShouldBe(CompletionKind.ActionFamily);
        items.Count(item => item.Kind == CompletionKind.Action).ShouldBe(180);
        Labels(items).IndexOf("s3:GetObject").ShouldBeLessThan(Labels(items).IndexOf("s3:CreateBucket"));
    }

    [Fact]
    public void At_OfAKey_OffersThoseOfTheActionsAndTheOperatorFirst()
    {
        var text = "{\"Statement\":[{\"Action\":\"s3:ListBucket\",\"Condition\":{\"StringEquals\":{\"|\"}}}]}";
        var keys = At(text, PolicyKind.Bucket);

        Labels(keys).IndexOf("s3:prefix").ShouldBeLessThan(Labels(keys).IndexOf("s3:x-amz-acl"));
        Labels(keys).IndexOf("s3:x-amz-acl").ShouldBeLessThan(Labels(keys).IndexOf("aws:SecureTransport"));
        Labels(keys).ShouldContain("s3:ExistingObjectTag/");
        At(
            text.Replace("StringEquals", "IpAddress", StringComparison.Ordinal),
            PolicyKind.Bucket)[0].Label.ShouldBe("aws:Ec2InstanceSourcePrivateIPv4");
        At(
            text.Replace("StringEquals", "Bool", StringComparison.Ordinal), PolicyKind.Bucket).ShouldContain(item =>
                item.Label == "aws:SecureTransport");
    }

    [Theory]
    [InlineData("{\"Statement\":[{\"Effect\":\"Al|\",", "Allow", "{\"Statement\":[{\"Effect\":\"Allow\",")]
    [InlineData("{\"Statement\":[{\"Effect\":\"Al|, \"Action\":1", "Allow", "{\"Statement\":[{\"Effect\":\"Allow\", \"Action\":1")]
    [InlineData("{\"Statement\":[{\"Effect\":Al|}", "Allow", "{\"Statement\":[{\"Effect\":\"Allow\"}")]
    [InlineData("{\"Statement\":[{\"Ef|\"", "Effect", "{\"Statement\":[{\"Effect\": ")]
    [InlineData("{\"Statement\":[{\"Ef|fect\" : \"Deny\"", "Effect", "{\"Statement\":[{\"Effect\" : \"Deny\"")]
    [InlineData("{\"Statement\":[{|", "Effect", "{\"Statement\":[{\"Effect\": ")]
    [InlineData(
        "{\"Statement\":[{\"Resource\":\"x/${aws:u|}/*\"", "${aws:username}", "{\"Statement\":[{\"Resource\":\"x/${aws:username}/*\"")]
    [InlineData(
        "{\"Statement\":[{\"Resource\":\"x/${aws:u|/*\"", "${aws:username}", "{\"Statement\":[{\"Resource\":\"x/${aws:username}/*\"")]
    public void Item_WhenInserted_ReplacesTheWord(string marked, string label, string expected)
    {
        var item = At(marked, PolicyKind.AccessPoint).First(found => found.Label == label);
        var text = marked.Replace("|", "", StringComparison.Ordinal);

        string.Concat(text.AsSpan(0, item.Replaced.Start), item.InsertText, text.AsSpan(item.Replaced.End)).ShouldBe(expected);
    }

    [Fact]
    public void Snippet_OfAName_PutsTheCursorIntoTheValue()
    {
        At("{\"Statement\":[{|", PolicyKind.AccessPoint).Single(item => item.Label == "Action").Snippet.ShouldBe("\"Action\": \"$0\"");
        At("{\"Statement\":[{\"Condition\":{\"StringEquals\":{\"aws:RequestTag|", PolicyKind.AccessPoint)
            .Single().Snippet.ShouldBe("\"aws:RequestTag/$1\": \"$0\"");
        At("{\"Statement\":[{\"Effect\":|", PolicyKind.AccessPoint)[0].Snippet.ShouldBeNull();
    }

    [Theory]
    [InlineData(PolicyKind.AccessPoint)]
    [InlineData(PolicyKind.Bucket)]
    [InlineData(PolicyKind.Identity)]
    [InlineData(PolicyKind.ResourceControl)]
    [InlineData(PolicyKind.Trust)]
    public void Statement_WhenInserted_MakesAPolicyThatParses(PolicyKind kind)
    {
        var item = At("{\"Version\":\"2012-10-17\",\"Statement\":[|]}", kind).Single();

        item.Snippet!.Replace("$0", "", StringComparison.Ordinal).ShouldBe(item.InsertText);
        PolicyDocument.Parse($"{{\"Version\":\"2012-10-17\",\"Statement\":[{item.InsertText}]}}", kind).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void At_OfAnyText_AnswersWithItemsAroundTheOffset() => Gen.Select(
        Choice.Of(
            "{", "}", "[", "]", "\"", ":", ",", "\n", "\\", "/*", "${", " ", "Statement", "Condition", "\"Statement\":", "\"Action\":",
            "\"StringEquals\"", "s3:", "aws:", "\ud83d").Array[0, 40],
        Gen.Int[0, 200]).Sample(
        row =>
        {
            var text = string.Concat(row.Item1);
            var offset = Math.Min(row.Item2, text.Length);
            foreach (var item in PolicyCompletion.At(text, offset, PolicyKind.Bucket, s_context))
            {
                item.Replaced.Start.ShouldBeInRange(0, offset);
                item.Replaced.End.ShouldBeInRange(offset, text.Length);
                text.AsSpan(item.Replaced.Start, item.Replaced.Length).Contains('\n').ShouldBeFalse();
            }
        },
        iter: Runs.Of(2_000));

    [Fact]
    public void At_OfHostileText_IsQuick()
    {
        PolicyCompletion.At(new string('[', 100_000), 100_000, PolicyKind.Bucket, CompletionContext.None).ShouldBeEmpty();
        PolicyCompletion.At(
            "{\"Statement\":[{\"Action\":[" + string.Concat(Enumerable.Repeat("\"s3:*a*b*c\",", 20_000)) + "\"", 240_026, PolicyKind.Bucket,
            CompletionContext.None).ShouldNotBeEmpty();
        PolicyCompletion.At("{}", 3, PolicyKind.Bucket, CompletionContext.None).ShouldBeEmpty();
        PolicyCompletion.At("{}", -1, PolicyKind.Bucket, CompletionContext.None).ShouldBeEmpty();
    }

    private static ImmutableArray<CompletionItem> At(string marked, PolicyKind kind, CompletionContext? context = null)
    {
        var offset = marked.IndexOf('|', StringComparison.Ordinal);
        return PolicyCompletion.At(marked.Remove(offset, 1), offset, kind, context ?? s_context);
    }

    private static List<string> Labels(ImmutableArray<CompletionItem> items) => [.. items.Select(item => item.Label)];
}
