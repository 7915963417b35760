using System.Text.Json.Serialization;
using Mrap.Policy.Evaluation;
using Mrap.Policy.Model;

namespace Mrap.Sandbox.Identity;

/// <summary>The text of a policy that is known to be one, compiled once for each way in which it counts. Safe for concurrent use.</summary>
[JsonConverter(typeof(PolicyTextConverter))]
internal sealed class PolicyText
{
    private readonly CompiledPolicy?[] _compiled = new CompiledPolicy?[Enum.GetValues<PolicyKind>().Length];

    /// <summary>Takes a text.</summary>
    /// <param name="text">A policy; its grammar was checked.</param>
    public PolicyText(string text) => Text = text;

    /// <summary>The policy as it was given.</summary>
    public string Text { get; }

    /// <summary>The policy as it counts where it is attached.</summary>
    /// <exception cref="InvalidOperationException">The text is no policy of that kind.</exception>
    public CompiledPolicy As(PolicyKind kind) =>
        Volatile.Read(ref _compiled[(int)kind]) ?? Interlocked.CompareExchange(ref _compiled[(int)kind], Compile(kind), null)
            ?? _compiled[(int)kind]!;

    private CompiledPolicy Compile(PolicyKind kind) => CompiledPolicy.Compile(PolicyDocument.Parse(Text, kind).Document, kind);
}
