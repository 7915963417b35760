using Mrap.Core.Regions;

namespace Mrap.Core.AccessPoints;

/// <summary>How far an asynchronous operation is in one Region.</summary>
/// <param name="Status">How far it is there.</param>
public sealed record RegionProgress(RegionId Region, AsyncOperationStatus Status);
