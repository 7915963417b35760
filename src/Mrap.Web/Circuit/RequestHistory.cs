using System.Collections.Immutable;
using Mrap.Core.AccessPoints;

namespace Mrap.Web.Circuit;

/// <summary>The requests tried in this session, newest first; the latest 50 are kept.</summary>
public sealed class RequestHistory
{
    private const int Capacity = 50;

    private ImmutableList<TriedRequest> _all = [];

    public IEnumerable<TriedRequest> Of(AccessPointName name) => _all.Where(tried => tried.AccessPoint == name);

    public void Add(TriedRequest tried)
    {
        _all = _all.Insert(0, tried);
        if (_all.Count > Capacity)
        {
            _all = _all.RemoveAt(_all.Count - 1);
        }
    }
}
