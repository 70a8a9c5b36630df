namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>Boxed values that are made once.</summary>
internal static class Boxes
{
    public static readonly object True = true;
    public static readonly object False = false;
    private static readonly object[] Small = [.. Enumerable.Range(0, 256).Select(i => (object)(double)i)];

    public static object Of(bool value) => value ? True : False;

    public static object Of(double value)
    {
        var i = (int)value;
        return i is >= 0 and < 256 && i == value && (i != 0 || !double.IsNegative(value)) ? Small[i] : value;
    }
}
