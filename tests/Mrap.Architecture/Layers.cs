using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Mrap.Architecture;

/// <summary>Which types of one room use types of another.</summary>
internal static class Layers
{
    /// <summary>The full names of the types of one room that depend on another room.</summary>
    /// <param name="used">The room that is used.</param>
    /// <param name="user">The room that may use it.</param>
    public static IEnumerable<string> UsersOf(string used, string user)
    {
        var architecture = new ArchLoader().LoadAssemblies(Assembly.Load(used), Assembly.Load(user)).Build();
        return architecture.Types
            .Where(type => IsOf(type, user) && type.Dependencies.Any(dependency => IsOf(dependency.Target, used)))
            .Select(type => type.FullName)
            .Distinct();
    }

    /// <summary>The uses between types of one room, compiler-made types included.</summary>
    public static IEnumerable<TypeUse> UsesWithin(string room)
    {
        var architecture = new ArchLoader().LoadAssembly(Assembly.Load(room)).Build();
        return architecture.Types
            .Where(type => IsOf(type, room))
            .SelectMany(
                type => type.Dependencies
                    .Where(dependency => IsOf(dependency.Target, room))
                    .Select(dependency => new TypeUse(type.FullName, dependency.Target.FullName)));
    }

    /// <summary>Whether a type of the console belongs to the composition root, which may start the sandbox.</summary>
    /// <param name="type">The full name.</param>
    public static bool IsHosting(string type) =>
        type.StartsWith("Mrap.Web.Hosting.", StringComparison.Ordinal)
            || type is "Program"
            || type.StartsWith("Program+", StringComparison.Ordinal);

    // the loader leaves types that it cannot resolve without an assembly
    private static bool IsOf(IType type, string assembly) => type.Assembly?.Name.Split(',')[0] == assembly;
}
