using System.Collections.Immutable;

namespace Mrap.Signing.Faults;

/// <summary>A refusal in AWS's own terms, ready to be written as an error answer.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Message">AWS's message.</param>
public sealed record SignatureFault(SignatureFaultKind Kind, string Message)
{
    /// <summary>The further elements of AWS's error answer, in its order; empty for most kinds.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Details { get; init; } = [];

    /// <summary>AWS's error code.</summary>
    public string Code => Kind switch
    {
        SignatureFaultKind.AuthorizationHeaderMalformed => "AuthorizationHeaderMalformed",
        SignatureFaultKind.AuthorizationQueryParametersError => "AuthorizationQueryParametersError",
        SignatureFaultKind.UnsupportedAuthorization or SignatureFaultKind.InvalidPayloadHash => "InvalidArgument",
        SignatureFaultKind.LegacySignature or SignatureFaultKind.MissingPayloadHash => "InvalidRequest",
        SignatureFaultKind.RequestTimeTooSkewed => "RequestTimeTooSkewed",
        SignatureFaultKind.InvalidToken => "InvalidToken",
        SignatureFaultKind.SignatureDoesNotMatch => "SignatureDoesNotMatch",
        _ => "AccessDenied",
    };

    /// <summary>The HTTP status of the answer, 400 or 403.</summary>
    public int Status => Code is "AccessDenied" or "RequestTimeTooSkewed" or "SignatureDoesNotMatch" ? 403 : 400;

    /// <summary>Finds one of the further elements.</summary>
    /// <param name="name">The element's name, such as <c>StringToSign</c>.</param>
    /// <returns>Its text, or null when the answer has no such element.</returns>
    public string? Detail(string name)
    {
        foreach (var (key, value) in Details)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Gives kind and message without the further elements.</summary>
    /// <returns>A text fit for a log.</returns>
    public override string ToString() => $"{Code}: {Message}";
}
