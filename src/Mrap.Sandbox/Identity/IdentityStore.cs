using Mrap.Core.AccessPoints;

namespace Mrap.Sandbox.Identity;

/// <summary>The users, roles and policies of all accounts. A change is durable before it is seen; readers see one moment, whole.</summary>
internal sealed class IdentityStore
{
    private readonly Lock _gate = new();
    private readonly IdentityDatabase _database;
    private readonly SettingsPrincipals _settings;
    private readonly TimeProvider _time;
    private volatile Identities _current;

    /// <summary>Reads what was kept, and puts the users of the settings into it.</summary>
    public IdentityStore(IdentityDatabase database, SettingsPrincipals settings, TimeProvider time)
    {
        _database = database;
        _settings = settings;
        _time = time;
        _current = Load();
    }

    /// <summary>Everything at this moment.</summary>
    public Identities Current => _current;

    /// <summary>Whether the sandbox knows of an account: the settings name it, or something in it was made.</summary>
    public bool Knows(AccountId account) => _settings.Accounts.Contains(account) || _current.EntitiesOf(account).Any();

    /// <summary>Looks and acts as one step: nothing else changes between.</summary>
    /// <param name="step">Gets everything as it is before the step.</param>
    public T InTransaction<T>(Func<Identities, T> step)
    {
        lock (_gate)
        {
            return step(_current);
        }
    }

    /// <summary>Adds or replaces a user or role.</summary>
    /// <param name="entity">The user or role.</param>
    /// <param name="former">What it was before; null when it is new.</param>
    public void Save(IamEntity entity, IamEntity? former = null)
    {
        lock (_gate)
        {
            var isRenamed = former is not null && former.Arn != entity.Arn;
            Commit(isRenamed ? former : null, [.. isRenamed ? TrustedNames.Follow(_current, former!.Arn, entity.Arn) : [], entity]);
        }
    }

    /// <summary>Removes a user or role. Who is made anew under its name is not trusted where it was.</summary>
    public void Remove(IamEntity entity)
    {
        lock (_gate)
        {
            Commit(entity, [.. TrustedNames.Follow(_current.Without(entity), entity.Arn, entity.Id)]);
        }
    }

    /// <summary>Adds or replaces a policy of an account.</summary>
    public void Save(AccountId account, ManagedPolicy policy)
    {
        lock (_gate)
        {
            _database.Save(account, policy);
            _current = _current.With(policy);
        }
    }

    /// <summary>Removes a policy of an account.</summary>
    public void Remove(AccountId account, ManagedPolicy policy)
    {
        lock (_gate)
        {
            _database.Remove(account, policy);
            _current = _current.Without(policy);
        }
    }

    /// <summary>Goes back to the users of the settings, and to nothing else.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _database.Clear();
            _current = Load();
        }
    }

    private void Commit(IamEntity? gone, List<IamEntity> saved)
    {
        _database.Commit(gone, saved);
        _current = saved.Aggregate(gone is null ? _current : _current.Without(gone), (all, entity) => all.With(entity));
    }

    private Identities Load()
    {
        var all = Identities.Empty;
        var kept = _database.Users();
        foreach (var user in _settings.Users(kept, _time.GetUtcNow()))
        {
            // A user of the settings keeps its ID and the day it began from its first start on.
            if (user.IsOfSettings)
            {
                _database.Commit(gone: null, [user]);
            }

            all = all.With(user);
        }

        foreach (var gone in kept.Where(user => all.Find(EntityType.User, user.Account, user.Name) is null))
        {
            _database.Commit(gone, []);
        }

        foreach (var role in _database.Roles())
        {
            all = all.With(role);
        }

        foreach (var policy in _database.Policies())
        {
            all = all.With(policy);
        }

        return all;
    }
}
