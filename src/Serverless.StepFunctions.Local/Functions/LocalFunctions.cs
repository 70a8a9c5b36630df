using System.Diagnostics.CodeAnalysis;
using Serverless.Runtime;

namespace Serverless.StepFunctions.Local;

/// <summary>The functions that tasks call: methods of objects that the test gave, else the generated handlers of the program.</summary>
internal sealed class LocalFunctions(StateMachineRunner runner)
{
    private readonly Dictionary<string, MachineFunction> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, object> _instances = [];

    public void Add(IEnumerable<MachineFunction> functions)
    {
        foreach (var function in functions)
            _methods[function.Function] = function;
    }

    public void AddInstance(object instance) => _instances[instance.GetType()] = instance;

    /// <summary>The function, or null.</summary>
    /// <param name="name">Logical id.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "An object of a test was given, and tests are not trimmed.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "An object of a test was given, and tests are not compiled ahead of time.")]
    public LocalFunction? Find(string name)
    {
        if (_methods.TryGetValue(name, out var function) && Instance(function.Owner) is { } instance)
            return new MethodFunction(MethodFunction.Find(function.Owner, function.Method), instance, runner);
        return FunctionTable.Find(name) is { } generated ? new GeneratedFunction(generated) : null;
    }

    private object? Instance(Type owner) =>
        _instances.TryGetValue(owner, out var exact) ? exact : _instances.Values.FirstOrDefault(owner.IsInstanceOfType);
}
