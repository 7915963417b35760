using Mrap.Aws.Plans;
using Mrap.Core.AccessPoints;
using Mrap.Core.Routing;

namespace Mrap.Web.Components.AccessPoints.List;

/// <summary>A row of the list.</summary>
/// <param name="Routes">Its routes; null until they are read, or when it has none yet.</param>
/// <param name="Operation">What is being done to it; null when nothing is.</param>
public sealed record AccessPointRow(AccessPoint AccessPoint, RouteTable? Routes, OperationSnapshot? Operation);
