using Microsoft.Extensions.Options;

namespace Mrap.Web.Configuration;

/// <summary>Names every setting of the <c>Console</c> section that is wrong, each with its configuration key.</summary>
public sealed class ConsoleOptionsValidator : IValidateOptions<ConsoleOptions>
{
    public ValidateOptionsResult Validate(string? name, ConsoleOptions options)
    {
        var faults = new List<string>();
        if (!Enum.GetNames<ConsoleMode>().Contains(options.Mode, StringComparer.OrdinalIgnoreCase))
        {
            faults.Add($"Console:Mode must be `Sandbox` or `Aws`, not `{options.Mode}`.");
        }

        switch (ListenAddress.Parse(options.Url))
        {
            case null:
                faults.Add($"Console:Url must be an address such as `http://localhost:5080`, not `{ListenAddress.Shown(options.Url)}`.");
                break;
            case { IsLoopback: false }:
                faults.Add(
                    $"Console:Url must be a loopback address such as `http://localhost:5080`, not `{options.Url}`: without sign-in, "
                        + "whoever reaches the console may change everything.");
                break;
            case { Port: 0, Host: var host } when string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase):
                faults.Add(
                    $"Console:Url must be an address such as `http://127.0.0.1:0` for any free port, not `{options.Url}`: localhost "
                        + "is two addresses, which would get a port each.");
                break;
        }

        if (options.ActivityEntries is < ConsoleOptions.MinActivityEntries or > ConsoleOptions.MaxActivityEntries)
        {
            faults.Add(
                $"Console:ActivityEntries must be a number from {ConsoleOptions.MinActivityEntries} to "
                    + $"{ConsoleOptions.MaxActivityEntries}, not `{options.ActivityEntries}`.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
