namespace Milestones.Views;

/// <summary>
/// Pages: what the buttons that lead to one do, and what opening one is called in <c>Turns/WhoMay.cs</c>.
/// </summary>
internal static class PageVerbs
{
    public const string Mine = "page.mine";
    public const string Class = "page.class";
    public const string School = "page.school";
}
