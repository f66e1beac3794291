namespace Milestones.Channel.Teams;

/// <summary>The invokes this bot knows what to do with.</summary>
internal static class InvokeNames
{
    public const string AdaptiveCardAction = "adaptiveCard/action";
    public const string TaskFetch = "task/fetch";
    public const string TaskSubmit = "task/submit";
    public const string ComposeExtensionQuery = "composeExtension/query";
    public const string ComposeExtensionFetchTask = "composeExtension/fetchTask";
    public const string ComposeExtensionSubmitAction = "composeExtension/submitAction";
    public const string ComposeExtensionSelectItem = "composeExtension/selectItem";
}
