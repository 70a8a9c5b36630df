namespace Serverless.StepFunctions.Local.Jsonata.Values;

/// <summary>What a built-in function does.</summary>
internal delegate object? NativeBody(Call call);
