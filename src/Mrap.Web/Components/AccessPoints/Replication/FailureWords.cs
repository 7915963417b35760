namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>
/// What the reasons of failed replication mean (Amazon S3 User Guide, "Amazon S3 replication failure reasons").
/// </summary>
public static class FailureWords
{
    /// <summary>What a reason means, and the permission that is missing.</summary>
    /// <param name="reason">The name that S3 gives the reason.</param>
    /// <returns>A sentence, and an action of IAM; null when no permission is missing.</returns>
    public static (string Text, string? Permission) Of(string reason) => reason switch
    {
        "AssumeRoleNotPermitted" => ("S3 may not assume the role: its trust policy does not name s3.amazonaws.com.", "sts:AssumeRole"),
        "SrcGetObjectNotPermitted" => ("The role may not read the object.", "s3:GetObjectVersionForReplication"),
        "SrcGetAclNotPermitted" => ("The role may not read the object's access control list.", "s3:GetObjectVersionAcl"),
        "SrcGetTaggingNotPermitted" => ("The role may not read the object's tags.", "s3:GetObjectVersionTagging"),
        "SrcHeadObjectNotPermitted" => ("The role may not read the object's metadata.", "s3:GetObjectVersionForReplication"),
        "DstPutObjectNotPermitted" => ("The role may not write at the destination.", "s3:ReplicateObject"),
        "DstPutTaggingNotPermitted" => ("The role may not write tags at the destination.", "s3:ReplicateTags"),
        "DstDelObjNotPermitted" => ("The role may not replicate delete markers to the destination.", "s3:ReplicateDelete"),
        "DstPutAclNotPermitted" => ("The role may not change the owner of replicas.", "s3:ObjectOwnerOverrideToBucketOwner"),
        "DstPutLegalHoldNotPermitted" => ("The role may not read legal holds at the source.", "s3:GetObjectLegalHold"),
        "InitiateReplicationNotPermitted" => ("The job's role may not start replication.", "s3:InitiateReplication"),
        "DstBucketNotFound" => ("The destination does not exist any more.", null),
        "DstBucketUnversioned" => ("Versioning of the destination is not enabled.", null),
        "DstBucketObjectLockConfigMissing" => ("The source has Object Lock and the destination has not.", null),
        "DstObjectHardDeleted" => ("The object was removed for good at the destination.", null),
        "DstVersionNotFound" => ("The version whose tags changed is not at the destination.", null),
        "DstKmsKeyNotFound" or "DstKmsKeyInvalidState" => ("The KMS key of the destination cannot be used.", null),
        "SrcBucketNotFound" => ("The source does not exist any more.", null),
        "SrcKmsKeyInvalidState" => ("The KMS key of the source cannot be used.", null),
        "SrcObjectNotEligible" => ("The object cannot be replicated: its storage class or its encryption is not supported.", null),
        "SrcVersionNotFound" => ("The version was removed before it was replicated.", null),
        _ => ("S3 gives no other reason.", null),
    };
}
