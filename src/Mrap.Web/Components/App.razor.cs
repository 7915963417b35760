using Microsoft.AspNetCore.Components;
using Mrap.Web.Hosting;

namespace Mrap.Web.Components;

public sealed partial class App
{
    [Inject]
    public required CspNonce Nonce { get; set; }
}
