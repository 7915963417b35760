namespace Mrap.Signing.Faults;

/// <summary>Why a signature was refused. Each kind is one error code of the S3 API reference, page "Error responses".</summary>
public enum SignatureFaultKind
{
    /// <summary>The Authorization header cannot be read or names a wrong scope (<c>AuthorizationHeaderMalformed</c>, 400).</summary>
    AuthorizationHeaderMalformed,

    /// <summary>A presigned URL's parameters are missing or wrong (<c>AuthorizationQueryParametersError</c>, 400).</summary>
    AuthorizationQueryParametersError,

    /// <summary>An Authorization header of an unknown type, or two mechanisms at once (<c>InvalidArgument</c>, 400).</summary>
    UnsupportedAuthorization,

    /// <summary>Signature Version 2 (<c>InvalidRequest</c>, 400).</summary>
    LegacySignature,

    /// <summary>No readable date (<c>AccessDenied</c>, 403).</summary>
    MissingDate,

    /// <summary>Signed more than 15 minutes from now (<c>RequestTimeTooSkewed</c>, 403).</summary>
    RequestTimeTooSkewed,

    /// <summary>A presigned URL past its time (<c>AccessDenied</c>, 403).</summary>
    Expired,

    /// <summary>A presigned URL before its time (<c>AccessDenied</c>, 403).</summary>
    NotYetValid,

    /// <summary>The host or an x-amz- header is not under the signature (<c>AccessDenied</c>, 403).</summary>
    HeadersNotSigned,

    /// <summary>The x-amz-content-sha256 header is missing (<c>InvalidRequest</c>, 400).</summary>
    MissingPayloadHash,

    /// <summary>The x-amz-content-sha256 header is neither a hash nor a known word (<c>InvalidArgument</c>, 400).</summary>
    InvalidPayloadHash,

    /// <summary>The session token is missing, superfluous or another's (<c>InvalidToken</c>, 400).</summary>
    InvalidToken,

    /// <summary>The signature is not that of the request (<c>SignatureDoesNotMatch</c>, 403).</summary>
    SignatureDoesNotMatch,
}
