using Mrap.Signing.Text;

namespace Mrap.Signing.Keys;

/// <summary>With what, and for where, a request is signed.</summary>
/// <param name="Credential">The credential; its session token, if any, is sent along.</param>
/// <param name="Region">The Region for V4; the region set for V4A, such as <c>*</c> for an access point.</param>
/// <param name="Service">The signing name of the service, such as <c>s3</c>.</param>
public sealed record SigningParameters(SigningAlgorithm Algorithm, AwsCredential Credential, string Region, string Service)
{
    /// <summary>The scope on a day.</summary>
    /// <param name="now">The instant of signing.</param>
    /// <returns>The scope; without a Region for V4A.</returns>
    public CredentialScope ScopeAt(DateTimeOffset now) =>
        new(AwsTime.Day(now), Algorithm == SigningAlgorithm.V4A ? null : Region, Service);
}
