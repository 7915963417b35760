using System.Runtime.CompilerServices;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;

namespace Mrap.Sandbox.Authorization;

/// <summary>
/// The policies of buckets and access points, compiled. A policy is compiled when it is first asked for and kept for as long as its text
/// is:
/// stores hold one text for each policy until another is put in its place, so that a text never stands for an older policy.
/// </summary>
internal static class CompiledPolicies
{
    // What is stored was checked when it was put, unless an older build put it: then nobody but who mends it gets in.
    private const string Closed =
        """{"Statement":{"Effect":"Deny","Principal":"*","NotAction":"""
            + """["s3:GetBucketPolicy","s3:PutBucketPolicy","s3:DeleteBucketPolicy"],"Resource":"*"}}""";

    private static readonly ConditionalWeakTable<string, CompiledPolicy> s_buckets = [];
    private static readonly ConditionalWeakTable<string, CompiledPolicy> s_accessPoints = [];

    /// <summary>The policy of a bucket.</summary>
    /// <param name="text">The text as the store holds it; null for none.</param>
    public static CompiledPolicy? OfBucket(string? text) =>
        text is null ? null : s_buckets.GetValue(text, static text => Compile(text, PolicyKind.Bucket));

    /// <summary>The established policy of an access point.</summary>
    /// <param name="text">The text as the store holds it; null for none.</param>
    public static CompiledPolicy? OfAccessPoint(string? text) =>
        text is null ? null : s_accessPoints.GetValue(text, static text => Compile(text, PolicyKind.AccessPoint));

    private static CompiledPolicy Compile(string text, PolicyKind kind) =>
        CompiledPolicy.Compile(
            PolicyDocument.Parse(text, kind).TryGet(out var document) ? document : PolicyDocument.Parse(Closed, kind).Document, kind);
}
