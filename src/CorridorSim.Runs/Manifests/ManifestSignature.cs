using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CorridorSim.Runs.Files;

namespace CorridorSim.Runs.Manifests;

/// <summary>
/// An author's signature of a run or a sweep: ECDSA with SHA-256 over the bytes of its manifest, which holds the checksums of all
/// other files. It lies beside the manifest and may be added, replaced or removed at any time.
/// </summary>
/// <param name="PublicKey">The author's public key (SubjectPublicKeyInfo), base64.</param>
/// <param name="Signature">The signature (IEEE P1363), base64.</param>
public sealed record ManifestSignature(string PublicKey, string Signature)
{
    /// <summary>Name of the file in the folder of a run or a sweep.</summary>
    public const string FileName = "signature.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>SHA-256 of the public key, by which people tell authors apart.</summary>
    [JsonIgnore]
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(PublicKey)));

    /// <summary>Signs the manifest of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="privateKey">A private key of an elliptic curve, PEM.</param>
    /// <exception cref="SigningKeyException">It is no such key.</exception>
    /// <exception cref="RunStoreException">The signature cannot be written.</exception>
    public static ManifestSignature Sign(string folder, string privateKey)
    {
        using var key = Key(privateKey);
        try
        {
            var signed = key.SignData(File.ReadAllBytes(Path.Combine(folder, RunManifest.FileName)), HashAlgorithmName.SHA256);
            var signature = new ManifestSignature(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), Convert.ToBase64String(signed));
            DurableFile.Write(Path.Combine(folder, FileName), JsonSerializer.Serialize(signature, Options) + "\n");
            return signature;
        }
        catch (CryptographicException error)
        {
            throw new SigningKeyException("the key file holds a public key; sign with the private one.", error);
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            throw new RunStoreException($"{folder}: cannot write the signature ({StoreFault.Words(error)}); make room or mend its rights.", error);
        }
    }

    /// <summary>The signature of a folder; null when there is none.</summary>
    /// <exception cref="RunStoreException">The file is not a signature.</exception>
    public static ManifestSignature? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<ManifestSignature>(File.ReadAllText(path), Options) : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException($"{path}: cannot read the signature ({BrokenJson.Words(error)}); sign again.", error);
        }
    }

    /// <summary>Whether the manifest of a folder is the one that was signed.</summary>
    public bool Holds(string folder)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(PublicKey), out _);
            return key.VerifyData(File.ReadAllBytes(Path.Combine(folder, RunManifest.FileName)), Convert.FromBase64String(Signature), HashAlgorithmName.SHA256);
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            return false;
        }
    }

    /// <summary>Whether a key, public or private, PEM, is the author's.</summary>
    /// <exception cref="SigningKeyException">It is no such key.</exception>
    public bool IsBy(string pem)
    {
        using var key = Key(pem);
        return Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) == PublicKey;
    }

    /// <summary>A new pair of keys of the curve P-256, PEM.</summary>
    public static (string Private, string Public) NewKeys()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return (key.ExportPkcs8PrivateKeyPem() + "\n", key.ExportSubjectPublicKeyInfoPem() + "\n");
    }

    private static ECDsa Key(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new SigningKeyException("the key file is not an elliptic-curve key in PEM form; make one with 'sign --new-key FILE'.", error);
        }
    }
}

/// <summary>A file that was given as a key is none, or the wrong one; the message is for the analyst.</summary>
public sealed class SigningKeyException(string message, Exception? inner = null) : Exception(message, inner);
