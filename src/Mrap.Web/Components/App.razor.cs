using Microsoft.AspNetCore.Components;
using Mrap.Web.Circuit;

namespace Mrap.Web.Components;

public sealed partial class App
{
    [Inject]
    public required CspNonce Nonce { get; set; }
}
