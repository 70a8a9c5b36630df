using static Serverless.Model.IntegrationPatterns;

namespace Serverless.Model;

/// <summary>`databrew:startJobRun`. Step Functions asks for the state of a run itself.</summary>
internal static class DataBrewIntegrations
{
    private static readonly string Job = Arns.Here("databrew", "job/{Name}");

    public static readonly OptimizedIntegration[] All =
    [
        new("databrew", "startJobRun", RequestResponse | Sync)
        {
            Required = ["Name"],
            Statements =
            [
                RoleStatements.Allow("databrew:StartJobRun", Job),
                RoleStatements.Allow(["databrew:ListJobRuns", "databrew:StopJobRun"], Job).ForJobs(),
            ],
        },
    ];
}
