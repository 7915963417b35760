namespace Mrap.Web.Data.TestCases;

/// <summary>Registers the use cases of saved test cases.</summary>
public static class TestCaseServices
{
    public static IServiceCollection AddTestCases(this IServiceCollection services) => services
        .AddSingleton<TestCaseStore>()
        .AddSingleton<ListTestCases>()
        .AddScoped<SaveTestCases>()
        .AddScoped<DeleteTestCase>();
}
