using System.Collections.Immutable;
using System.Xml;
using Mrap.Sandbox.Configuration;
using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Services;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Sts;

/// <summary>Gives users temporary credentials of their own (AWS STS API Reference, "GetSessionToken"). Needs no permission.</summary>
internal sealed class SessionTokens(IdentityStore store, TemporarySessions sessions) : IQueryOperations
{
    private const int LeastSeconds = 900;
    private const int MaxSeconds = 129_600;
    private const int DefaultSeconds = 43_200;
    private const int MaxRootSeconds = 3600;

    /// <inheritdoc/>
    public AwsService Service => StsService.Descriptor;

    /// <inheritdoc/>
    public ImmutableArray<QueryOperation> Operations => [new("GetSessionToken", GetSessionToken)];

    private Action<XmlWriter> GetSessionToken(QueryCall call)
    {
        var seconds = call.Form.Number("DurationSeconds", LeastSeconds, MaxSeconds) ?? DefaultSeconds;
        if (call.Form.Optional("SerialNumber") is not null || call.Form.Optional("TokenCode") is not null)
        {
            throw ServiceException.Of(403, "AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code. ");
        }

        if (sessions.Find(call.Caller.AccessKeyId) is not null)
        {
            throw ServiceException.Of(403, "AccessDenied", "Cannot call GetSessionToken with session credentials");
        }

        var (id, name) = call.Caller is Caller.Root root
            ? (root.UserId, PrincipalOptions.Root)
            : store.Current.FindByKey(call.Caller.AccessKeyId) is { } user
                ? (user.Id, user.Name)
                : throw new InvalidOperationException("the caller is neither a user nor a session");
        var duration = TimeSpan.FromSeconds(call.Caller is Caller.Root ? Math.Min(seconds, MaxRootSeconds) : seconds);
        var session = sessions.Start(call.Caller.Account, id, name, duration, static started => started) ?? throw QueryErrors.Throttling();
        return xml => CredentialsXml.Write(xml, session);
    }
}
