namespace RawLibrary;

/// <summary>Handlers without JSON.</summary>
public static class Raw
{
    /// <summary>Answers with what it was asked.</summary>
    public static Stream Echo(Stream input) => input;
}
