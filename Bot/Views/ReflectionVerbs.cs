namespace Milestones.Views;

/// <summary>
/// What the buttons around reflections and prompts do. On the wire and in old cards: they do not change.
/// </summary>
internal static class ReflectionVerbs
{
    public const string Open = "reflection.open";
    public const string Submit = "reflection.submit";
    public const string Form = "reflection.form";
    public const string SubmitForm = "reflection.submitForm";
    public const string Help = "reflection.help";
    public const string Review = "reflection.review";
    public const string Pause = "prompts.pause";
    public const string Stop = "prompts.stop";
    public const string Resume = "prompts.resume";
    public const string UndoChoice = "prompts.undo";
}
