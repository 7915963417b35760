using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Mrap.Sandbox.Tests;

/// <summary>What a container would hold.</summary>
internal static class Registered
{
    /// <summary>
    /// Every implementation of a service, without what it is made of: good for what it says of itself, not for what it does.
    /// </summary>
    public static IEnumerable<T> Of<T>(IServiceCollection services) => services
        .Where(service => service.ServiceType == typeof(T))
        .Select(service => (T)RuntimeHelpers.GetUninitializedObject(service.ImplementationType!));
}
