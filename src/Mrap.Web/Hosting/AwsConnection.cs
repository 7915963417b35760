using Microsoft.Extensions.Options;
using Mrap.Aws.Connections;
using Mrap.Sandbox.Configuration;
using Mrap.Web.Configuration;

namespace Mrap.Web.Hosting;

/// <summary>Says where the console's AWS clients connect to: the embedded sandbox, as its first principal, or AWS.</summary>
public static class AwsConnection
{
    /// <summary>Read when a client is first needed, which is after the sandbox has started.</summary>
    public static AwsEnvironment Of(IServiceProvider services)
    {
        if (services.GetRequiredService<IOptions<ConsoleOptions>>().Value.ParsedMode == ConsoleMode.Aws)
        {
            return new AwsEnvironment { Mode = AwsMode.Aws };
        }

        var principal = SandboxOptions.Read(services.GetRequiredService<IConfiguration>()).Principals.FirstOrDefault()
            ?? PrincipalOptions.DefaultAdministrator();
        return new AwsEnvironment
        {
            Mode = AwsMode.Sandbox,
            SandboxPort = new Uri(services.GetRequiredService<SandboxAddress>().Url).Port,
            AccessKeyId = principal.AccessKeyId,
            SecretAccessKey = principal.SecretAccessKey,
        };
    }
}
