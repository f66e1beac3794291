namespace Milestones.Host.Packaging;

/// <summary>The command <c>make-manifest</c>: reads its options, writes the package, says what to do with it.</summary>
internal static class MakeManifest
{
    private const string Usage = """
        make-manifest --app-id GUID --domain HOST [--website URL] [--privacy URL] [--terms URL] [--out FILE]

          --app-id   application (client) id of the bot's registration
          --domain   host name the bot is reached by, such as milestones.school.example
          --website  support page; default https://HOST/
          --privacy  privacy statement; default https://HOST/privacy
          --terms    terms of use; default https://HOST/terms
          --out      the package to write; default milestones.zip
        """;

    /// <summary>Does what the words after <c>make-manifest</c> ask for.</summary>
    /// <returns>Exit code: 0 written, 1 could not be written, 2 wrong options.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        try
        {
            var options = Options(arguments);
            var values = Values(options);
            var file = Path.GetFullPath(options.GetValueOrDefault("--out", "milestones.zip"));
            using var package = new MemoryStream();
            var names = ManifestPackage.Write(Path.Combine(AppContext.BaseDirectory, "manifest"), values, package);
            File.WriteAllBytes(file, package.ToArray());
            output.WriteLine($"Wrote {file}: {string.Join(", ", names)}");
            output.WriteLine(
                "Upload it in the Teams admin center, or in Teams under Apps, Manage your apps, Upload an app."
            );
            return 0;
        }
        catch (FormatException wrong)
        {
            error.WriteLine($"{wrong.Message}{Environment.NewLine}{Environment.NewLine}{Usage}");
            return 2;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"The package was not written: {failed.Message}");
            return 1;
        }
    }

    private static Dictionary<string, string> Options(IReadOnlyList<string> arguments)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i += 2)
        {
            if (arguments[i] is not ("--app-id" or "--domain" or "--website" or "--privacy" or "--terms" or "--out"))
                throw new FormatException($"There is no option {arguments[i]}.");
            if (i + 1 == arguments.Count)
                throw new FormatException($"{arguments[i]} needs a value.");
            if (!options.TryAdd(arguments[i], arguments[i + 1]))
                throw new FormatException($"{arguments[i]} is given twice.");
        }
        return options;
    }

    private static ManifestValues Values(Dictionary<string, string> options)
    {
        if (!Guid.TryParseExact(options.GetValueOrDefault("--app-id"), "D", out var appId) || appId == Guid.Empty)
        {
            throw new FormatException(
                "--app-id must be the application id of the bot's registration, a GUID such as "
                    + "0f8b7c6d-5e4f-4a3b-9c2d-1e0f9a8b7c6d."
            );
        }

        var domain = options.GetValueOrDefault("--domain", "");
        if (Uri.CheckHostName(domain) is not UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal))
        {
            throw new FormatException(
                "--domain must be a public host name such as milestones.school.example, without https:// or a path."
            );
        }

        return new(
            appId,
            domain,
            Address("--website", "/"),
            Address("--privacy", "/privacy"),
            Address("--terms", "/terms")
        );

        Uri Address(string option, string path)
        {
            var text = options.GetValueOrDefault(option, $"https://{domain}{path}");
            return
                Uri.TryCreate(text, UriKind.Absolute, out var address)
                && address.Scheme == Uri.UriSchemeHttps
                && address.AbsoluteUri.Length <= 2048
                ? address
                : throw new FormatException($"{option} must be an https address.");
        }
    }
}
