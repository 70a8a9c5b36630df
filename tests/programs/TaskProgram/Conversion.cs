using System.Text.Json.Serialization;
using Serverless;
using Serverless.StepFunctions;

namespace TaskProgram;

/// <summary>What is converted.</summary>
public sealed record Document(string Name, int Pages);

/// <summary>What comes out.</summary>
public sealed record Converted(string Name, int Pages, double SecondsLeft);

/// <summary>JSON of the program.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(Converted))]
[JsonSerializable(typeof(string))]
internal sealed partial class ProgramJson : JsonSerializerContext;

/// <summary>Refused: what a task throws.</summary>
public sealed class UnreadableDocumentException(string message) : Exception(message);

/// <summary>One state after the other, each in a container but the first.</summary>
[StateMachine(StartAt = nameof(Check))]
public sealed class Conversion
{
    private readonly TimeProvider _clock = TimeProvider.System;

    /// <summary>In a function, beside the containers.</summary>
    [TaskState(Next = nameof(Convert))]
    public Document Check(Document document) => document;

    /// <summary>Succeeds, and says how much time it has.</summary>
    [TaskState(Next = nameof(Refuse), TimeoutSeconds = 600), FargateTask]
    public async Task<Converted> Convert(Document document, CancellationToken deadline)
    {
        var started = _clock.GetTimestamp();
        try
        {
            await Task.Delay(document.Name == "until the deadline" ? Timeout.Infinite : 0, deadline);
        }
        catch (OperationCanceledException)
        {
            return new(document.Name, 0, _clock.GetElapsedTime(started).TotalSeconds);
        }

        return new(document.Name.ToUpperInvariant(), document.Pages * 2, 0);
    }

    /// <summary>Throws.</summary>
    [TaskState(Next = nameof(Greet)), FargateTask]
    public string Refuse(Converted document) => throw new UnreadableDocumentException($"'{document.Name}' cannot be read");

    /// <summary>Takes a text and gives one.</summary>
    [TaskState(Next = nameof(Wait)), FargateTask]
    public string Greet(string name) => "hello " + name;

    /// <summary>Works until it is told to stop.</summary>
    [TaskState(Next = nameof(Ignore)), FargateTask]
    public async Task<string> Wait(string input, CancellationToken deadline)
    {
        Console.WriteLine("waiting");
        await Task.Delay(Timeout.Infinite, deadline);
        return input;
    }

    /// <summary>Works and takes no notice.</summary>
    [TaskState(Next = nameof(Large)), FargateTask]
    public string Ignore(string input)
    {
        Console.WriteLine("waiting");
#pragma warning disable SVLS0410 // What the test is about.
        Thread.Sleep(Timeout.Infinite);
#pragma warning restore SVLS0410
        return input;
    }

    /// <summary>Gives more than a machine takes.</summary>
    [TaskState, FargateTask]
    public string Large(string input) => new(_clock.TimestampFrequency > 0 ? 'x' : 'y', 300_000);
}
