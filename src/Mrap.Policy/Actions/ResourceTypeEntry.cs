using System.Collections.Immutable;

namespace Mrap.Policy.Actions;

/// <summary>A type of resource that S3 actions work on.</summary>
/// <param name="Name">Its name, such as <c>bucket</c> or <c>accesspointobject</c>.</param>
/// <param name="ArnFormat">Its ARN with <c>${...}</c> for what differs, such as <c>arn:${Partition}:s3:::${BucketName}</c>.</param>
/// <param name="ConditionKeys">The condition keys that the type adds to an action's own.</param>
public sealed record ResourceTypeEntry(string Name, string ArnFormat, ImmutableArray<string> ConditionKeys);
