using System.Text;

namespace Serverless.Runtime;

/// <summary>
/// Finds the one function this process is. One binary serves all functions of a project, so a wrong name must fail at
/// start and say which names there are; a silent exit would show as a timeout.
/// </summary>
internal static class FunctionSelection
{
    /// <exception cref="FunctionNotFoundException">No function has that id.</exception>
    public static FunctionDescription Select(RuntimeEnvironment environment)
    {
        var handler = environment.Handler;
        if (!string.IsNullOrEmpty(handler) && FunctionTable.Find(handler) is { } function)
            return function;
        return SelectByVariable(environment, handler);
    }

    /// <summary>The managed runtime wants the assembly name as handler and leaves the choice to a variable.</summary>
    private static FunctionDescription SelectByVariable(RuntimeEnvironment environment, string? handler)
    {
        var namesAssembly = string.IsNullOrEmpty(handler) || string.Equals(handler, AppDomain.CurrentDomain.FriendlyName, StringComparison.Ordinal);
        if (namesAssembly && !string.IsNullOrEmpty(environment.Function))
        {
            return FunctionTable.Find(environment.Function)
                ?? throw new FunctionNotFoundException("SERVERLESS_FUNCTION is '" + environment.Function + "', which is no function of this program. " + Known());
        }

        if (string.IsNullOrEmpty(handler))
            throw new FunctionNotFoundException("Neither _HANDLER nor SERVERLESS_FUNCTION names a function. " + Known());
        throw new FunctionNotFoundException(
            namesAssembly
                ? "_HANDLER is the assembly name '" + handler + "' and SERVERLESS_FUNCTION names no function. " + Known()
                : "_HANDLER is '" + handler + "', which is no function of this program. " + Known());
    }

    private static string Known()
    {
        var functions = FunctionTable.All;
        if (functions.Count == 0)
            return "The program has no functions.";
        var text = new StringBuilder("Known functions: ");
        for (var i = 0; i < functions.Count; i++)
            text.Append(i == 0 ? "" : ", ").Append(functions[i].Id);
        return text.Append('.').ToString();
    }
}
