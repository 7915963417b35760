using System.Collections.Concurrent;
using System.Text;
using System.Web;
using Mrap.Testing;

namespace Mrap.Aws.Tests.Replication;

/// <summary>S3 and IAM as far as replication rules are put and read: it keeps what is put and says it again.</summary>
internal sealed class ReplicationServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _kept = new();
    private RecordingServer? _server;

    /// <summary>What is answered instead, by method and what is asked for, such as <c>PUT bucket-b replication</c>.</summary>
    public ConcurrentDictionary<string, RecordedAnswer> Instead { get; } = new();

    /// <summary>What was asked for, in order; reads left out.</summary>
    public ConcurrentQueue<string> Changes { get; } = new();

    public int Port => _server!.Port;

    public static async Task<ReplicationServer> StartAsync()
    {
        var made = new ReplicationServer();
        made._server = await RecordingServer.StartAsync((request, _) => made.Answer(request));
        return made;
    }

    /// <summary>What was put last; null when nothing is kept.</summary>
    public string? Kept(string what) => _kept.GetValueOrDefault(what);

    public ValueTask DisposeAsync() => _server!.DisposeAsync();

    private RecordedAnswer Answer(RecordedRequest request) => request.Headers["Host"].StartsWith("iam.", StringComparison.Ordinal)
        ? Iam(HttpUtility.ParseQueryString(Encoding.UTF8.GetString(request.Body)))
        : S3(request);

    private RecordedAnswer S3(RecordedRequest request)
    {
        var target = new Uri("http://host" + request.RawTarget);
        var bucket = target.AbsolutePath.Trim('/') is { Length: > 0 } path ? path : request.Headers["Host"].Split('.')[0];
        var what = $"{bucket} {target.Query.TrimStart('?').TrimEnd('=')}";
        if (request.Method != "GET")
        {
            Changes.Enqueue($"{request.Method} {what}");
        }

        if (Instead.TryGetValue($"{request.Method} {what}", out var instead))
        {
            return instead;
        }

        switch (request.Method)
        {
            case "PUT":
                _kept[what] = Encoding.UTF8.GetString(request.Body);
                return new(200, string.Empty);
            case "DELETE":
                _kept.TryRemove(what, out _);
                return new(204, string.Empty);
            default:
                return _kept.TryGetValue(what, out var kept) ? new(200, kept) : Missing(what.Split(' ')[1]);
        }
    }

    private static RecordedAnswer Missing(string subresource) => subresource switch
    {
        "versioning" => new(200, "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"/>"),
        "requestPayment" => new(200, "<RequestPaymentConfiguration><Payer>BucketOwner</Payer></RequestPaymentConfiguration>"),
        "object-lock" => Error("ObjectLockConfigurationNotFoundError"),
        "encryption" => Error("ServerSideEncryptionConfigurationNotFoundError"),
        _ => Error("ReplicationConfigurationNotFoundError"),
    };

    private static RecordedAnswer Error(string code) => new(404, $"<Error><Code>{code}</Code><Message>Not there.</Message></Error>");

    private RecordedAnswer Iam(System.Collections.Specialized.NameValueCollection form)
    {
        var action = form["Action"]!;
        if (!action.StartsWith("Get", StringComparison.Ordinal))
        {
            Changes.Enqueue(action);
        }

        switch (action)
        {
            case "CreateRole" or "UpdateAssumeRolePolicy":
                _kept["role"] = form["AssumeRolePolicyDocument"] ?? form["PolicyDocument"]!;
                _kept["path"] = form["Path"] ?? _kept["path"];
                return Result(action, string.Empty);
            case "PutRolePolicy":
                _kept["policy"] = form["PolicyDocument"]!;
                return Result(action, string.Empty);
            case "GetRole" when _kept.TryGetValue("role", out var trust):
                return Result(
                    action,
                    $"<Role><Arn>arn:aws:iam::111122223333:role{_kept["path"]}{form["RoleName"]}</Arn>"
                        + $"<AssumeRolePolicyDocument>{Uri.EscapeDataString(trust)}</AssumeRolePolicyDocument></Role>");
            case "GetRolePolicy" when _kept.TryGetValue("policy", out var policy):
                return Result(action, $"<PolicyDocument>{Uri.EscapeDataString(policy)}</PolicyDocument>");
            default:
                return new(
                    404,
                    "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>NoSuchEntity</Code>"
                        + "<Message>Not there.</Message></Error></ErrorResponse>");
        }
    }

    private static RecordedAnswer Result(string action, string content) => new(
        200,
        $"<{action}Response xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><{action}Result>{content}</{action}Result>"
            + $"</{action}Response>");
}
