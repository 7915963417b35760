using CsCheck;
using Mrap.Aws.Requests;
using Mrap.Core.AccessPoints;
using Mrap.Core.AccessPoints.Drafts;
using Mrap.Core.Comparison;
using Mrap.Core.Geography;
using Mrap.Core.Maps;
using Mrap.Core.Regions;
using Mrap.Core.Replication;
using Mrap.Core.Replication.Drafts;
using Mrap.Core.Routing;
using Mrap.Web.Components.AccessPoints.List;
using Mrap.Web.Navigation;

namespace Mrap.Web.Tests.Navigation;

/// <summary>Every page's state comes back from its own address, and no address is too strange to be read.</summary>
public sealed class PageStateTests
{
    // printable, in every script
    private static readonly Gen<string> s_text =
        Gen.Char[' ', '\uD7FF'].Where(c => !char.IsControl(c)).Array[0, 60].Select(chars => new string(chars).Trim());

    private static readonly Gen<string?> s_optional = s_text.Select(text => text.Length == 0 ? null : text);
    private static readonly Gen<Vantage> s_vantage = Gen.Int[0, VantageCatalog.All.Length - 1].Select(i => VantageCatalog.All[i]);
    private static readonly Gen<Vantage> s_place = Gen.OneOf(
        s_vantage,
        Gen.Select(Gen.Double[-90, 90], Gen.Double[-180, 180], (latitude, longitude) => Vantage.At(new GeoPoint(latitude, longitude))));

    private static readonly Gen<MapView> s_view = Gen.Select(
        Gen.Double[-10, 1100], Gen.Double[-10, 600], Gen.Double[0, 9], Gen.Enum<MapCentre>(), MapView.Of);

    private static readonly Gen<RegionId> s_region =
        Gen.Int[0, RegionCatalog.Commercial.Length - 1].Select(i => RegionCatalog.Commercial[i].Id);

    [Fact]
    public void AccessPoints_ReadFromTheirAddress_AreTheSame() => Same(
        Gen.Select(s_text, Gen.Enum<AccessPointStatus>().Nullable(), s_region.Nullable(), Gen.Enum<AccessPointSort>(), Gen.Bool)
            .Select((text, status, region, sort, isDescending) => new AccessPointFilter(text, status, region, sort, isDescending)));

    [Fact]
    public void Overview_ReadFromItsAddress_IsTheSame() => Same(
        Gen.Select(Gen.Bool, s_region.Nullable(), s_place.Null(), Gen.Enum<OverviewLayer>(), s_region.Nullable(), s_view).Select(
            (isTable, region, from, layer, other, view) => new OverviewState(isTable, region, from)
            {
                Layer = layer,
                Down = other,
                Against = other,
                View = view,
            }));

    [Fact]
    public void Route_ReadFromItsAddress_IsTheSame() => Same(
        Gen.Select(Gen.Bool, s_place.Null(), s_text, s_view).Select(
            (isNamed, from, key, view) => new RouteState(isNamed ? "media-global" : null, from, key, view)));

    [Fact]
    public void Dashboard_ReadFromItsAddress_IsTheSame() =>
        Same(Gen.Select(s_region.Nullable(), s_view).Select((region, view) => new DashboardState(region, view)));

    [Fact]
    public void Permissions_ReadFromTheirAddress_AreTheSame() =>
        Same(Gen.Select(Gen.Bool, s_optional).Select((isEditing, template) => new PermissionsState(isEditing, template)));

    [Fact]
    public void Deletion_ReadFromItsAddress_IsTheSame() => Same(Gen.Bool.Select(isAsked => new DeletionState(isAsked)));

    [Fact]
    public void Creation_ReadFromItsAddress_IsTheSame() => Same(Gen.Enum<WizardStep>().Select(step => new CreateState(step)));

    [Fact]
    public void Request_ReadFromItsAddress_IsTheSame() => Same(
        Gen.Select(Gen.Enum<ObjectVerb>(), s_text, s_vantage, s_text)
            .Select((verb, key, vantage, body) => new RequestForm(verb, key, vantage, verb == ObjectVerb.Put ? body : string.Empty)));

    [Fact]
    public void Simulation_ReadFromItsAddress_IsTheSame() => Same(
        Gen.Select(s_optional, s_optional, s_optional, s_optional, Gen.Bool, s_optional, s_optional)
            .Select((state, accessPoint, example, tab, isMatrix, actions, own) =>
                new SimulatorUrl(state, accessPoint, example, tab, isMatrix ? SimulatorUrl.Matrix : null, actions, actions, own)));

    [Fact]
    public void Gaps_ReadFromTheirAddress_AreTheSame() => Same(
        Gen.Select(
            s_text, Gen.Bool, s_text, Gen.OneOf<DifferenceAspects?>(null, DifferenceAspects.ETag, DifferenceAspects.Missing),
            s_region.Nullable(), Gen.Enum<GapReason>().Nullable()).Select(
            (prefix, withVersions, key, aspect, region, reason) => new GapsState
            {
                Prefix = prefix,
                WithVersions = withVersions,
                Key = key,
                Aspect = aspect,
                Region = region,
                Reason = reason,
            }));

