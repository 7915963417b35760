using Mrap.Sandbox.Identity;
using Mrap.Sandbox.Wire;

namespace Mrap.Sandbox.Iam;

/// <summary>What holds for the policies of users and roles alike.</summary>
internal static class Policies
{
    /// <summary>Makes sure that a user or role that is to go has no policies any more.</summary>
    /// <exception cref="ServiceException">It has some.</exception>
    public static void RequireNone(IamEntity entity)
    {
        if (!entity.Attached.IsEmpty)
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must detach all policies first.");
        }

        if (!entity.Inline.IsEmpty)
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must delete policies first.");
        }
    }
}
