namespace Mrap.Sandbox.Network;

/// <summary>The services behind whose names the sandbox stands.</summary>
internal enum AwsService
{
    /// <summary>Amazon S3, buckets and objects.</summary>
    S3,

    /// <summary>The global data plane of Multi-Region Access Points.</summary>
    S3Global,

    /// <summary>Amazon S3 Control.</summary>
    S3Control,

    /// <summary>AWS Security Token Service.</summary>
    Sts,

    /// <summary>Amazon CloudWatch.</summary>
    CloudWatch,

    /// <summary>AWS Identity and Access Management.</summary>
    Iam,

    /// <summary>IAM Access Analyzer.</summary>
    AccessAnalyzer,
}
