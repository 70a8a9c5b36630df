namespace Serverless.Build.Writing;

/// <summary>
/// The artifact folder of one project and framework. It is changed as a whole or not at all: everything is checked and staged
/// before the first file is replaced, and only files that an earlier build wrote are ever replaced or removed.
/// </summary>
/// <param name="folder">Full path.</param>
/// <param name="project">Full path of the project file.</param>
/// <param name="framework">Target framework, which tells apart builds of one project that share a folder.</param>
internal sealed class ArtifactFolder(string folder, string project, string framework)
{
    /// <summary>Makes the folder hold exactly these texts, beside files of others.</summary>
    /// <param name="texts">Text by path, `/` between folders.</param>
    /// <param name="previous">Full paths that the last build recorded outside the folder: a second witness beside the claim.</param>
    /// <returns>Paths that were written, in order.</returns>
    public IReadOnlyList<string> Write(IReadOnlyDictionary<string, string> texts, IEnumerable<string> previous)
    {
        if (texts.Count == 0)
        {
            Remove(previous);
            return [];
        }

        return Guarded(() =>
        {
            try
            {
                using var owner = FolderOwner.Open(folder);
                return Replace(owner, texts, previous);
            }
            catch
            {
                RemoveEmptyClaim();
                throw;
            }
        });
    }

    /// <summary>Removes what this project and framework wrote, and the folder when nothing else is in it.</summary>
    public void Remove(IEnumerable<string> previous) => Guarded(() =>
    {
        var recorded = previous.ToList();
        if (!Directory.Exists(folder) || (!FolderOwner.Exists(folder) && recorded.Count == 0))
            return [];
        using (var owner = FolderOwner.Open(folder))
        {
            if (owner.Project is not null && !(RelativePath.Same(owner.Project, project) && owner.Framework == framework))
                return [];
            Delete(Owned(owner, recorded));
        }

        Delete([FolderOwner.FileName]);
        return [];
    });

    private List<string> Replace(FolderOwner owner, IReadOnlyDictionary<string, string> texts, IEnumerable<string> previous)
    {
        if (owner.Project is { } other && !RelativePath.Same(other, project) && File.Exists(other))
        {
            throw new BuildFault(MessageIds.OwnedByAnotherProject, project,
                $"'{folder}' holds the artifacts of '{other}'. Give one of the two projects its own ServerlessOutputPath (or its own OutDir)");
        }

        var owned = Owned(owner, previous);
        var changed = texts.Where(text => !AtomicFile.HasText(FullPath(text.Key), text.Value)).OrderBy(static text => text.Key, StringComparer.Ordinal).ToList();
        foreach (var text in changed)
        {
            if (File.Exists(FullPath(text.Key)) && !owned.Contains(text.Key))
            {
                throw new BuildFault(MessageIds.WrittenByHand, FullPath(text.Key),
                    "The file stands where an artifact goes and was not written by the build. Move it, or choose another ServerlessOutputPath");
            }
        }

        var staged = new List<AtomicFile>();
        try
        {
            foreach (var text in changed)
                staged.Add(AtomicFile.Stage(FullPath(text.Key), text.Value));
            owner.Save(project, framework, owned.Union(texts.Keys));
            foreach (var file in staged)
                file.Commit();
        }
        finally
        {
            foreach (var file in staged)
                file.Dispose();
            foreach (var text in changed)
                RemoveEmptyFoldersOf(text.Key);
        }

        Delete(owned.Where(path => !texts.ContainsKey(path)));
        owner.Save(project, framework, texts.Keys);
        return changed.Select(static text => text.Key).ToList();
    }

    /// <summary>A build that was refused leaves no trace in a folder that was nobody's.</summary>
    private void RemoveEmptyClaim()
    {
        var claim = new FileInfo(FullPath(FolderOwner.FileName));
        if (claim.Exists && claim.Length == 0)
            Delete([FolderOwner.FileName]);
    }

    private HashSet<string> Owned(FolderOwner owner, IEnumerable<string> previous)
    {
        var owned = new HashSet<string>(StringComparer.Ordinal);
        if (owner.Project is null || RelativePath.Same(owner.Project, project))
        {
            var prefix = Path.GetFullPath(folder + Path.DirectorySeparatorChar);
            owned.UnionWith(previous.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).Select(path => path.Substring(prefix.Length).Replace('\\', '/')));
            owned.Remove(FolderOwner.FileName);
        }

        // A folder left behind by a project that is gone is taken over with what it lists.
        owned.UnionWith(owner.Files);
        return owned;
    }

    private string FullPath(string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    private void Delete(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            File.Delete(FullPath(path));
            RemoveEmptyFoldersOf(path);
        }
    }

    /// <summary>Only folders on the way to a file of ours: an empty folder of the user stays.</summary>
    private void RemoveEmptyFoldersOf(string path)
    {
        for (var parent = Path.GetDirectoryName(FullPath(path))!; parent.Length >= folder.Length; parent = Path.GetDirectoryName(parent)!)
        {
            if (!Directory.Exists(parent))
                continue;
            if (Directory.EnumerateFileSystemEntries(parent).Any())
                return;
            Directory.Delete(parent);
        }
    }

    private IReadOnlyList<string> Guarded(Func<IReadOnlyList<string>> change)
    {
        try
        {
            return change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BuildFault(MessageIds.CannotWrite, folder, $"The artifacts cannot be written: {e.Message}", e);
        }
    }
}
