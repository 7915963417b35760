using System.Reflection;

namespace Mrap.Clients;

/// <summary>Where the scripts of the other languages are.</summary>
internal static class ClientSources
{
    public static string Folder { get; } = typeof(ClientSources).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ClientSources").Value!;
}
