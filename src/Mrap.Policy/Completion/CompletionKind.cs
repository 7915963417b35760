namespace Mrap.Policy.Completion;

/// <summary>What a completion stands for, so that an editor can give it a symbol.</summary>
public enum CompletionKind
{
    /// <summary>The name of an element, or a type of principal.</summary>
    Element,

    /// <summary>A word that the grammar knows: an effect, a version, a value that a key takes.</summary>
    Word,

    /// <summary>An action.</summary>
    Action,

    /// <summary>A pattern for several actions.</summary>
    ActionFamily,

    /// <summary>A condition operator.</summary>
    Operator,

    /// <summary>A condition key.</summary>
    ConditionKey,

    /// <summary>An ARN of a resource.</summary>
    Resource,

    /// <summary>A principal: a user, role, account or service.</summary>
    Principal,

    /// <summary>A policy variable.</summary>
    Variable,
}
