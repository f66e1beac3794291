namespace Milestones.Reading;

/// <summary>
/// The section <c>Reading:Model</c> of the settings: a language model that is asked about sentences the rules are
/// unsure of. Without an endpoint there is none, and no sentence leaves the bot.
/// </summary>
internal sealed class ModelOptions
{
    public const string Section = "Reading:Model";

    /// <summary>
    /// What speaks the chat protocol of OpenAI: <c>https://NAME.openai.azure.com/openai/v1/</c> in the school's own
    /// tenant, or a server of the school, <c>http://localhost:11434/v1/</c>.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model, or the name of its deployment.</summary>
    public string Name { get; set; } = "";

    public string Key { get; set; } = "";

    /// <summary>Whether the managed identity of the machine is shown in place of a key.</summary>
    public bool Identity { get; set; }

    public bool IsSet => Endpoint is not null;
}
