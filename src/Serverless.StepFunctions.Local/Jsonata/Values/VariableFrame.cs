namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>Variables of a block, of a lambda or of an item.</summary>
internal class VariableFrame(VariableFrame? outer)
{
    private string[] _names = [];
    private object?[] _values = [];
    private int _count;

    public void Bind(string name, object? value)
    {
        for (var i = 0; i < _count; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.Ordinal))
            {
                _values[i] = value;
                return;
            }
        }

        if (_count == _names.Length)
        {
            Array.Resize(ref _names, Math.Max(2, _count * 2));
            Array.Resize(ref _values, _names.Length);
        }

        _names[_count] = name;
        _values[_count++] = value;
    }

    public object? Find(string name)
    {
        for (var frame = this; frame is not null; frame = frame.Outer)
        {
            for (var i = 0; i < frame._count; i++)
            {
                if (string.Equals(frame._names[i], name, StringComparison.Ordinal))
                    return frame._values[i];
            }

            if (frame.TryFindOwn(name, out var value))
                return value;
        }

        return null;
    }

    /// <summary>Variables that come from elsewhere.</summary>
    protected virtual bool TryFindOwn(string name, out object? value)
    {
        value = null;
        return false;
    }

    private VariableFrame? Outer => outer;
}
