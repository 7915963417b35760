using Mrap.Policy.Actions;
using Mrap.Policy.Arns;

namespace Mrap.Policy.Checks.Arns;

/// <summary>Tells which of S3's resource types an entry of Resource can match, as a set of bits.</summary>
internal static class ResourceKinds
{
    private const int MaxLength = 2_048;

    private static readonly Form[] s_forms = [.. S3Actions.ResourceTypes.Select((type, i) => Form.Of(type, 1 << i))];

    /// <summary>Every type.</summary>
    public static int All { get; } = (1 << S3Actions.ResourceTypes.Length) - 1;

    /// <summary>Buckets.</summary>
    public static int Bucket { get; } = BitOf("bucket");

    /// <summary>Objects in buckets.</summary>
    public static int Object { get; } = BitOf("object");

    /// <summary>Access points, single-Region and Multi-Region.</summary>
    public static int AccessPoint { get; } = BitOf("accesspoint") | BitOf("multiregionaccesspoint");

    /// <summary>Objects in access points.</summary>
    public static int AccessPointObject { get; } = BitOf("accesspointobject");

    /// <summary>The types that an action is about; empty for actions that are about no resource.</summary>
    public static int Of(ActionEntry action)
    {
        var bits = 0;
        foreach (var resource in action.Resources)
        {
            bits |= BitOf(resource.Type);
        }

        // the guide to Multi-Region Access Points grants it there, the action table does not list it
        return action.Name == "s3:ListBucketMultipartUploads" ? bits | BitOf("accesspoint") : bits;
    }

    /// <summary>The types that an entry can match; all of them for `*`, none for what is no ARN of S3.</summary>
    public static int Of(string entry, WrittenArn? arn)
    {
        if (!entry.AsSpan().ContainsAnyExcept('*'))
        {
            return entry.Length == 0 ? 0 : All;
        }

        // what is longer than any ARN is not worth the work
        if (entry.Length > MaxLength)
        {
            return All;
        }

        var bits = 0;
        if (arn is not null)
        {
            foreach (var form in s_forms)
            {
                bits |= form.CanMatch(arn) ? form.Bit : 0;
            }
        }

        return bits;
    }

    private static int BitOf(string type)
    {
        var types = S3Actions.ResourceTypes;
        for (var i = 0; i < types.Length; i++)
        {
            if (types[i].Name == type)
            {
                return 1 << i;
            }
        }

        return 0;
    }

    private sealed record Form(int Bit, string Service, bool HasRegion, bool NeedsRegion, bool HasAccount, ResourceShape Resource)
    {
        public static Form Of(ResourceTypeEntry type, int bit)
        {
            var format = Arn.Parse(type.ArnFormat).Value;
            var isAccessPoint = type.Name is "accesspoint" or "accesspointobject";
            return new Form(
                bit, format.Service.ToString(), !format.Region.IsEmpty, !format.Region.IsEmpty && !isAccessPoint, !format.Account.IsEmpty,
                ResourceShape.Of(format.Resource.ToString()));
        }

        public bool CanMatch(WrittenArn arn) =>
            IsService(arn.Service)
            && (HasRegion || CanBeEmpty(arn.Region))
            && (!NeedsRegion || arn.Region.Length > 0)
            && (HasAccount ? arn.Account.Length > 0 : CanBeEmpty(arn.Account))
            && Resource.CanMatch(arn.Resource);

        private bool IsService(string service) =>
            service == Service || (WrittenArn.IsPattern(service) && ResourceShape.Of(Service).CanMatch(service));

        private static bool CanBeEmpty(string field) =>
            !field.AsSpan().ContainsAnyExcept('*') || field.StartsWith("${", StringComparison.Ordinal);
    }
}
