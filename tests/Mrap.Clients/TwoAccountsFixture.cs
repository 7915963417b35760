namespace Mrap.Clients;

/// <summary>
/// A sandbox with an administrator in each of two accounts; users, buckets and access points in them are made with the AWS CLI.
/// </summary>
public sealed class TwoAccountsFixture : IAsyncLifetime
{
    public const string OtherAccount = "444455556666";
    private const string OtherKey = "AKIAI44QH8DHBEXAMPLE";
    private const string OtherSecret = "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY";
    private const string Everything = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    /// <summary>
    /// <c>owner</c> and <c>other</c> run the CLI as the administrators, <c>as USER</c> as a user; <c>attempt</c> prints how a command
    /// ended;
    /// <c>at VANTAGE</c> places the client; <c>policy NAME DOCUMENT</c> sets the policy of an access point and waits for it.
    /// </summary>
    private const string Functions = ShellFunctions.Finished + "\n" + """
        export AWS_RETRY_MODE=standard AWS_MAX_ATTEMPTS=1
        owner() { "$AWS" "$@"; }
        other() { AWS_ACCESS_KEY_ID=$OTHER_KEY AWS_SECRET_ACCESS_KEY=$OTHER_SECRET "$AWS" "$@"; }
        as() { local id=$1_KEY secret=$1_SECRET token=$1_TOKEN; shift;
          AWS_ACCESS_KEY_ID=${!id} AWS_SECRET_ACCESS_KEY=${!secret} AWS_SESSION_TOKEN=${!token-} "$AWS" "$@"; }
        attempt() { if "$@" >result.txt 2>error.txt; then echo allowed; else grep -oE '\((AccessDenied|[A-Za-z]+)\)' error.txt |
          head -1 | tr -d '()'; fi; }
        at() { eval "$(curl -fsS "$SANDBOX/_sandbox/env?vantage=$1" | grep HTTPS_PROXY)"; }
        policy() {
          printf '{"Name":"%s","Policy":"%s"}' "$1" "${2//\"/\\\"}" > details.json
          local token; token=$(owner s3control put-multi-region-access-point-policy --region us-west-2 --account-id "$ACCOUNT" \
            --client-token "p$RANDOM$RANDOM" --details file://details.json --query RequestTokenARN --output text) || return 1
          [ "$(finished "$token")" = SUCCEEDED ]
        }
        allow() { printf '{"Version":"2012-10-17","Statement":[{"Effect":"Allow"%s,"Action":%s,"Resource":%s%s}]}' "${3:+,\"Principal\":$3}" "$1" "$2" "${4:+,\"Condition\":$4}"; }
        OBJECTS='["s3:GetObject","s3:PutObject"]'
        """;

    /// <summary>Makes two member buckets, two access points and the users; prints what tests need of them.</summary>
    private const string Setup = """
        E=two-euw1 A=two-apse2
        owner s3api create-bucket --region eu-west-1 --bucket $E --create-bucket-configuration LocationConstraint=eu-west-1 >/dev/null
        owner s3api create-bucket --region ap-southeast-2 --bucket $A \
          --create-bucket-configuration LocationConstraint=ap-southeast-2 >/dev/null
        create() { [ "$(finished "$(owner s3control create-multi-region-access-point --region us-west-2 --account-id "$ACCOUNT" \
          --client-token "c$1" --details "$2" --query RequestTokenARN --output text)")" = SUCCEEDED ]; }
        create closed "Name=closed,Regions=[{Bucket=$E},{Bucket=$A}]"
        create open "Name=open,PublicAccessBlock={BlockPublicAcls=false,IgnorePublicAcls=false,BlockPublicPolicy=false,RestrictPublicBuckets=false},Regions=[{Bucket=$E},{Bucket=$A}]"
        arn() { echo "arn:aws:s3::$ACCOUNT:accesspoint/$(owner s3control get-multi-region-access-point --region us-west-2 \
          --account-id "$ACCOUNT" --name "$1" --query AccessPoint.Alias --output text)"; }
        echo hello > k
        owner s3api put-object --region eu-west-1 --bucket $E --key k --body k >/dev/null
        owner s3api put-object --region ap-southeast-2 --bucket $A --key k --body k >/dev/null
        user() {
          $1 iam create-user --user-name "$2" >/dev/null
          set -- $($1 iam create-access-key --user-name "$2" --query 'AccessKey.[AccessKeyId,SecretAccessKey]' --output text) "$2"
          echo "$3_KEY=$1"; echo "$3_SECRET=$2"
        }
        user owner alice
        user owner nobody
        user other bob
        echo "E=$E"; echo "A=$A"; echo "ARN=$(arn closed)"; echo "OPEN=$(arn open)"
        """;

    private Dictionary<string, string> _variables =
        new() { ["OTHER"] = OtherAccount, ["OTHER_KEY"] = OtherKey, ["OTHER_SECRET"] = OtherSecret };
    private SandboxProcess _sandbox = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxProcess.StartAsync(settings: new Dictionary<string, string>
        {
            ["Sandbox__Principals__0__AccountId"] = SandboxProcess.Account,
            ["Sandbox__Principals__0__UserName"] = "admin",
            ["Sandbox__Principals__0__AccessKeyId"] = "AKIAIOSFODNN7EXAMPLE",
            ["Sandbox__Principals__0__SecretAccessKey"] = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            ["Sandbox__Principals__0__Policies__0"] = Everything,
            ["Sandbox__Principals__1__AccountId"] = OtherAccount,
            ["Sandbox__Principals__1__UserName"] = "admin",
            ["Sandbox__Principals__1__AccessKeyId"] = OtherKey,
            ["Sandbox__Principals__1__SecretAccessKey"] = OtherSecret,
            ["Sandbox__Principals__1__Policies__0"] = Everything,
        });
        var made = await RunAsync(Setup);
        _variables = new(
            _variables.Concat(made.Split('\n').Select(line => line.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]))));
    }

    public async ValueTask DisposeAsync() => await _sandbox.DisposeAsync();

    /// <summary>
    /// Runs a script with the functions above and the variables of the set-up: $ARN and $OPEN, the buckets $E and $A, $ACCOUNT and $OTHER.
    /// </summary>
    public Task<string> RunAsync(string script) => Script.SucceedAsync(_sandbox, $"{Functions}\n{script}", variables: _variables);
}
