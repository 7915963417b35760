using System.Buffers;
using Mrap.Policy.Arns;
using Mrap.Policy.Text;

namespace Mrap.Core.AccessPoints;

/// <summary>
/// The ARN that names an asynchronous operation: <c>arn:aws:s3:us-west-2:{account}:async-request/mrap/{kind}/{token}</c> (AWS page
/// "DescribeMultiRegionAccessPointOperation").
/// </summary>
public readonly record struct OperationTokenArn
{
    /// <summary>The most characters of the whole ARN.</summary>
    public const int MaxLength = 1024;

    private const string ResourcePrefix = "async-request/mrap/";

    private static readonly SearchValues<char> s_tokenCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    private readonly string? _token;

    private OperationTokenArn(AccountId account, AsyncOperationKind kind, string token)
    {
        Account = account;
        Kind = kind;
        _token = token;
    }

    /// <summary>The account that asked for the operation.</summary>
    public AccountId Account { get; }

    /// <summary>What the operation does.</summary>
    public AsyncOperationKind Kind { get; }

    /// <summary>The opaque token; empty for the default value.</summary>
    public string Token => _token ?? string.Empty;

    /// <summary>Names an operation.</summary>
    /// <param name="kind">What the operation does.</param>
    /// <param name="token">Letters, digits, <c>_</c> and <c>-</c>.</param>
    /// <returns>The ARN or the broken rule.</returns>
    public static Parsed<OperationTokenArn> Create(AccountId account, AsyncOperationKind kind, string? token) =>
        string.IsNullOrEmpty(token) || token.Length > MaxLength - 80 || token.AsSpan().ContainsAnyExcept(s_tokenCharacters)
            ? Parsed.Failed<OperationTokenArn>("must end in a token of letters, digits, `_` and `-`")
            : Parsed.Ok<OperationTokenArn>(new OperationTokenArn(account, kind, token));

    /// <summary>Makes an ARN of the shape seen at AWS.</summary>
    /// <param name="kind">What the operation does.</param>
    /// <param name="entropy">Random bytes, 16 to 600; the same bytes give the same token.</param>
    /// <returns>The ARN.</returns>
    /// <exception cref="ArgumentException">There are too few or too many bytes.</exception>
    public static OperationTokenArn Generate(AccountId account, AsyncOperationKind kind, ReadOnlySpan<byte> entropy) =>
        entropy.Length is < 16 or > 600
            ? throw new ArgumentException("16 to 600 bytes are needed", nameof(entropy))
            : new OperationTokenArn(account, kind, System.Buffers.Text.Base64Url.EncodeToString(entropy));

    /// <summary>Reads a token ARN.</summary>
    /// <returns>The ARN or the broken rules.</returns>
    public static Parsed<OperationTokenArn> Parse(string? text)
    {
        if (text is not { Length: <= MaxLength }
            || !Arn.Parse(text).TryGet(out var arn)
            || arn is not { Partition: "aws", Service: "s3", Region: "us-west-2" }
            || !arn.Resource.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        {
            return Malformed();
        }

        var rest = arn.Resource[ResourcePrefix.Length..];
        var slash = rest.IndexOf('/');
        if (slash < 0 || AsyncOperationKindText.FromSegment(rest[..slash]) is not { } kind)
        {
            return Malformed();
        }

        return AccountId.Parse(arn.Account.ToString()) is var account && account.IsValid
            ? Create(account.Value, kind, rest[(slash + 1)..].ToString())
            : Parsed.Failed<OperationTokenArn>(account.Faults);
    }

    /// <summary>The ARN.</summary>
    /// <returns>Such as <c>arn:aws:s3:us-west-2:111122223333:async-request/mrap/create/TOKEN</c>.</returns>
    public override string ToString() => $"arn:aws:s3:us-west-2:{Account}:{ResourcePrefix}{Kind.ToSegment()}/{Token}";

    private static Parsed<OperationTokenArn> Malformed() =>
        Parsed.Failed<OperationTokenArn>("must look like `arn:aws:s3:us-west-2:111122223333:async-request/mrap/create/TOKEN`");
}
