using System.Collections.Immutable;

namespace Mrap.Web.Circuit;

/// <summary>The flash messages of one circuit, oldest first. Safe to use from any thread.</summary>
public sealed class Flashes
{
    private const int MaxShown = 5;

    private ImmutableArray<Flash> _all = [];

    /// <summary>Raised after every change, on the thread that made it.</summary>
    public event EventHandler? Changed;

    public ImmutableArray<Flash> All => _all;

    /// <summary>Shows a message, in the place of an earlier one with the same id.</summary>
    public void Show(Flash flash) => Change(all =>
    {
        var at = IndexOf(all, flash.Id);
        all = at < 0 ? all.Add(flash) : all.SetItem(at, flash);
        return all.Length > MaxShown ? all.RemoveAt(0) : all;
    });

    public void Success(string id, string text, string? actionText = null, string? actionUrl = null) =>
        Show(new(id, FlashKind.Success, text, actionText, actionUrl));

    public void Error(string id, string text, string? actionText = null, string? actionUrl = null) =>
        Show(new(id, FlashKind.Error, text, actionText, actionUrl));

    public void InProgress(string id, string text, string? actionText = null, string? actionUrl = null) =>
        Show(new(id, FlashKind.InProgress, text, actionText, actionUrl));

    /// <summary>Takes a message away; one that is not shown changes nothing.</summary>
    public void Dismiss(string id) => Change(all => IndexOf(all, id) is >= 0 and var at ? all.RemoveAt(at) : all);

    private static int IndexOf(ImmutableArray<Flash> all, string id)
    {
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    private void Change(Func<ImmutableArray<Flash>, ImmutableArray<Flash>> change)
    {
        if (ImmutableInterlocked.Update(ref _all, change))
        {
            Changed?.Invoke(this, EventArgs.Empty);
        }
    }
}
