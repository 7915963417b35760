using Microsoft.Extensions.DependencyInjection;
using Mrap.Aws.Connections;
using Mrap.Aws.Hosting;

namespace Mrap.Aws.Tests;

/// <summary>The use cases, connected to a loopback port.</summary>
internal sealed class ConsoleServices : IDisposable
{
    private readonly ServiceProvider _services;

    public ConsoleServices(int port)
        : this(new AwsEnvironment { SandboxPort = port })
    {
    }

    public ConsoleServices(AwsEnvironment environment, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddMrapAws(_ => environment);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public void Dispose() => _services.Dispose();
}
