namespace Mrap.Clients;

/// <summary>An access point over three buckets, made with the AWS CLI once for all tests of a class; each takes keys of its own.</summary>
public sealed class AwsCliAccessPoint(SandboxProcessFixture fixture) : IAsyncLifetime
{
    /// <summary>Makes three buckets and an access point over them; leaves $ARN, $ALIAS, $NAME and the buckets $E, $A and $U.</summary>
    public const string Create = ShellFunctions.Finished + "\n" + """
        E=$NAME-euw1 A=$NAME-apse2 U=$NAME-use1
        "$AWS" s3api create-bucket --region eu-west-1 --bucket $E --create-bucket-configuration LocationConstraint=eu-west-1 >/dev/null
        "$AWS" s3api create-bucket --region ap-southeast-2 --bucket $A \
          --create-bucket-configuration LocationConstraint=ap-southeast-2 >/dev/null
        "$AWS" s3api create-bucket --region us-east-1 --bucket $U >/dev/null
        TOKEN=$("$AWS" s3control create-multi-region-access-point --region us-west-2 --account-id "$ACCOUNT" --client-token t-$NAME \
          --details "Name=$NAME,Regions=[{Bucket=$E},{Bucket=$A},{Bucket=$U}]" --query RequestTokenARN --output text)
        [ "$(finished "$TOKEN")" = SUCCEEDED ]
        ALIAS=$("$AWS" s3control get-multi-region-access-point --region us-west-2 --account-id "$ACCOUNT" --name $NAME \
          --query AccessPoint.Alias --output text)
        ARN=arn:aws:s3::$ACCOUNT:accesspoint/$ALIAS
        """;

    /// <summary>The names that <see cref="Create"/> leaves.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; private set; } = new Dictionary<string, string>();

    public async ValueTask InitializeAsync()
    {
        var made = await Script.SucceedAsync(
            fixture.Sandbox,
            Create + "\n" + """for v in NAME E A U ALIAS ARN; do echo "$v=${!v}"; done""",
            variables: new Dictionary<string, string> { ["NAME"] = NewName() });
        Variables = made.Split('\n').Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A name that no other access point of the run has.</summary>
    public static string NewName() => $"cli-{Guid.NewGuid():N}"[..16];
}
