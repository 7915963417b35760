using Amazon.SecurityToken.Model;
using Mrap.Aws.Faults;
using Mrap.Core.AccessPoints;

namespace Mrap.Aws.Connections;

/// <summary>Whose account the credentials belong to. Asked once; a failure is asked again.</summary>
/// <param name="clients">The clients.</param>
public sealed class AccountIdentity(IAwsClients clients)
{
    private volatile Outcome<AccountId>? _account;

    /// <summary>The account of the credentials.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The account, or why it is not known.</returns>
    public async Task<Outcome<AccountId>> GetAsync(CancellationToken cancellationToken)
    {
        if (_account is { } known)
        {
            return known;
        }

        var answer = await AwsCall.InvokeAsync(
            "The account of the credentials could not be found out.",
            () => clients.Identity().GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken));
        if (!answer.TryGet(out var identity, out var fault))
        {
            return fault;
        }

        if (!AccountId.Parse(identity.Account).TryGet(out var account))
        {
            return AwsFaults.Unreadable("The account of the credentials could not be found out.", $"the service named the account `{identity.Account}`");
        }

        return _account = account;
    }
}
