using Amazon.RuntimeDependencies;

namespace Mrap.Aws.Signing;

/// <summary>Teaches the AWS SDK Signature Version 4A, which requests to access points need (IAM User Guide, "AWS Signature Version 4 for API requests").</summary>
public static class SigV4a
{
    private static int s_registered;

    /// <summary>
    /// Registers our signer with the SDK, once per process however often it is called. It must happen before the first request to an access
    /// point.
    /// </summary>
    public static void Register()
    {
        if (Interlocked.Exchange(ref s_registered, 1) == 0)
        {
            GlobalRuntimeDependencyRegistry.Instance.RegisterSigV4aProvider(
                context => new ManagedSigV4aProvider(context.SigV4aCrtSignerContextData.SignPayload));
        }
    }
}
