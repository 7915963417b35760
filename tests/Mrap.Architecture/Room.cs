using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Mrap.Architecture;

/// <summary>One assembly of the product, read from its metadata without loading it.</summary>
internal sealed class Room : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    private Room(string path)
    {
        Path = path;
        _file = new PEReader(ImmutableArray.Create(File.ReadAllBytes(path)));
        _metadata = _file.GetMetadataReader();
    }

    /// <summary>The rooms without clock, random, I/O and logging.</summary>
    public static ImmutableArray<string> Pure { get; } = ["Mrap.Policy", "Mrap.Core", "Mrap.Signing"];

    /// <summary>Every room.</summary>
    public static ImmutableArray<string> All { get; } = [.. Pure, "Mrap.AwsSdk", "Mrap.Aws", "Mrap.Sandbox", "Mrap.Traffic", "Mrap.Web"];

    public string Path { get; }

    /// <summary>The names of the assemblies that the compiled code refers to.</summary>
    public IEnumerable<string> References =>
        _metadata.AssemblyReferences.Select(handle => _metadata.GetString(_metadata.GetAssemblyReference(handle).Name));

    /// <summary>Every type of another assembly that the code refers to, as <c>Namespace.Name</c>.</summary>
    public IEnumerable<string> ForeignTypes => _metadata.TypeReferences.Select(FullName);

    /// <summary>Every member of another assembly's type that the code refers to, as <c>Namespace.Type.Member</c>.</summary>
    public IEnumerable<string> ForeignMembers => _metadata.MemberReferences
        .Select(_metadata.GetMemberReference)
        .Where(member => member.Parent.Kind == HandleKind.TypeReference)
        .Select(member => $"{FullName((TypeReferenceHandle)member.Parent)}.{_metadata.GetString(member.Name)}");

    /// <summary>The namespaces of the room's own types.</summary>
    public IEnumerable<string> Namespaces => _metadata.TypeDefinitions
        .Select(handle => _metadata.GetString(_metadata.GetTypeDefinition(handle).Namespace))
        .Where(name => name.Length > 0)
        .Distinct();

    /// <summary>The event ids of the log messages that the room defines, one for each definition.</summary>
    public IEnumerable<int> EventIds =>
        _metadata.CustomAttributes.Select(_metadata.GetCustomAttribute).Where(IsLoggerMessage).Select(ReadEventId);

    public static Room Open(string name) => new(System.IO.Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    public void Dispose() => _file.Dispose();

    private bool IsLoggerMessage(CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
        && _metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
        && FullName((TypeReferenceHandle)type) == "Microsoft.Extensions.Logging.LoggerMessageAttribute";

    // the first argument of the constructor stands behind the two bytes that begin every attribute
    private int ReadEventId(CustomAttribute attribute)
    {
        var value = _metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return value.ReadInt32();
    }

    private string FullName(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        var name = _metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{FullName((TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{_metadata.GetString(type.Namespace)}.{name}";
    }
}
