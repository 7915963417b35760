using System.Collections.Immutable;
using Mrap.Core.AccessPoints;
using Mrap.Core.Replication.Planning;
using Mrap.Web.Navigation;

namespace Mrap.Web.Components.AccessPoints.Replication;

/// <summary>What the wizard's address means for an access point.</summary>
/// <param name="State">The address.</param>
/// <param name="Sources">The buckets that replicate.</param>
/// <param name="Destinations">The buckets that are replicated to.</param>
public sealed record WizardBuckets(
    ReplicationWizardState State, ImmutableArray<MemberBucket> Sources, ImmutableArray<MemberBucket> Destinations)
{
    /// <summary>The rules that are wanted.</summary>
    public ImmutableArray<DesiredRule> Desired => ReplicationTemplate.OneWay(
        [.. Sources.Select(member => member.Bucket)], [.. Destinations.Select(member => member.Bucket)], State.Draft.Options);

    /// <summary>Whether any two buckets replicate to each other.</summary>
    public bool IsTwoWay => Sources.Count(Destinations.Contains) > 1;

    /// <summary>What becomes of other rules.</summary>
    public MergeMode Mode => State.IsReplacing ? MergeMode.Replace : MergeMode.Keep;

    /// <summary>The last step that can be gone to.</summary>
    public ReplicationStep Furthest
    {
        get
        {
            var step = ReplicationStep.Buckets;
            while (step < ReplicationStep.Review && FaultOf(step) is null)
            {
                step++;
            }

            return step;
        }
    }

    /// <summary>Works it out. Usual is: among all of them, or from the first to all others.</summary>
    public static WizardBuckets Of(ReplicationWizardState state, ImmutableArray<MemberBucket> members)
    {
        var isAmong = state.Template == ReplicationPattern.Among;
        var sources = ReplicationWizardState.Read(state.From, members, isAmong ? members : members.Take(1));
        return new WizardBuckets(
            state, sources, isAmong ? sources : ReplicationWizardState.Read(state.To, members, members.Except(sources)));
    }

    /// <summary>What is wrong at a step: a sentence; null when nothing is.</summary>
    public string? FaultOf(ReplicationStep step) => step switch
    {
        ReplicationStep.Buckets when State.Template == ReplicationPattern.Among =>
            Sources.Length < 2 ? "Choose two buckets at least." : null,
        ReplicationStep.Buckets => Sources.IsEmpty ? "Choose a bucket to replicate from."
            : Destinations.IsEmpty ? "Choose a bucket to replicate to."
            : Desired.IsEmpty ? "A bucket does not replicate to itself: choose another source or another destination."
            : null,
        ReplicationStep.Scope => State.Draft.ScopeFault,
        ReplicationStep.Options => State.Draft.OptionsFault,
        ReplicationStep.Review => null,
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>The state with a bucket among the sources or not.</summary>
    public ReplicationWizardState WithSource(MemberBucket member, bool isChosen) =>
        State with
        {
            From = Write(Sources, member, isChosen),
            To = State.Template == ReplicationPattern.Among ? null : Write(Destinations),
        };

    /// <summary>The state with a bucket among the destinations or not.</summary>
    public ReplicationWizardState WithDestination(MemberBucket member, bool isChosen) =>
        State with { From = Write(Sources), To = Write(Destinations, member, isChosen) };

    private static string Write(ImmutableArray<MemberBucket> members) =>
        ReplicationWizardState.Write(members.Select(member => member.Region));

    private static string Write(ImmutableArray<MemberBucket> members, MemberBucket member, bool isChosen) =>
        Write([.. isChosen ? members.Append(member).Distinct() : members.Where(each => each != member)]);
}
