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

    /// <summary>AWS Query in the namespace of IAM.</summary>
    IamQuery,

    /// <summary>REST with JSON, as Access Analyzer speaks it: the code stands in the header <c>x-amzn-ErrorType</c>.</summary>
    Json,
}
