using System.Text;

namespace Serverless.Build.Writing;

/// <summary>
/// Text that replaces a file in one step: written beside it first, then moved. A reader, a crash or a full disk never sees half a file.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    private readonly string _target;
    private readonly string _staged;

    private AtomicFile(string target, string staged)
    {
        _target = target;
        _staged = staged;
    }

    /// <summary>Creates the folder and writes the text beside the target.</summary>
    public static AtomicFile Stage(string target, string text)
    {
        var folder = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(folder);
        if (Directory.Exists(target))
            throw new IOException($"'{target}' is a folder");
        if (File.Exists(target) && File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
            throw new UnauthorizedAccessException($"'{target}' is read-only");
        var file = new AtomicFile(target, Path.Combine(folder, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp"));
        try
        {
            File.WriteAllText(file._staged, text, Utf8);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Commit()
    {
        if (File.Exists(_target))
            File.Replace(_staged, _target, destinationBackupFileName: null);
        else
            File.Move(_staged, _target);
    }

    /// <summary>Removes what was staged and not committed.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(_staged);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The fault that brought us here is the one to report.
        }
    }

    /// <summary>Whether the file has this text; line ends do not count, version control may have changed them.</summary>
    public static bool HasText(string path, string text)
    {
        if (!File.Exists(path))
            return false;
        var current = File.ReadAllText(path);
        return string.Equals(current, text, StringComparison.Ordinal)
            || string.Equals(current.Replace("\r\n", "\n"), text.Replace("\r\n", "\n"), StringComparison.Ordinal);
    }
}
