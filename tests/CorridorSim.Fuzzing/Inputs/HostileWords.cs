namespace CorridorSim.Fuzzing.Inputs;

/// <summary>Words that have broken readers of text before.</summary>
public static class HostileWords
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "", "0", "-0", "-1", "1", "1e308", "1e400", "-1e400", "NaN", ".nan", ".inf", "-.inf", "Infinity", "0x10", "1_000", "1,5", "1.5", "1e-320", "2147483647",
        "2147483648", "-2147483649", "9223372036854775807", "9223372036854775808", "18446744073709551616", "99999999999999999999999999", "null", "~", "true", "no",
        "2021-00", "2021-13", "0000-00", "9999-12", "2021-02-30", "2021", "2022-04-19T00:00:00Z", "[]", "{}", "[", "]", "{", "}", ":", "-", "? ", "|", ">", "&a ", "*a", "!!int ",
        "!!binary ", "%YAML 1.1\n", "---\n", "...\n", "#", "'", "\"", "\"\\u0000\"", "\\", "\t", "\r", "\r\n", "\n\n", "\0", "\u0001", "\u001b[31m", "\u0085", "\u2028", "\ufeff", "\ud800",
        "\udfff", "\U0001F600", "\u202e", "é", "../../../etc/passwd", "/etc/passwd", "/dev/zero", "file:///etc/passwd", "http://127.0.0.1/", "CON", "a/b/../c", "*", "%s%n", "${x}",
        "<<: *a", "<script>", "'; DROP TABLE runs; --", "ALL", "all", "*>*", "PAN>PAN", "USA", "PNA", ">", "COL>PAN>USA", "{ value: 1 }", "{ uniform: [1, 2] }", "{ triangular: [1, 2, 3] }",
        "{ range: [1, 0] }", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", new('x', 5000), new('9', 400), new('{', 300), new(' ', 1000),
    ];
}
