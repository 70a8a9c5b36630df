namespace Serverless.StepFunctions.Local;

/// <summary>A machine that can be run.</summary>
/// <param name="Name">Name, or logical id.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Definition">What it does.</param>
internal sealed record MachineUnderTest(string Name, string Arn, Definition Definition);
