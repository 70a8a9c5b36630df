using System.Diagnostics;
using System.Reflection;

namespace Serverless.Annotations.Tests;

/// <summary>Conventions that hold for every attribute, also for the one added tomorrow.</summary>
public sealed class AttributeConventionTests
{
    /// <summary>Targets and repetition of each attribute: `M` method, `C` class, `A` assembly, `P` parameter, `R` property; `+` = many.</summary>
    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["ServerlessApplication"] = "A",
        ["ServerlessStartup"] = "C",
        ["ServerlessFunction"] = "MCA",
        ["FunctionDefaults"] = "CA",
        ["EnvironmentVariable"] = "MCA+",
        ["ResourceTag"] = "MCA+",
        ["TemplateParameter"] = "A+",
        ["TemplateOutput"] = "A+",
        ["TableResource"] = "A+",
        ["QueueResource"] = "A+",
        ["TopicResource"] = "A+",
        ["BucketResource"] = "A+",
        ["EventBusResource"] = "A+",
        ["Allow"] = "MCA+",
        ["Deny"] = "MCA+",
        ["ManagedPolicy"] = "MCA+",
        ["HttpRoute"] = "MC+",
        ["LambdaUrl"] = "MCA",
        ["ServerlessHttpApi"] = "CA",
        ["ServerlessRestApi"] = "CA",
        ["ServerlessWebSocketApi"] = "CA",
        ["JwtAuthorizer"] = "CA+",
        ["CognitoAuthorizer"] = "CA+",
        ["LambdaAuthorizer"] = "M",
        ["UsagePlan"] = "CA+",
        ["StageVariable"] = "CA+",
        ["HttpProxy"] = "CA+",
        ["ServiceRoute"] = "CA+",
        ["MockRoute"] = "CA+",
        ["WebSocketRoute"] = "M+",
        ["MapException"] = "MCA+",
        ["UseFilter"] = "MCA+",
        ["S3Trigger"] = "MC+",
        ["StateMachine"] = "C",
        ["TaskState"] = "M",
        ["FargateTask"] = "M",
        ["Retry"] = "MCR+",
        ["Catch"] = "MR+",
        ["CatchAll"] = "C",
        ["BindVariable"] = "P",
        ["BindExecutionInput"] = "P",
        ["BindRoute"] = "PR",
        ["BindQuery"] = "PR",
        ["BindHeader"] = "PR",
        ["BindCookie"] = "PR",
        ["BindForm"] = "PR",
        ["BindBody"] = "PR",
        ["BindService"] = "PR",
        ["BindClaim"] = "PR",
        ["BindAuthorizer"] = "PR",
        ["BindStageVariable"] = "PR",
        ["ServerlessHandler"] = "M",
        ["NotServerlessHandler"] = "M",
    };

    [Theory]
    [MemberData(nameof(AnnotationTypes.Attributes), MemberType = typeof(AnnotationTypes))]
    public void An_attribute_is_sealed_and_leaves_nothing_in_the_users_assembly(Type attribute)
    {
        Assert.True(attribute.IsSealed);
        var condition = Assert.Single(attribute.GetCustomAttributes<ConditionalAttribute>());
        Assert.Equal("SERVERLESS_ANALYZERS", condition.ConditionString);
    }

    [Theory]
    [MemberData(nameof(AnnotationTypes.Attributes), MemberType = typeof(AnnotationTypes))]
    public void An_attribute_stands_exactly_where_the_documentation_says(Type attribute)
    {
        var usage = attribute.GetCustomAttribute<AttributeUsageAttribute>(inherit: false);
        Assert.NotNull(usage);
        Assert.False(usage.Inherited);
        Assert.Equal(Expected[attribute.Name[..^"Attribute".Length]], Describe(usage));
    }

    [Fact]
    public void Every_documented_attribute_exists() =>
        Assert.Equal(
            Expected.Keys.Order(StringComparer.Ordinal),
            AnnotationTypes.Public.Where(static t => t.IsSubclassOf(typeof(Attribute))).Select(static t => t.Name[..^"Attribute".Length]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(AnnotationTypes.Attributes), MemberType = typeof(AnnotationTypes))]
    public void A_property_can_be_written_in_an_attribute(Type attribute)
    {
        foreach (var property in attribute.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var type = property.PropertyType.GetElementType() ?? property.PropertyType;
            Assert.True(
                type.IsEnum || type == typeof(int) || type == typeof(double) || type == typeof(bool) || type == typeof(string) || type == typeof(Type),
                $"{attribute.Name}.{property.Name} is a {property.PropertyType}");
        }
    }

    /// <summary>Numbers of enums are what the compiler writes into attribute data: a member in the middle would change old meanings silently.</summary>
    [Theory]
    [MemberData(nameof(AnnotationTypes.Enums), MemberType = typeof(AnnotationTypes))]
    public void Enum_members_count_from_zero(Type type) =>
        Assert.Equal(Enumerable.Range(0, Enum.GetValues(type).Length), Enum.GetValuesAsUnderlyingType(type).Cast<int>());

    [Fact]
    public void Nothing_but_documented_namespaces_is_public() =>
        Assert.Equal(
            ["Serverless", "Serverless.Http", "Serverless.StepFunctions"],
            AnnotationTypes.Public.Select(static t => t.Namespace!).Distinct().Order(StringComparer.Ordinal));

    /// <summary>The proof that `[Conditional]` works for users: this very assembly uses the attributes in its listings.</summary>
    [Fact]
    public void Attributes_written_in_source_are_absent_from_the_compiled_assembly()
    {
        var own = typeof(AttributeConventionTests).Assembly;
        var annotations = typeof(ServerlessFunctionAttribute).Assembly;
        Assert.DoesNotContain(own.GetCustomAttributesData(), a => a.AttributeType.Assembly == annotations);
        foreach (var member in own.GetTypes().SelectMany(static t => t.GetMembers().Prepend(t)))
            Assert.DoesNotContain(member.GetCustomAttributesData(), a => a.AttributeType.Assembly == annotations);
    }

    private static string Describe(AttributeUsageAttribute usage)
    {
        (AttributeTargets Target, string Letter)[] letters =
        [
            (AttributeTargets.Method, "M"), (AttributeTargets.Class, "C"), (AttributeTargets.Assembly, "A"),
            (AttributeTargets.Parameter, "P"), (AttributeTargets.Property, "R"),
        ];
        Assert.Equal((AttributeTargets)0, usage.ValidOn & ~letters.Aggregate((AttributeTargets)0, static (all, l) => all | l.Target));
        return string.Concat(letters.Where(l => usage.ValidOn.HasFlag(l.Target)).Select(static l => l.Letter)) + (usage.AllowMultiple ? "+" : "");
    }
}
