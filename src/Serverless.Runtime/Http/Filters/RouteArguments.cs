using System.Diagnostics.CodeAnalysis;

namespace Serverless.Http;

/// <summary>The arguments of a route's handler, in the order of its parameters.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "A view, never compared.")]
public readonly struct RouteArguments
{
    private readonly RouteInvocation _invocation;

    internal RouteArguments(RouteInvocation invocation) => _invocation = invocation;

    /// <summary>How many there are.</summary>
    public int Count => _invocation.ArgumentCount;

    /// <summary>An argument as an object.</summary>
    /// <param name="position">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parameter.</exception>
    public object? this[int position]
    {
        get
        {
            Check(position);
            return _invocation.GetArgument(position);
        }
    }

    /// <summary>An argument.</summary>
    /// <param name="position">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parameter.</exception>
    /// <exception cref="InvalidCastException">It is no <typeparamref name="T"/>.</exception>
    public T Get<T>(int position) => (T)this[position]!;

    /// <summary>Replaces an argument for the filters inside and the handler.</summary>
    /// <param name="position">0 to <see cref="Count"/> - 1.</param>
    /// <param name="value">Of the parameter's type.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parameter.</exception>
    /// <exception cref="InvalidCastException">The parameter has another type.</exception>
    public void Set<T>(int position, T value)
    {
        Check(position);
        _invocation.SetArgument(position, value);
    }

    private void Check(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, Count);
    }
}
