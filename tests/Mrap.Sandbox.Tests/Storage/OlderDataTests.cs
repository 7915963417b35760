using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Mrap.Sandbox.Tests.Iam;
using Mrap.Signing.Keys;
using Mrap.Testing;

namespace Mrap.Sandbox.Tests.Storage;

/// <summary>What an older sandbox wrote is found by today's; <c>Files/README.md</c> says where the directory comes from.</summary>
public sealed class OlderDataTests
{
    private const string Alias = "mko0o2qge6p85.mrap";
    private const string UploadId = "1CxB0DyyqYKkD5X4_27w9jLxxq_KYO3rk.6oUvAUMZq7QyX9O5sNxbB4Hjy.np7E";
    private const string FirstVersion = "Sm1nylI2oqNjLjXoD5iIyrPfsFlWT9yr";
    private static readonly AwsCredential s_alice = new("AKIA2AKSWGNKRSYXQJIX", "TXuvbIYv2XwIsza5sXROO/bX/UJQC/Vd3W0vhMkR");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Objects_OfTheFirstSandbox_AreThereWithVersionsAndUploads()
    {
        await using var sandbox = await OpenAsync();
        var client = new SandboxClient(sandbox);

        var newest = await client.S3Async("GET", "/kept-ireland/notes/one.txt", region: "eu-west-1");
        var first = await client.S3Async("GET", $"/kept-ireland/notes/one.txt?versionId={FirstVersion}", region: "eu-west-1");
        var versions = await client.S3Async("GET", "/kept-ireland?versions", region: "eu-west-1");
        var large = await client.S3Async("GET", "/kept-virginia/large.txt");
        var uploads = await client.S3Async("GET", "/kept-virginia?uploads");
        var parts = await client.S3Async("GET", $"/kept-virginia/parts.bin?uploadId={UploadId}");

        (newest.Status, newest.Text, newest.Headers["Content-Type"]).ShouldBe((200, "second", "text/plain"));
        (first.Status, first.Text, first.Headers["x-amz-meta-author"]).ShouldBe((200, "first", "alice"));
        versions.Values("VersionId").Count.ShouldBe(4);
        versions.Xml.Descendants().Count(element => element.Name.LocalName == "DeleteMarker").ShouldBe(1);
        large.Text.ShouldBe(new string('m', 70_000));
        large.Headers["x-amz-tagging-count"].ShouldBe("1");
        uploads.Value("UploadId").ShouldBe(UploadId);
        parts.Value("ETag").ShouldBe("\"a9f0e61a137d86aa9db53465e0801612\"");
        var complete = await client.S3Async(
            "POST",
            $"/kept-virginia/parts.bin?uploadId={UploadId}",
            "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>a9f0e61a137d86aa9db53465e0801612</ETag></Part>"
                + "</CompleteMultipartUpload>");
        complete.Status.ShouldBe(200, complete.Text);
        (await client.S3Async("GET", "/kept-virginia/parts.bin")).Text.ShouldBe("second");
    }

    [Fact]
    public async Task AccessPoint_OfTheFirstSandbox_IsThereWithPolicyAndRoutes()
    {
        await using var sandbox = await OpenAsync();
        var client = new SandboxClient(sandbox);

        var point = await client.ControlAsync("GET", "/mrap/instances/kept", cancellation: Cancellation);
        var policy = await client.ControlAsync("GET", "/mrap/instances/kept/policy", cancellation: Cancellation);
        var routes = await client.ControlAsync("GET", SandboxClient.RoutesPath(Alias), cancellation: Cancellation);
        var block = await client.ControlAsync("GET", "/configuration/publicAccessBlock", region: "us-east-1", cancellation: Cancellation);
        var read = await client.AccessPointAsync(Alias, "GET", "/small.txt", cancellation: Cancellation);

        (point.Value("Alias"), point.Value("Status")).ShouldBe((Alias, "READY"));
        point.Values("Bucket").ShouldBe(["kept-ireland", "kept-virginia"], ignoreOrder: true);
        policy.Text.ShouldContain("Readers");
        routes.Values("TrafficDialPercentage").ShouldBe(["0", "100"], ignoreOrder: true);
        block.Value("RestrictPublicBuckets").ShouldBe("false");
        (read.Status, read.Text).ShouldBe((200, "first"), read.Text);
        (await client.SendAsync(new WireRequest("GET", "/_sandbox/regions") { IsSigned = false }, Cancellation))
            .Text.ShouldContain("\"degraded\"");
    }

    [Fact]
    public async Task Identities_OfTheFirstSandbox_AreThereWithKeysAndPolicies()
    {
        await using var sandbox = await OpenAsync();
        var admin = new IamClient(sandbox);
        var alice = admin.As(s_alice);

        (await alice.IamAsync("GetUser")).Value("Arn").ShouldBe("arn:aws:iam::111122223333:user/team/alice");
        (await alice.IamAsync("ListUsers")).Status.ShouldBe(403);
        (await alice.S3Async("GET", "/kept-virginia/small.txt")).Text.ShouldBe("first");
        (await admin.DoAsync("ListRoles")).Values("RoleName").ShouldBe(["reader"]);
        (await admin.DoAsync("GetPolicy", ("PolicyArn", "arn:aws:iam::111122223333:policy/bounds"))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("control.db")]
    [InlineData("identity.db")]
    [InlineData("regions/eu-west-1/metadata.db")]
    [InlineData("regions/us-east-1/metadata.db")]
    public async Task Database_OfTheFirstSandbox_IsBroughtToTheFormOfANewOne(string name)
    {
        await using var old = await OpenAsync();
        await using var today = await SandboxFixture.StartAsync(cancellation: Cancellation);
        await new SandboxClient(today).CreateBucketAsync("kept-ireland", "eu-west-1", cancellation: Cancellation);
        await new SandboxClient(today).CreateBucketAsync("kept-virginia", "us-east-1", cancellation: Cancellation);

        Form(old, name).ShouldBe(Form(today, name));
    }

    private static Task<SandboxFixture> OpenAsync() => SandboxFixture.StartAsync(
        options => ZipFile.ExtractToDirectory(
            Path.Combine(AppContext.BaseDirectory, "Directories", "data-1.zip"), options.DataDirectory),
        cancellation: Cancellation);

    // the version and every table, whatever spaces stand between its words
    private static List<string> Form(SandboxFixture sandbox, string name)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(sandbox.Options.DataDirectory, name)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT user_version FROM pragma_user_version UNION ALL SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY 1";
        using var row = command.ExecuteReader();
        var form = new List<string>();
        while (row.Read())
        {
            form.Add(string.Concat(row.GetString(0).Where(character => !char.IsWhiteSpace(character))));
        }

        return form;
    }
}
