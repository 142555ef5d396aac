using System.CommandLine;
using CorridorSim.Cli;
using CorridorSim.Cli.Options;
using CorridorSim.Cli.Reports;
using CorridorSim.Cli.Verbs.Sign;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;

[assembly: Verb<SignVerb>(330)]

namespace CorridorSim.Cli.Verbs.Sign;

/// <summary>Signs runs and sweeps with the key of their author, and makes such keys.</summary>
internal sealed class SignVerb : IVerb
{
    private const string PublicEnding = ".pub";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static Command Create()
    {
        var run = new Argument<string?>("run") { Description = "run or sweep: identifier, its start (of a run), or latest", Arity = ArgumentArity.ZeroOrOne };
        var key = new Option<FileInfo?>("--key") { Description = "private key of the author: an elliptic-curve key in PEM form" };
        var fresh = new Option<FileInfo?>("--new-key") { Description = "make a pair of keys instead: FILE for the author, FILE.pub for everybody" };
        var runs = StoreOption.Create();
        var json = JsonOption.Create();
        var verb = new Command("sign", "sign a run or a sweep as its author, or make a key to sign with: corridorsim sign --new-key author.pem") { run, key, fresh, runs, json };
        verb.Validators.Add(result =>
        {
            if ((result.GetValue(fresh) is null) != (result.GetValue(run) is not null && result.GetValue(key) is not null))
            {
                result.AddError("sign takes a run and its author's --key, or --new-key alone");
            }
        });
        verb.SetAction((parsed, _) => Outcome.OfAsync(async () =>
        {
            if (parsed.GetValue(fresh) is { } file)
            {
                await WriteKeysAsync(file.FullName);
                return ExitCodes.Done;
            }

            var store = parsed.ExactStore(runs);
            var folder = new SweepStore(store).Find(parsed.GetValue(run)!)?.Folder ?? store.Open(parsed.GetValue(run)!).Folder;
            var signature = ManifestSignature.Sign(folder, ReadKey(parsed.GetValue(key)!));
            await (parsed.GetValue(json)
                ? JsonOutput.WriteAsync(new { Run = Path.GetFileName(folder), SignedBy = signature.Fingerprint })
                : Console.Out.WriteLineAsync($"signed {Path.GetFileName(folder)} with the key {signature.Fingerprint}"));
            return ExitCodes.Done;
        }));
        return verb;
    }

    /// <summary>The text of a key file.</summary>
    /// <exception cref="SigningKeyException">The file cannot be read.</exception>
    public static string ReadKey(FileInfo file)
    {
        try
        {
            return File.ReadAllText(file.FullName);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SigningKeyException($"cannot read the key file ({error.Message.TrimEnd('.')}).", error);
        }
    }

    private static async Task WriteKeysAsync(string path)
    {
        var (secret, shared) = ManifestSignature.NewKeys();
        try
        {
            DurableFile.WriteNew(path, secret, OwnerOnly);
            DurableFile.WriteNew(path + PublicEnding, shared);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SigningKeyException($"cannot write the key ({error.Message.TrimEnd('.')}); a key that is there is never replaced.", error);
        }

        await Console.Out.WriteLineAsync($"{path}: keep it to yourself");
        await Console.Out.WriteLineAsync($"{path + PublicEnding}: give it to those who verify");
    }
}
