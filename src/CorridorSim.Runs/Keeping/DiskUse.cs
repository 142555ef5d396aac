namespace CorridorSim.Runs.Keeping;

/// <summary>How much room folders take.</summary>
internal static class DiskUse
{
    private static readonly EnumerationOptions Options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Bytes of all files below a folder; files that go meanwhile or cannot be looked at count as nothing.</summary>
    public static long Of(string folder)
    {
        var bytes = 0L;
        try
        {
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", Options))
            {
                bytes += Length(file);
            }
        }
        catch (DirectoryNotFoundException)
        {
            // It was deleted at this moment.
        }

        return bytes;
    }

    private static long Length(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
