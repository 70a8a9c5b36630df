using System.Text;

namespace Serverless.Build.Writing;

/// <summary>
/// The claim on a folder, kept in the folder itself so that deleting `obj`, cloning or moving loses nothing: which project and framework
/// wrote it, and which files. The open file is also the lock between builds that run at the same time.
/// </summary>
internal sealed class FolderOwner : IDisposable
{
    public const string FileName = ".owner";

    private const string Header = "# Serverless.Analyzers owns the files listed here, and no others in this folder.";
    private const int LockAttempts = 200;
    private const int LockPauseMilliseconds = 50;

    private readonly FileStream _stream;
    private readonly string _folder;

    private FolderOwner(string folder, FileStream stream)
    {
        _folder = folder;
        _stream = stream;
    }

    /// <summary>Full path of the project that wrote the folder last, or null.</summary>
    public string? Project { get; private set; }

    public string Framework { get; private set; } = "";

    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);

    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Opens or creates the claim and waits up to ten seconds for another build to let go of it.</summary>
    public static FolderOwner Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

                // The holder before us may have removed the file it had open: then this is a lock on nothing.
                if (File.Exists(path))
                {
                    var owner = new FolderOwner(folder, stream);
                    owner.Read();
                    return owner;
                }

                stream.Dispose();
            }
            catch (IOException e) when (attempt < LockAttempts && IsHeldByAnother(e))
            {
                Thread.Sleep(LockPauseMilliseconds);
            }
            catch (DirectoryNotFoundException) when (attempt < LockAttempts)
            {
                Directory.CreateDirectory(folder);
            }
        }
    }

    /// <summary>Writes the claim; a build that dies afterwards leaves no file that nobody owns.</summary>
    public void Save(string project, string framework, IEnumerable<string> files)
    {
        var text = new StringBuilder();
        text.Append(Header).Append('\n');
        text.Append("project ").Append(RelativePath.From(_folder, project)).Append('\n');
        text.Append("framework ").Append(framework).Append('\n');
        foreach (var file in files.OrderBy(static file => file, StringComparer.Ordinal))
            text.Append("file ").Append(file).Append('\n');
        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        if (HasBytes(bytes))
            return;
        _stream.Position = 0;
        _stream.Write(bytes, 0, bytes.Length);
        _stream.SetLength(bytes.Length);
        _stream.Flush();
    }

    public void Dispose() => _stream.Dispose();

    private static bool IsHeldByAnother(IOException e) => (e.HResult & 0xFFFF) is 32 or 33 or 11 or 35;

    private bool HasBytes(byte[] bytes)
    {
        if (_stream.Length != bytes.Length)
            return false;
        var current = new byte[bytes.Length];
        _stream.Position = 0;
        var read = 0;
        for (int count; read < current.Length && (count = _stream.Read(current, read, current.Length - read)) > 0;)
            read += count;
        return read == bytes.Length && current.AsSpan().SequenceEqual(bytes);
    }

    private void Read()
    {
        using var reader = new StreamReader(_stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, 4096, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("project ", StringComparison.Ordinal))
                Project = Path.GetFullPath(Path.Combine(_folder, line.Substring("project ".Length)));
            else if (line.StartsWith("framework ", StringComparison.Ordinal))
                Framework = line.Substring("framework ".Length);
            else if (line.StartsWith("file ", StringComparison.Ordinal))
                Files.Add(line.Substring("file ".Length));
        }
    }
}
