using Microsoft.Extensions.Options;
using Mrap.Core.AccessPoints;
using Mrap.Core.Regions;
using Mrap.Core.Routing;
using Mrap.Policy.Text;
using Mrap.Policy.Model;

namespace Mrap.Sandbox.Configuration;

/// <summary>Checks the settings of the sandbox: one sentence for each fault, naming its key.</summary>
public sealed class SandboxOptionsValidator : IValidateOptions<SandboxOptions>
{
    private const int MaxPort = 65535;
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SandboxOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        CheckPort(faults, nameof(options.HttpPort), options.HttpPort);
        CheckPort(faults, nameof(options.ProxyPort), options.ProxyPort);
        if (options.HttpPort != 0 && options.HttpPort == options.ProxyPort)
        {
            faults.Add(
                $"{Key(nameof(options.ProxyPort))} must differ from {Key(nameof(options.HttpPort))}, but both are {options.HttpPort}.");
        }

        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            faults.Add($"{Key(nameof(options.DataDirectory))} must name a directory.");
        }

        if (!Enum.IsDefined(options.Durability))
        {
            faults.Add($"{Key(nameof(options.Durability))} must be `Process` or `Full`.");
        }

        CheckTime(faults, nameof(options.OperationDelay), options.OperationDelay);
        CheckTime(faults, nameof(options.RoutePropagation), options.RoutePropagation);
        if (options.AccessLogDelivery < TimeSpan.FromSeconds(1) || options.AccessLogDelivery > s_longest)
        {
            faults.Add(
                $"{Key(nameof(options.AccessLogDelivery))} must be from `00:00:01` to `01:00:00`, not `{options.AccessLogDelivery}`.");
        }

        if (VantageCatalog.Find(options.DefaultVantage) is null)
        {
            faults.Add(
                $"{Key(nameof(options.DefaultVantage))} must be a Region such as `us-east-1` or a city such as `ng-lagos`, not "
                    + $"`{DisplayText.Truncate(options.DefaultVantage)}`.");
        }

        foreach (var region in options.DisabledRegions)
        {
            if (!RegionId.Parse(region).TryGet(out var id) || RegionCatalog.Find(id) is not { IsOptIn: true })
            {
                faults.Add($"{Key(nameof(options.DisabledRegions))} may name opt-in Regions only, not `{DisplayText.Truncate(region)}`.");
            }
        }

        CheckPrincipals(faults, options.Principals);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void CheckPort(List<string> faults, string name, int port)
    {
        if (port is < 0 or > MaxPort)
        {
            faults.Add($"{Key(name)} must be a port from 1 to {MaxPort}, or 0 for any free one, not {port}.");
        }
    }

    private static void CheckTime(List<string> faults, string name, TimeSpan time)
    {
        if (time < TimeSpan.Zero || time > s_longest)
        {
            faults.Add($"{Key(name)} must be from `00:00:00` to `01:00:00`, not `{time}`.");
        }
    }

    private static void CheckPrincipals(List<string> faults, IList<PrincipalOptions> principals)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < principals.Count; i++)
        {
            var principal = principals[i];
            var path = $"{SandboxOptions.Section}:Principals:{i}";
            if (!AccountId.Parse(principal.AccountId).IsValid)
            {
                faults.Add($"{path}:AccountId must be an account number of 12 digits.");
            }

            if (principal.UserName.Length is < 1 or > 64 || !principal.UserName.All(IsNameCharacter))
            {
                faults.Add($"{path}:UserName must be 1 to 64 letters, digits and `+=,.@_-`.");
            }

            if (principal.AccessKeyId.Length is < 16 or > 128 || !principal.AccessKeyId.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                faults.Add($"{path}:AccessKeyId must be 16 to 128 letters, digits and underscores.");
            }
            else if (!keys.Add(principal.AccessKeyId))
            {
                faults.Add($"{path}:AccessKeyId `{DisplayText.Truncate(principal.AccessKeyId)}` is used twice.");
            }

            if (principal.SecretAccessKey.Length is < 1 or > 128)
            {
                faults.Add($"{path}:SecretAccessKey must have 1 to 128 characters.");
            }

            for (var p = 0; p < principal.Policies.Count; p++)
            {
                var reading = PolicyDocument.Parse(principal.Policies[p], PolicyKind.Identity);
                if (!reading.IsValid)
                {
                    faults.Add($"{path}:Policies:{p} must be an IAM policy document in JSON: {reading.Faults[0].Message}.");
                }
            }
        }
    }

    private static bool IsNameCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '=' or ',' or '.' or '@' or '_' or '-';

    private static string Key(string name) => $"{SandboxOptions.Section}:{name}";
}
