namespace Mrap.Sandbox.Observation;

/// <summary>
/// Which request metric counts an operation, beside AllRequests (Amazon S3 User Guide, "Metrics and dimensions", Amazon S3 CloudWatch
/// request metrics).
/// </summary>
internal enum RequestFamily
{
    /// <summary>None but AllRequests: operations on the configuration of a bucket and on an account.</summary>
    Other,

    /// <summary>GetRequests: reads of objects.</summary>
    Get,

    /// <summary>PutRequests: writes of objects.</summary>
    Put,

    /// <summary>DeleteRequests: deletions of objects, one for a DeleteObjects whatever it names.</summary>
    Delete,

    /// <summary>HeadRequests.</summary>
    Head,

    /// <summary>PostRequests: what is posted, DeleteObjects and SelectObjectContent aside.</summary>
    Post,

    /// <summary>SelectRequests: SelectObjectContent.</summary>
    Select,

    /// <summary>ListRequests: what lists the content of a bucket.</summary>
    List,
}
