using Mrap.Policy.Text;

namespace Mrap.Policy.Syntax;

/// <summary>
/// Finds names that an object has twice: readers keep the first or the last of them, so no two agree what the text means.
/// </summary>
internal static class JsonDuplicates
{
    private const int FewMembers = 12;

    /// <summary>Reports every repeated name after its first.</summary>
    public static void Report(JsonObjectSyntax found, FaultList faults)
    {
        var members = found.Members;
        if (members.Length > FewMembers)
        {
            var names = new HashSet<string>(members.Length);
            foreach (var member in members)
            {
                if (!names.Add(member.Name))
                {
                    Add(member, faults);
                }
            }

            return;
        }

        for (var i = 1; i < members.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (members[i].Name == members[j].Name)
                {
                    Add(members[i], faults);
                    break;
                }
            }
        }
    }

    private static void Add(JsonMemberSyntax member, FaultList faults) => faults.Add(
        PolicyFaultCodes.DuplicateKey, $"{DisplayText.Quote(member.Name)} stands twice in one object", "keep one of them", member.NameSpan);
}
