using System.Reflection;
using Serverless.StepFunctions;
using Serverless.Annotations.Tests.Listings;

namespace Serverless.Annotations.Tests;

/// <summary>The builder describes; somebody who runs it must hear that instead of receiving nothing.</summary>
public sealed class StateBuilderTests
{
    [Fact]
    public void Running_a_chain_says_that_it_is_not_meant_to_run() =>
        Assert.Contains("compile time", Assert.Throws<NotSupportedException>(static () => State.Choice()).Message, StringComparison.Ordinal);

    [Fact]
    public void Running_a_JSONata_value_says_so_too() => Assert.Throws<NotSupportedException>(static () => Jsonata.Value<int>("$millis()"));

    [Fact]
    public void Every_factory_and_builder_member_throws()
    {
        foreach (var factory in typeof(State).GetMethods(BindingFlags.Public | BindingFlags.Static))
        {
            var method = factory.IsGenericMethodDefinition ? factory.MakeGenericMethod([.. factory.GetGenericArguments().Select(static _ => typeof(string))]) : factory;
            var arguments = method.GetParameters().Select(static p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null).ToArray();
            Assert.IsType<NotSupportedException>(Assert.Throws<TargetInvocationException>(() => method.Invoke(null, arguments)).InnerException);
        }
    }

    [Fact]
    public void Only_the_states_of_the_language_derive_from_State()
    {
        var kinds = AnnotationTypes.Public.Where(static t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(State)));
        Assert.All(kinds, static t => Assert.Empty(t.GetConstructors()));
        Assert.Equal(9, kinds.Count());
    }

    /// <summary>The listings of the documentation compile against the API; this reads them so that they are part of the assembly.</summary>
    [Fact]
    public void The_listings_hold_states_of_every_kind()
    {
        var states = new[] { typeof(PurchaseApproval), typeof(Quote), typeof(DocumentPipeline), typeof(EveryState) }
            .SelectMany(static t => t.GetProperties(BindingFlags.NonPublic | BindingFlags.Static))
            .Where(static p => p.PropertyType == typeof(State));
        Assert.Equal(9 + 1 + 4 + 21, states.Count());
    }
}
