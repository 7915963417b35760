namespace Mrap.Sandbox.Tests.Iam;

public sealed class UserTests(IamFixture fixture) : IClassFixture<IamFixture>
{
    private IamClient Admin => fixture.Admin;

    [Fact]
    public async Task User_Created_IsShownWhole()
    {
        var created = await Admin.DoAsync(
            "CreateUser", ("UserName", "alice"), ("Path", "/dev/web/"), ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "blue"));
        var shown = await Admin.DoAsync("GetUser", ("UserName", "alice"));

        created.Xml.Name.ShouldBe("{https://iam.amazonaws.com/doc/2010-05-08/}CreateUserResponse");
        created.Headers["Content-Type"].ShouldBe("text/xml");
        shown.Value("Arn").ShouldBe("arn:aws:iam::111122223333:user/dev/web/alice");
        shown.Value("Path").ShouldBe("/dev/web/");
        shown.Value("UserId").ShouldBe(created.Value("UserId"));
        shown.Value("UserId")!.ShouldMatch("^AIDA[A-Z2-7]{17}$");
        shown.Value("CreateDate")!.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$");
        (shown.Value("Key"), shown.Value("Value")).ShouldBe(("team", "blue"));
        shown.Value("RequestId").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task User_OfATakenName_IsRefusedInAnyCase()
    {
        await Admin.DoAsync("CreateUser", ("UserName", "bob"));

        var again = await Admin.IamAsync("CreateUser", ("UserName", "BOB"));

        (again.Status, again.ErrorCode, again.Value("Message")).ShouldBe(
            (409, "EntityAlreadyExists", "User with name bob already exists."));
        again.Value("Type").ShouldBe("Sender");
    }

    [Fact]
    public async Task User_OfTheSameNameInAnotherAccount_IsAnother()
    {
        var one = await Admin.DoAsync("CreateUser", ("UserName", "twin"));
        var other = await fixture.OtherAdmin.DoAsync("CreateUser", ("UserName", "twin"));

        other.Value("Arn").ShouldBe("arn:aws:iam::444455556666:user/twin");
        other.Value("UserId").ShouldNotBe(one.Value("UserId"));
    }

