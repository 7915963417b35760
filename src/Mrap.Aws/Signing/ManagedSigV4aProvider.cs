using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;
using Amazon.Runtime.SharedInterfaces;
using Amazon.Util;
using Mrap.Signing.Bodies;
using Mrap.Signing.Canonical;
using Mrap.Signing.Keys;
using Mrap.Signing.Requests;

namespace Mrap.Aws.Signing;

/// <summary>
/// Signature Version 4A for the AWS SDK, by our own signer. The SDK keeps one for the whole process, so it has no state but a cache of
/// derived keys
/// and is safe for concurrent use (IAM User Guide, "AWS Signature Version 4 for API requests").
/// </summary>
/// <param name="signPayload">Whether payloads are signed when the request does not say.</param>
internal sealed class ManagedSigV4aProvider(bool signPayload) : IAWSSigV4aProvider
{
    private const string SignedChunks = "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD";
    private const string SignedChunksWithTrailer = "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER";
    private const int DefaultExpirySeconds = 900;

    private readonly SigningKeyCache _keys = new();

    public ClientProtocol Protocol => ClientProtocol.RestProtocol;

    public void Sign(IRequest request, IClientConfig clientConfig, RequestMetrics metrics, ImmutableCredentials credentials) =>
        SignRequest(request, clientConfig, metrics, credentials);

    public AWS4aSigningResult SignRequest(
        IRequest request, IClientConfig clientConfig, RequestMetrics metrics, ImmutableCredentials credentials)
    {
        var signedAt = AWS4Signer.InitializeHeaders(request.Headers, request.Endpoint);
        var service = AWS4Signer.DetermineService(clientConfig, request);
        var regionSet = AWS4Signer.DetermineSigningRegion(clientConfig, service, request.AlternateEndpoint, request);
        request.DeterminedSigningRegion = regionSet;
        AWS4Signer.SetXAmzTrailerHeader(request.Headers, request.TrailingHeaders);
        var hash = AWS4Signer.SetRequestBodyHash(
            request,
            request.DisablePayloadSigning is { } disabled ? !disabled : signPayload,
            request.TrailingHeaders?.Count > 0 ? SignedChunksWithTrailer : SignedChunks,
            ChunkSignatureChain.PaddedLength);
        if (!PayloadDeclaration.TryParse(hash, Mrap.Signing.Keys.SigningAlgorithm.V4A, out var payload))
        {
            throw new AmazonClientException($"The SDK asked for a payload signature that is not known: {hash}");
        }

        var signable = new SignableRequest(request.HttpMethod, AmazonServiceClient.ComposeUrl(request).PathAndQuery);
        foreach (var (name, value) in request.Headers)
        {
            if (!name.Equals(HeaderKeys.AuthorizationHeader, StringComparison.OrdinalIgnoreCase))
            {
                signable.Headers[name] = value ?? string.Empty;
            }
        }

        var signed = new RequestSigner(_keys).Sign(
            signable, Parameters(credentials, regionSet, service), new DateTimeOffset(signedAt, TimeSpan.Zero), payload);
        foreach (var (name, value) in signable.Headers)
        {
            request.Headers[name] = value;
        }

        return Result(signed, signedAt, regionSet, service, presignedUri: string.Empty, credentials);
    }

    public AWS4aSigningResult Presign4a(
        IRequest request, IClientConfig clientConfig, RequestMetrics metrics, ImmutableCredentials credentials, string service,
        string overrideSigningRegion)
    {
        var signedAt = AWS4Signer.InitializeHeaders(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase), request.Endpoint);
        var expires = request.Parameters.Remove("X-Amz-Expires", out var seconds) && seconds is not null
            ? int.Parse(seconds, CultureInfo.InvariantCulture)
            : DefaultExpirySeconds;
        var url = AmazonServiceClient.ComposeUrl(request);
        var signable = new SignableRequest(request.HttpMethod, url.PathAndQuery);
        signable.Headers["Host"] = url.IsDefaultPort ? url.Host : url.Authority;
        var signed = new RequestSigner(_keys).Presign(
            signable,
            Parameters(credentials, overrideSigningRegion, service),
            new DateTimeOffset(signedAt, TimeSpan.Zero),
            TimeSpan.FromSeconds(expires));
        return Result(
            signed, signedAt, overrideSigningRegion, service, $"{url.GetLeftPart(UriPartial.Authority)}{signable.Target}", credentials);
    }

    public string SignChunk(Stream? chunkBody, string previousSignature, AWS4aSigningResult headerSigningResult) =>
        Chain(previousSignature, headerSigningResult).SignChunk(chunkBody is null ? SHA256.HashData([]) : SHA256.HashData(chunkBody));

    public string SignTrailingHeaderChunk(
        IDictionary<string, string> trailingHeaders, string previousSignature, AWS4aSigningResult headerSigningResult)
    {
        var lines = trailingHeaders
            .Select(header => (Name: header.Key.Trim().ToLowerInvariant(), Value: header.Value.Trim()))
            .OrderBy(header => header.Name, StringComparer.Ordinal)
            .Select(header => $"{header.Name}:{header.Value}\n");
        return Chain(previousSignature, headerSigningResult).SignTrailer(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    private static SigningParameters Parameters(ImmutableCredentials credentials, string regionSet, string service) =>
        new(Mrap.Signing.Keys.SigningAlgorithm.V4A, Credential(credentials), regionSet, service);

    private static AwsCredential Credential(ImmutableCredentials credentials) =>
        new(credentials.AccessKey, credentials.SecretKey, credentials.UseToken ? credentials.Token : null);

    private static AWS4aSigningResult Result(
        SignedRequest signed, DateTime signedAt, string regionSet, string service, string presignedUri,
        ImmutableCredentials credentials) => new(
        credentials.AccessKey,
        signedAt,
        string.Join(';', signed.Signature.SignedHeaders),
        signed.Signature.Scope.ToString(),
        regionSet,
        signed.Signature.Signature,
        service,
        presignedUri,
        credentials);

    private ChunkSignatureChain Chain(string previousSignature, AWS4aSigningResult head)
    {
        var signedAt = new DateTimeOffset(head.DateTime.ToUniversalTime(), TimeSpan.Zero);
        var parameters = Parameters(head.Credentials, head.RegionSet, head.Service);
        var scope = parameters.ScopeAt(signedAt);
        return new ChunkSignatureChain(_keys.Get(parameters.Algorithm, parameters.Credential, scope), signedAt, scope, previousSignature);
    }
}
