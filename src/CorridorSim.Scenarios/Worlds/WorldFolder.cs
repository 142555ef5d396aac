using System.Security.Cryptography;
using System.Text;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>Reads the folder of a world.</summary>
public static class WorldFolder
{
    /// <summary>Loads a world.</summary>
    /// <param name="folder">Folder with the tables.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <returns>The world, or null when something is wrong.</returns>
    public static WorldDraft? Load(string folder, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        if (!Directory.Exists(folder))
        {
            bag.Add(folder, 1, 1, "there is no such world folder; give the path of a folder with countries.csv and the other tables");
            return null;
        }

        var name = new DirectoryInfo(folder).Name;
        if (!MayBeRead(folder, name, bag) || !AreOfSensibleSize(folder, name, bag))
        {
            return null;
        }

        var world = new WorldDraft { Id = name, Title = name, Folder = folder, ContentHash = Hash(folder) };
        var tables = new WorldTables(folder, bag);
        if (!bag.HasErrors && WorldLimits.Allow(tables["countries"].Rows.Count, tables["communities"].Rows.Count, bag))
        {
            new WorldReader(world, tables, bag).Read();
        }

        return bag.HasErrors ? null : world;
    }

    /// <summary>The sizes are looked at before a byte is read: the hash covers tables that nobody parses as well.</summary>
    private static bool AreOfSensibleSize(string folder, string name, DiagnosticBag bag)
    {
        var all = true;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.csv"))
        {
            all &= CsvTable.IsOfSensibleSize(file, $"{name}/{file.Name}", bag);
        }

        return all;
    }

    /// <summary>Whether the folder and its tables may be read; reports what may not.</summary>
    private static bool MayBeRead(string folder, string name, DiagnosticBag bag)
    {
        try
        {
            var all = true;
            foreach (var table in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
            {
                all &= MayBeOpened(table, $"{name}/{Path.GetFileName(table)}", bag);
            }

            return all;
        }
        catch (UnauthorizedAccessException)
        {
            bag.Add(folder, 1, 1, "may not be read; mend its rights");
            return false;
        }
    }

    private static bool MayBeOpened(string path, string file, DiagnosticBag bag)
    {
        try
        {
            File.OpenHandle(path).Dispose();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            bag.Add(file, 1, 1, "may not be read; mend its rights");
            return false;
        }
    }

    private static string Hash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
