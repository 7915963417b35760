using System.Collections.Immutable;

namespace Mrap.Sandbox.Admin;

/// <summary>Operations of the control interface together with what carries them out. Listed in the container, they are served.</summary>
internal interface IAdminOperations
{
    /// <summary>The operations.</summary>
    ImmutableArray<AdminOperation> Operations { get; }
}
