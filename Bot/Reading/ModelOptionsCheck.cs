using Microsoft.Extensions.Options;

namespace Milestones.Reading;

/// <summary>
/// Settings of the model that cannot work, or would send words unprotected, stop the bot at its start.
/// </summary>
internal sealed class ModelOptionsCheck : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options) =>
        Problems(options).ToList() is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;

    private static IEnumerable<string> Problems(ModelOptions options)
    {
        if (options.Endpoint is not { } endpoint)
        {
            if (options.Name.Length > 0 || options.Key.Length > 0 || options.Identity)
            {
                yield return "Reading:Model has no Endpoint. Set Reading:Model:Endpoint, or remove the section: "
                    + "without it no sentence leaves the bot.";
            }

            yield break;
        }

        if (!IsProtected(endpoint))
        {
            yield return "Reading:Model:Endpoint is not an https address without a query. Plain http is accepted for "
                + "this machine only.";
        }

        if (options.Name.Length == 0)
            yield return "Reading:Model:Name is empty. It is the name of the model or of its deployment.";
        if (options.Key.Length > 0 && options.Identity)
            yield return "Reading:Model has a Key and Identity. Keep one.";
        if (options.Key.Length == 0 && !options.Identity && endpoint is { IsAbsoluteUri: true, IsLoopback: false })
            yield return "Reading:Model has neither a Key nor Identity. Only a server on this machine needs none.";
    }

    private static bool IsProtected(Uri endpoint) =>
        endpoint.IsAbsoluteUri
        && (endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback))
        && endpoint is { UserInfo: "", Query: "", Fragment: "" };
}
