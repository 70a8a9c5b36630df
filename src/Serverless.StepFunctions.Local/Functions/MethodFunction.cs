using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Serverless.Runtime;

namespace Serverless.StepFunctions.Local;

/// <summary>
/// A function called on an object of the test, bound as its generated handler binds: one data parameter is the payload, several are its
/// members; the deadline and services are no data.
/// </summary>
[RequiresUnreferencedCode("Methods of tests are called by reflection.")]
[RequiresDynamicCode("Methods of tests are called by reflection.")]
internal sealed class MethodFunction(MethodInfo method, object? instance, StateMachineRunner runner) : LocalFunction
{
    /// <summary>The method behind a function.</summary>
    /// <exception cref="InvalidOperationException">The class has none or several of this name.</exception>
    public static MethodInfo Find(Type owner, string name)
    {
        var methods = owner.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy).Where(m => m.Name == name).ToArray();
        return methods.Length == 1
            ? methods[0]
            : throw new InvalidOperationException($"{owner} has {methods.Length} methods '{name}': with several it is not clear which one a task calls. Answer with runner.Function(…).");
    }

    protected override async Task<JsonNode?> RunAsync(TaskCall call)
    {
        var parameters = method.GetParameters();
        var data = parameters.Where(IsData).ToArray();
        var arguments = parameters.Select(p => p.ParameterType == typeof(CancellationToken) ? call.Cancelled : IsData(p) ? Data(p, data.Length > 1, call) : Service(p)).ToArray();
        var result = method.Invoke(method.IsStatic ? null : instance, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        return await ResultAsync(result).ConfigureAwait(false);
    }

    /// <summary>Interfaces other than those of lists, and Lambda's context, come from elsewhere.</summary>
    private static bool IsData(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        return type != typeof(CancellationToken) && (!type.IsInterface || typeof(IEnumerable).IsAssignableFrom(type)) && type.Name != "ILambdaContext";
    }

    private object? Service(ParameterInfo parameter)
    {
        if (runner.Services.FirstOrDefault(parameter.ParameterType.IsInstanceOfType) is { } service)
            return service;
        return parameter.HasDefaultValue || parameter.ParameterType.Name == "ILambdaContext"
            ? parameter.HasDefaultValue ? parameter.DefaultValue : null
            : throw new FunctionSetupException($"{method.DeclaringType?.Name}.{method.Name} needs a {parameter.ParameterType.Name} '{parameter.Name}': give it with runner.Provide(…).");
    }

    private object? Data(ParameterInfo parameter, bool isMember, TaskCall call)
    {
        var type = parameter.ParameterType;
        var name = parameter.Name!;
        var json = call.Arguments ?? new JsonObject();
        if (isMember)
        {
            if (json is not JsonObject members)
                throw new JsonException("The payload must be a JSON object with a member for each parameter.");
            json = members[name];
        }

        if (json is null)
        {
            if (parameter.HasDefaultValue)
                return parameter.DefaultValue;
            return Nullable.GetUnderlyingType(type) is not null || (!type.IsValueType && new NullabilityInfoContext().Create(parameter).ReadState != NullabilityState.NotNull)
                ? null
                : throw new JsonException($"The payload has no value for '{name}'.");
        }

        var bytes = System.Text.Encoding.UTF8.GetBytes(Json.Text(json));
        if (type == typeof(S3ObjectEvent))
            return EventPayloads.S3Object(bytes);
        if (type == typeof(StateError))
            return EventPayloads.StateError(bytes);
        if (type == typeof(StateMachineContext))
            return EventPayloads.StateMachineContext(bytes);
        if (type == typeof(TaskToken))
            return EventPayloads.TaskToken(bytes);
        if (type == typeof(Stream))
            return new MemoryStream(bytes, writable: false);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EventBridgeEvent<>))
            return EventBridge(type, bytes);
        return json.Deserialize(type, runner.Json) ?? throw new JsonException($"The payload has no value for '{name}'.");
    }

    private object? EventBridge(Type type, byte[] json)
    {
        var detail = type.GetGenericArguments()[0];
        var read = typeof(EventPayloads).GetMethods().Single(static m => m.Name == nameof(EventPayloads.EventBridge) && m.GetParameters()[1].ParameterType.Name.StartsWith("JsonTypeInfo", StringComparison.Ordinal));
        return read.MakeGenericMethod(detail).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [new ReadOnlyMemory<byte>(json), runner.Json.GetTypeInfo(detail)], null);
    }

    private async Task<JsonNode?> ResultAsync(object? result)
    {
        var declared = method.ReturnType;
        switch (result)
        {
            case null:
                return null;
            case Task task:
                await task.ConfigureAwait(false);
                return declared.IsGenericType ? await Node(Member(task, "Result"), declared.GetGenericArguments()[0]).ConfigureAwait(false) : null;
            case ValueTask task:
                await task.ConfigureAwait(false);
                return null;
            default:
                if (!declared.IsGenericType || declared.GetGenericTypeDefinition() != typeof(ValueTask<>))
                    return await Node(result, declared).ConfigureAwait(false);
                var asTask = (Task)declared.GetMethod("AsTask")!.Invoke(result, null)!;
                await asTask.ConfigureAwait(false);
                return await Node(Member(asTask, "Result"), declared.GetGenericArguments()[0]).ConfigureAwait(false);
        }
    }

    private async Task<JsonNode?> Node(object? value, Type declared)
    {
        if (value is not Stream stream)
            return value is null || declared == typeof(void) ? null : JsonSerializer.SerializeToNode(value, declared, runner.Json);
        await using (stream.ConfigureAwait(false))
            return await JsonNode.ParseAsync(stream).ConfigureAwait(false);
    }

    private static object? Member(object owner, string name)
    {
        try
        {
            return owner.GetType().GetProperty(name)!.GetValue(owner);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
