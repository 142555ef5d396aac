using CorridorSim.Runs.Manifests;

namespace CorridorSim.Runs.Proof;

/// <summary>Compares the files of a folder with the checksums that belong to them, and its manifest with seal and signature.</summary>
/// <param name="folder">The folder.</param>
internal sealed class FolderProof(string folder)
{
    private readonly List<Finding> _findings = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Fingerprint of the author's key, when a signature holds.</summary>
    public string? SignedBy { get; private set; }

    /// <summary>Looks at every file.</summary>
    /// <param name="written">Checksums of the files that should be there.</param>
    /// <param name="ignored">Files that may be there.</param>
    public void LookAtFiles(IReadOnlyDictionary<string, string> written, params string[] ignored)
    {
        var found = FileChecksums.Of(folder);
        foreach (var (file, checksum) in written.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (!found.TryGetValue(file, out var now))
            {
                _findings.Add(new Finding(FindingKind.Missing, file));
            }
            else if (now != checksum)
            {
                _findings.Add(new Finding(FindingKind.Damaged, file, "its bytes are not those whose checksum was written"));
            }
        }

        _findings.AddRange(found.Keys.Where(f => !written.ContainsKey(f) && !ignored.Contains(f)).Select(f => new Finding(FindingKind.Unexpected, f)));
    }

    /// <summary>Looks at the seal of the manifest and at the signature.</summary>
    /// <param name="author">A key, PEM, whose signature there must be; null when there need be none.</param>
    public void LookAtManifest(string? author)
    {
        if (ManifestSeal.Fault(File.ReadAllText(Path.Combine(folder, RunManifest.FileName))) is { } fault)
        {
            _findings.Add(new Finding(FindingKind.Altered, RunManifest.FileName, $"{fault}: a hand or an accident changed it"));
        }

        if (ManifestSignature.Read(folder) is not { } signature)
        {
            if (author is not null)
            {
                _findings.Add(new Finding(FindingKind.Missing, ManifestSignature.FileName, "the author has not signed it"));
            }
        }
        else if (!signature.Holds(folder))
        {
            _findings.Add(new Finding(FindingKind.Altered, ManifestSignature.FileName, "it is not a signature of this manifest"));
        }
        else if (author is not null && !signature.IsBy(author))
        {
            _findings.Add(new Finding(FindingKind.Altered, ManifestSignature.FileName, $"another author signed it, with the key {signature.Fingerprint}"));
        }
        else
        {
            SignedBy = signature.Fingerprint;
        }
    }

    /// <summary>Whether a file is as it was written.</summary>
    public bool IsSound(string file) => !_findings.Any(f => f.What == file);
}
