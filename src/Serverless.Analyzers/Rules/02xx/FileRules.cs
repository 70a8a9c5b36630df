using Microsoft.CodeAnalysis;
using Serverless.Model;

namespace Serverless.Analyzers.Rules;

/// <summary>Local files (SVLS02xx): the disk is read-only but for /tmp, and /tmp is neither durable nor empty.</summary>
internal static class FileRules
{
    public static readonly DiagnosticDescriptor WriteOutsideTmp = Rule.Create(
        RuleIds.WriteOutsideTmp,
        "File is written outside /tmp",
        "Writes to {0}, {1}",
        RulePolicy.Warning,
        "The file system of a function is read-only except for /tmp: the write fails with an IOException on Lambda and works on every developer's machine.");

    public static readonly DiagnosticDescriptor TemporaryFileKept = Rule.Create(
        RuleIds.TemporaryFileKept,
        "Temporary file is never deleted",
        "The file that '{0}' writes to /tmp {1}: later invocations of the environment find less and less space",
        RulePolicy.Warning,
        "/tmp belongs to the environment, not to the invocation: what is left there is still there in the next one, until 512 MB (by default) are full.");

    public static readonly DiagnosticDescriptor FixedTemporaryName = Rule.Create(
        RuleIds.FixedTemporaryName,
        "Fixed file name in /tmp",
        "'{0}' is the same file for every invocation of the environment: {1}; put the request's id in the name (written by {2})",
        RulePolicy.Info,
        "/tmp belongs to the environment. With one name for all, an invocation reads what an earlier one left, and concurrent invocations write over each other.");

    public static readonly DiagnosticDescriptor FileWatching = Rule.Create(
        RuleIds.FileWatching,
        "File watching on a read-only, frozen environment",
        "{0} watches files that never change in a function and takes one of few inotify instances: {1}",
        RulePolicy.Warning,
        "The code's folder is read-only, so there is nothing to watch; the watcher still costs start-up time and an inotify instance, of which the host has 128 per user: under load, start-up fails with an IOException.");
}
