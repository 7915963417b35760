using Amazon.SecurityToken.Model;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Connections;

/// <summary>Whose account the credentials belong to. Asked once; a failure is asked again.</summary>
public sealed class AccountIdentity(AwsClients clients)
{
    private const string WhatFailed = "The account of the credentials could not be found out.";

    private volatile Known? _known;

    /// <summary>The account of the credentials.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The account, or why it is not known.</returns>
    public async Task<Outcome<AccountId>> GetAsync(CancellationToken cancellationToken)
    {
        var outcome = await AskAsync(cancellationToken);
        return outcome.TryGet(out var known, out var fault) ? known.Account : fault;
    }

    /// <summary>The ARN of the user or session that the credentials belong to.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The ARN, or why it is not known.</returns>
    public async Task<Outcome<string>> GetArnAsync(CancellationToken cancellationToken)
    {
        var outcome = await AskAsync(cancellationToken);
        return outcome.TryGet(out var known, out var fault) ? known.Arn : fault;
    }

    private async Task<Outcome<Known>> AskAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known)
        {
            return known;
        }

        var answer = await AwsCall.InvokeAsync(
            WhatFailed, () => clients.Identity().GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken));
        if (!answer.TryGet(out var identity, out var fault))
        {
            return fault;
        }

        return AccountId.Parse(identity.Account).TryGet(out var account)
            ? _known = new Known(account, identity.Arn ?? string.Empty)
            : AwsFaults.Unreadable(WhatFailed, $"the service named the account `{identity.Account}`");
    }

    private sealed record Known(AccountId Account, string Arn);
}
