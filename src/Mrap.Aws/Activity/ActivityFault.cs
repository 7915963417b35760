using Mrap.Aws.Faults;

namespace Mrap.Aws.Activity;

/// <summary>Why a change was not made, as the activity log keeps it.</summary>
/// <param name="Code">The code of the fault.</param>
/// <param name="Text">What happened and why: sentences of at most <see cref="MaxText"/> characters.</param>
/// <param name="RequestId">The service's id of the request; null when there is none.</param>
public sealed record ActivityFault(string Code, string Text, string? RequestId)
{
    /// <summary>The most characters of the text.</summary>
    public const int MaxText = 2_000;

    /// <summary>Reads a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>What is kept of it.</returns>
    public static ActivityFault Of(AwsFault fault)
    {
        var text = $"{fault.WhatHappened} {fault.Why}";
        return new ActivityFault(fault.Code, text.Length <= MaxText ? text : text[..MaxText], fault.RequestId);
    }
}