    [Fact]
    public void Rules_ReadFromTheirAddress_AreTheSame() => Same(
        Gen.Select(s_text, Gen.Enum<RuleAction>().Nullable(), Gen.Bool).Select((id, action, isOpened) => isOpened && id.Length > 0
            ? new RulesState(new RuleAddress(BucketName.Parse("media-eu").Value, id), action)
            : new RulesState(null, action == RuleAction.Undo ? action : null)));

    [Fact]
    public void ReplicationWizard_ReadFromItsAddress_IsTheSame() => Same(
        Gen.Select(
            Gen.Enum<ReplicationStep>(), Gen.Enum<ReplicationPattern>(), s_optional, s_text, Gen.Select(s_text, s_text).Array[0, 3],
            Gen.Bool.Array[5]).Select((step, template, from, prefix, tags, on) => new ReplicationWizardState
            {
                Step = step,
                Template = template,
                From = from,
                Draft = new RuleDraft
                {
                    Prefix = prefix,
                    IsOff = on[0],
                    TimeControl = on[1],
                    Metrics = on[2],
                    DeleteMarkers = on[3],
                    ReplicaModifications = on[4],
                }.WithTags(tags.Select(tag => new ReplicationTag(tag.Item1, tag.Item2))),
                IsReplacing = on[0],
            }));

    [Fact]
    public void Parity_ReadFromItsAddress_IsTheSame() =>
        Same(Gen.Select(Gen.Enum<BucketSetting>().Nullable(), Gen.Bool).Select((opened, only) => new ParityState(opened, only)));

    [Fact]
    public void AnyAddress_IsRead()
    {
        var names = new[]
        {
            "q", "status", "region", "sort", "view", "from", "edit", "op", "key", "body", "step", "delete", "s", "time", "x",
            "map", "layer", "down", "against", "accessPoint", "prefix", "versions", "differ", "why", "setting", "differences",
        };
        Gen.Select(Gen.Int[0, names.Length - 1].Select(i => names[i]), Gen.String[0, 600], Gen.Bool)
            .Array[0, 80]
            .Select(
                parts => "/p?" + string.Join('&', parts.Select(part => $"{part.Item1}={(part.Item3 ? Escaped(part.Item2) : part.Item2)}")))
            .Sample(address =>
            {
                Read<AccessPointFilter>(address);
                Read<OverviewState>(address);
                Read<RouteState>(address);
                Read<DashboardState>(address);
                Read<PermissionsState>(address);
                Read<DeletionState>(address);
                Read<CreateState>(address);
                Read<RequestForm>(address);
                Read<GapsState>(address);
                Read<ParityState>(address);
                Read<RulesState>(address);
                Read<ReplicationWizardState>(address);
                Read<SimulatorUrl>(address);
                Read<ActivityState>(address);
            });
    }

    [Theory]
    [InlineData("?region=atlantis&from=narnia&view=table", "region must be a Region such as us-east-1", "from must be")]
    [InlineData("?view=globe", "view must be map or table")]
    public void Parts_ThatCannotBeRead_AreNamed(string address, params string[] expected)
    {
        var query = PageQuery.Of(address);
        OverviewState.FromQuery(query);

        query.Dropped.Select(part => $"{part.Name} {part.Why}").Zip(expected).ShouldAllBe(pair => pair.First.StartsWith(pair.Second));
        query.Dropped.Length.ShouldBe(expected.Length);
    }

    [Fact]
    public void Text_TooLongOrWithControlCharacters_IsDropped()
    {
        var query = PageQuery.Of($"/a?key={new string('k', 1025)}&body=a%0Ab&q=a%00b&q=second#?status=ready");

        query.Text("key", 1024).ShouldBeNull();
        query.Text("body").ShouldBeNull();
        query.Text("body", isMultiline: true).ShouldBe("a\nb");
        query.Text("q").ShouldBeNull();
        query.Text("status").ShouldBeNull();
        query.Dropped.Select(part => part.Name).ShouldBe(["key", "body", "q", "q"]);
        query.Dropped[2].Why.ShouldBe("stands there more than once: the first counts");
    }

    private static string Escaped(string text) => System.Net.WebUtility.UrlEncode(text);

    private static void Same<TState>(Gen<TState> states)
        where TState : class, IPageState<TState> =>
        states.Sample(state =>
        {
            var query = PageQuery.Of(ConsoleUrls.WithQuery("/page", state.ToQuery()));

            TState.FromQuery(query).ShouldBe(state);
            query.Dropped.ShouldBeEmpty();
        });

    private static void Read<TState>(string address)
        where TState : class, IPageState<TState>
    {
        var state = TState.FromQuery(PageQuery.Of(address));

        // what was read says the same when it is read again
        TState.FromQuery(PageQuery.Of(ConsoleUrls.WithQuery("/page", state.ToQuery()))).ShouldBe(state);
    }
}
