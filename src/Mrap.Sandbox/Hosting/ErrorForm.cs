namespace Mrap.Sandbox.Hosting;

/// <summary>The shapes of an error's XML.</summary>
internal enum ErrorForm
{
    /// <summary>S3: <c>Error</c> is the root.</summary>
    Flat,

    /// <summary>S3 Control: <c>ErrorResponse/Error</c>, with the identifiers beside it.</summary>
    Nested,

    /// <summary>AWS Query, as STS and CloudWatch speak it: <c>ErrorResponse/Error</c> with a <c>Type</c>.</summary>
    Query,
}
