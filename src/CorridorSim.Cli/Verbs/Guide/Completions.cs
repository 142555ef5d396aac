using System.Globalization;
using System.Text;

namespace CorridorSim.Cli.Verbs.Guide;

/// <summary>
/// Completion scripts made from the help: verbs, their options and the words that options may be; anything else is completed as a
/// file. They hold everything themselves, so that no program is started while somebody types.
/// </summary>
/// <param name="verbs">All verbs.</param>
internal sealed class Completions(IReadOnlyList<VerbGuide> verbs)
{
    /// <summary>The shells.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    private string Names => string.Join(' ', verbs.Select(v => v.Name));

    /// <summary>The script for a shell.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    public string For(string shell) => (shell switch
    {
        "bash" => Bash(),
        "zsh" => Zsh(),
        "fish" => Fish(),
        _ => PowerShell(),
    }).ReplaceLineEndings("\n");

    private string Bash()
    {
        var text = new StringBuilder("""
            # Completion for bash. To have it in every shell, add to ~/.bashrc: eval "$(corridorsim completion bash)"
            _corridorsim() {
              local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options='' values='' IFS=$' \t\n'
              COMPREPLY=()
              if [[ $COMP_CWORD -eq 1 ]]; then

            """);
        text.Append(CultureInfo.InvariantCulture, $"    COMPREPLY=($(compgen -W '{Names} help' -- \"$word\"))\n    return\n  fi\n  case ${{COMP_WORDS[1]}} in\n");
        text.Append(CultureInfo.InvariantCulture, $"    help) values='{Names}' ;;\n");
        foreach (var verb in verbs)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {verb.Name})\n      options='{string.Join(' ', verb.Options.Select(o => o.Name))}'\n");
            if (verb.Choices is { Count: > 0 } words)
            {
                text.Append(CultureInfo.InvariantCulture, $"      values='{string.Join(' ', words)}'\n");
            }

            foreach (var option in verb.Options.Where(o => o.Choices.Count > 0))
            {
                text.Append(CultureInfo.InvariantCulture, $"      [[ $before != {option.Name} ]] || values='{string.Join(' ', option.Choices)}'\n");
            }

            text.Append("      ;;\n");
        }

        return text.Append("""
              esac
              if [[ $word == -* ]]; then
                COMPREPLY=($(compgen -W "$options" -- "$word"))
              elif [[ -n $values ]]; then
                COMPREPLY=($(compgen -W "$values" -- "$word"))
              else
                IFS=$'\n'
                compopt -o filenames 2>/dev/null
                COMPREPLY=($(compgen -f -- "$word"))
              fi
            }
            complete -F _corridorsim corridorsim

            """).ToString();
    }

    private string Zsh()
    {
        var text = new StringBuilder("""
            #compdef corridorsim
            # Completion for zsh. To have it in every shell, add to ~/.zshrc after compinit: eval "$(corridorsim completion zsh)"
            _corridorsim() {
              local -a verbs
              verbs=(

            """);
        foreach (var verb in verbs)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {Single($"{verb.Name}:{verb.Summary}")}\n");
        }

        text.Append("  )\n  if (( CURRENT == 2 )); then\n    _describe verb verbs\n    return\n  fi\n  local verb=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $verb in\n");
        foreach (var verb in verbs)
        {
            text.Append(CultureInfo.InvariantCulture, $"    {verb.Name})\n      _arguments");
            foreach (var option in verb.Options)
            {
                var value = !option.TakesValue ? string.Empty : option.Choices.Count > 0 ? $":value:({string.Join(' ', option.Choices)})" : ":value:_files";
                text.Append(CultureInfo.InvariantCulture, $" \\\n        {Single($"*{option.Name}[{InBrackets(option.Summary)}]{value}")}");
            }

            var words = verb.Choices;
            text.Append(words.Count > 0 ? $" \\\n        '1:{verb.Arguments[0].Name}:({string.Join(' ', words)})'\n" : " \\\n        '*:file:_files'\n").Append("      ;;\n");
        }

        return text.Append("  esac\n}\ncompdef _corridorsim corridorsim\n").ToString();
    }

    private string Fish()
    {
        var text = new StringBuilder("# Completion for fish. To have it in every shell: corridorsim completion fish > ~/.config/fish/completions/corridorsim.fish\n");
        foreach (var verb in verbs)
        {
            text.Append(CultureInfo.InvariantCulture, $"complete -c corridorsim -n __fish_use_subcommand -f -a {verb.Name} -d {Single(verb.Summary)}\n");
            var seen = $"complete -c corridorsim -n '__fish_seen_subcommand_from {verb.Name}'";
            foreach (var option in verb.Options)
            {
                var value = !option.TakesValue ? string.Empty : option.Choices.Count > 0 ? $" -x -a '{string.Join(' ', option.Choices)}'" : " -r";
                text.Append(CultureInfo.InvariantCulture, $"{seen} -l {option.Name.TrimStart('-')}{value} -d {Single(option.Summary)}\n");
            }

            if (verb.Choices is { Count: > 0 } words)
            {
                text.Append(CultureInfo.InvariantCulture, $"{seen} -f -a '{string.Join(' ', words)}'\n");
            }
        }

        return text.ToString();
    }

    private string PowerShell()
    {
        var text = new StringBuilder("""
            # Completion for PowerShell. To have it in every shell, add to $PROFILE: corridorsim completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName corridorsim -ScriptBlock {
                param($word, $command, $position)
                $verbs = [ordered]@{

            """);
        foreach (var verb in verbs)
        {
            var words = verb.Options.Select(o => o.Name).Concat(verb.Choices).Concat(verb.Options.SelectMany(o => o.Choices)).Distinct();
            text.Append(CultureInfo.InvariantCulture, $"        '{verb.Name}' = @({string.Join(", ", words.Select(w => Doubled($"{w}")))})\n");
        }

        return text.Append("""
                }
                $typed = @($command.CommandElements | ForEach-Object { $_.ToString() })
                $words = if ($typed.Count -gt 2 -or ($typed.Count -eq 2 -and $word -eq '')) { $verbs[$typed[1]] } else { $verbs.Keys }
                $words | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }

            """).ToString();
    }

    /// <summary>A text in single quotes, as bash, zsh and fish read it.</summary>
    private static string Single(string text) => $"'{text.Replace("'", "’", StringComparison.Ordinal)}'";

    private static string Doubled(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string InBrackets(string text) => text.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal);
}
