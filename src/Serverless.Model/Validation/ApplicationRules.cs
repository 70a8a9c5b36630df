using Serverless.Model.Validation.Containers;

namespace Serverless.Model.Validation;

/// <summary>What can be wrong between declarations that are right each for itself. Pure: model in, faults out.</summary>
internal static class ApplicationRules
{
    /// <param name="application">The model.</param>
    /// <param name="references">Every id that a value refers to, with the place.</param>
    public static IEnumerable<Fault> Check(Application application, IEnumerable<(string Id, DeclarationRef At)> references)
    {
        var ids = new DeclaredIds(application);
        return ids.Duplicates.Concat(ids.Undeclared(references)).Concat(RouteRules.Collisions(application)).Concat(SiblingVariables.Check(application)).Concat(ConnectionRules.Check(application)).Concat(ContainerRules.Check(application));
    }
}
