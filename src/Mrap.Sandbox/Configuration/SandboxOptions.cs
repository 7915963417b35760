using Microsoft.Extensions.Configuration;

namespace Mrap.Sandbox.Configuration;

/// <summary>The settings of the sandbox, section <c>Sandbox</c>.</summary>
public sealed class SandboxOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Sandbox";

    /// <summary>The port of the plain HTTP endpoint, 1 to 65535, or 0 for any free port.</summary>
    public int HttpPort { get; set; } = 5081;

    /// <summary>The port of the TLS endpoint and CONNECT proxy, 1 to 65535, or 0 for any free port.</summary>
    public int ProxyPort { get; set; } = 5082;

    /// <summary>
    /// Where Regions, the certificate authority and the control plane are kept; a relative path counts from the current directory.
    /// </summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>What an acknowledged write survives.</summary>
    public Durability Durability { get; set; } = Durability.Process;

    /// <summary>How long an asynchronous control-plane operation takes, zero to one hour.</summary>
    public TimeSpan OperationDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a route change takes to reach all vantages, zero to one hour.</summary>
    public TimeSpan RoutePropagation { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often server access logs are delivered, one second to one hour.</summary>
    public TimeSpan AccessLogDelivery { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether the control plane answers only in the Regions in which the real one answers.</summary>
    public bool StrictRegions { get; set; } = true;

    /// <summary>Where a client is that does not say: a Region code or a city.</summary>
    public string DefaultVantage { get; set; } = "us-east-1";

    /// <summary>
    /// Whether an alias given as an ordinary bucket name, path style, is served as the access point, which AWS would not do.
    /// </summary>
    public bool AliasAsBucket { get; set; } = true;

    /// <summary>Opt-in Regions that count as not enabled in every account; none by default.</summary>
    public IList<string> DisabledRegions { get; init; } = [];

    /// <summary>
    /// The users that may sign requests; empty for one administrator (<see cref="PrincipalOptions.DefaultAdministrator"/>).
    /// </summary>
    public IList<PrincipalOptions> Principals { get; init; } = [];

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">The whole configuration.</param>
    /// <returns>Settings that keep every rule.</returns>
    /// <exception cref="SandboxStartException">A value is not of its type, or breaks a rule.</exception>
    public static SandboxOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new SandboxOptions();
        try
        {
            configuration.GetSection(Section).Bind(options);
        }
        catch (InvalidOperationException fault)
        {
            throw new SandboxStartException(SettingFault.Of(configuration, fault), fault);
        }

        options.ThrowIfInvalid();
        return options;
    }

    /// <summary>Checks all settings.</summary>
    /// <exception cref="SandboxStartException">Rules are broken; the message has one sentence for each.</exception>
    internal void ThrowIfInvalid()
    {
        var result = new SandboxOptionsValidator().Validate(name: null, this);
        if (result.Failed)
        {
            throw new SandboxStartException(string.Join(' ', result.Failures));
        }
    }
}