    [Theory]
    [InlineData("UserName", "")]
    [InlineData("UserName", "with space")]
    [InlineData("UserName", "a/b")]
    [InlineData("UserName", "naïve")]
    [InlineData("UserName", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("Path", "dev/")]
    [InlineData("Path", "/dev")]
    [InlineData("Path", "/de v/")]
    public async Task User_WithANameOrPathAgainstTheRules_IsAValidationError(string parameter, string value)
    {
        var answer = await Admin.IamAsync(
            "CreateUser", parameter == "UserName" ? [("UserName", value)] : [("UserName", "fine"), (parameter, value)]);

        (answer.Status, answer.ErrorCode).ShouldBe((400, "ValidationError"));
    }

    [Fact]
    public async Task User_WithoutAName_IsAValidationError()
    {
        var answer = await Admin.IamAsync("CreateUser");

        answer.Value("Message").ShouldBe(
            "1 validation error detected: Value null at 'userName' failed to satisfy constraint: Member must not be null");
    }

    [Fact]
    public async Task User_ThatIsNotThere_IsNoSuchEntity()
    {
        var answer = await Admin.IamAsync("GetUser", ("UserName", "nobody"));

        (answer.Status, answer.ErrorCode, answer.Value("Message")).ShouldBe(
            (404, "NoSuchEntity", "The user with name nobody cannot be found."));
    }

    [Fact]
    public async Task GetUser_WithoutAName_TellsTheCaller()
    {
        var user = await Admin.DoAsync("GetUser");
        var root = await fixture.Root.DoAsync("GetUser");

        user.Value("Arn").ShouldBe("arn:aws:iam::111122223333:user/admin");
        (root.Value("Arn"), root.Value("UserId")).ShouldBe(("arn:aws:iam::111122223333:root", "111122223333"));
    }

    [Fact]
    public async Task Users_Listed_ComeInPagesByPath()
    {
        foreach (var name in (string[])["p3", "p1", "p2", "P4"])
        {
            await Admin.DoAsync("CreateUser", ("UserName", name), ("Path", "/pages/"));
        }

        var first = await Admin.DoAsync("ListUsers", ("PathPrefix", "/pages/"), ("MaxItems", "3"));
        var second = await Admin.DoAsync("ListUsers", ("PathPrefix", "/pages/"), ("MaxItems", "3"), ("Marker", first.Value("Marker")!));
        var broken = await Admin.IamAsync("ListUsers", ("Marker", "bm9uc2Vuc2U="));

        (string.Join(',', first.Values("UserName")), first.Value("IsTruncated")).ShouldBe(("p1,p2,p3", "true"));
        (string.Join(',', second.Values("UserName")), second.Value("IsTruncated"), second.Value("Marker")).ShouldBe(("P4", "false", null));
        (broken.Status, broken.ErrorCode).ShouldBe((400, "ValidationError"));
    }

    [Fact]
    public async Task User_Renamed_KeepsItsKeysAndId()
    {
        var user = await Admin.CreateUserAsync("before", IamClient.Allow("s3:*"));
        var id = (await Admin.DoAsync("GetUser", ("UserName", "before"))).Value("UserId");

        await Admin.DoAsync("UpdateUser", ("UserName", "before"), ("NewUserName", "after"), ("NewPath", "/new/"));

        var identity = await user.StsAsync("GetCallerIdentity");
        (identity.Value("Arn"), identity.Value("UserId")).ShouldBe(("arn:aws:iam::111122223333:user/new/after", id));
        (await Admin.IamAsync("GetUser", ("UserName", "before"))).ErrorCode.ShouldBe("NoSuchEntity");
    }

    [Fact]
    public async Task User_WithKeysOrPolicies_CannotBeDeletedBeforeThem()
    {
        var user = await Admin.CreateUserAsync("leaving", IamClient.Allow("s3:*"));
        await Admin.DoAsync("AttachUserPolicy", ("UserName", "leaving"), ("PolicyArn", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"));

        var withKey = await Admin.IamAsync("DeleteUser", ("UserName", "leaving"));
        await Admin.DoAsync("DeleteAccessKey", ("UserName", "leaving"), ("AccessKeyId", user.Credential!.AccessKeyId));
        var withAttached = await Admin.IamAsync("DeleteUser", ("UserName", "leaving"));
        await Admin.DoAsync("DetachUserPolicy", ("UserName", "leaving"), ("PolicyArn", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"));
        var withInline = await Admin.IamAsync("DeleteUser", ("UserName", "leaving"));
        await Admin.DoAsync("DeleteUserPolicy", ("UserName", "leaving"), ("PolicyName", "own"));
        await Admin.DoAsync("DeleteUser", ("UserName", "leaving"));

        (withKey.Status, withKey.ErrorCode, withKey.Value("Message")).ShouldBe(
            (409, "DeleteConflict", "Cannot delete entity, must delete access keys first."));
        withAttached.Value("Message").ShouldBe("Cannot delete entity, must detach all policies first.");
        withInline.Value("Message").ShouldBe("Cannot delete entity, must delete policies first.");
        (await Admin.IamAsync("GetUser", ("UserName", "leaving"))).ErrorCode.ShouldBe("NoSuchEntity");
    }

    [Fact]
    public async Task Users_CreatedAtOnceUnderOneName_AreOne()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Admin.IamAsync("CreateUser", ("UserName", "contested"))));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Where(answer => answer.Status != 200).ShouldAllBe(answer => answer.ErrorCode == "EntityAlreadyExists");
    }

    [Fact]
    public async Task Tags_PutTwice_AreReplacedWithoutRegardToCase()
    {
        await Admin.DoAsync("CreateUser", ("UserName", "tagged"), ("Tags.member.1.Key", "Team"), ("Tags.member.1.Value", "blue"));
        await Admin.DoAsync(
            "TagUser", ("UserName", "tagged"), ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "red"), ("Tags.member.2.Key", "cost"),
            ("Tags.member.2.Value", ""));
        var both = await Admin.DoAsync("ListUserTags", ("UserName", "tagged"));
        await Admin.DoAsync("UntagUser", ("UserName", "tagged"), ("TagKeys.member.1", "team"));
        var one = await Admin.DoAsync("ListUserTags", ("UserName", "tagged"));
        var twice = await Admin.IamAsync(
            "TagUser", ("UserName", "tagged"), ("Tags.member.1.Key", "a"), ("Tags.member.1.Value", "1"), ("Tags.member.2.Key", "A"),
            ("Tags.member.2.Value", "2"));

        string.Join(',', both.Values("Key")).ShouldBe("cost,team");
        string.Join(',', both.Values("Value")).ShouldBe(",red");
        string.Join(',', one.Values("Key")).ShouldBe("cost");
        (twice.Status, twice.ErrorCode).ShouldBe((400, "InvalidInput"));
    }

    [Fact]
    public async Task Tags_PastFifty_ExceedTheLimit()
    {
        var tags = Enumerable.Range(1, 51).SelectMany(
            i => ((string, string)[])[($"Tags.member.{i}.Key", $"k{i}"), ($"Tags.member.{i}.Value", "v")]);

        var answer = await Admin.IamAsync("CreateUser", [("UserName", "overtagged"), .. tags]);

        (answer.Status, answer.ErrorCode).ShouldBe((409, "LimitExceeded"));
    }

    [Fact]
    public async Task Operation_ThatIamDoesNotHave_IsInvalid()
    {
        var answer = await Admin.IamAsync("CreateUnicorn");

        (answer.Status, answer.ErrorCode).ShouldBe((400, "InvalidAction"));
        answer.Xml.Name.ShouldBe("{https://iam.amazonaws.com/doc/2010-05-08/}ErrorResponse");
    }
}
