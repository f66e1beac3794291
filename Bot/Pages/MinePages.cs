using Milestones.Conversations;
using Milestones.Localization;
using Milestones.Pages.Sheets;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Turns;
using Milestones.Views;

namespace Milestones.Pages;

/// <summary>A person's own page. Whoever only teaches is shown their classes instead.</summary>
internal static class MinePages
{
    public const string Path = "/page";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, PageGate.For((_, _) => new Looked(PageVerbs.Mine), ShowAsync));
        endpoints.MapPost(CopyPages.Mine, PageGate.For((_, _) => new Looked(PageVerbs.Mine), CopyPages.MineAsync));
        endpoints.MapPost($"{Path}/numbers", PageGate.For((_, _) => new Looked(PageVerbs.Mine), CountAsync));
    }

    /// <summary>From a page to the others of the same person.</summary>
    /// <param name="here">The page itself, which is none of them.</param>
    public static IReadOnlyList<(string Address, string Words)> Ways(Look look, string? here = null)
    {
        var context = look.Context;
        var (voice, classes) = (context.Voice, context.Person.Classes);
        IEnumerable<(string Address, string Words)> all =
        [
            .. classes.Any(one => one.Role == MemberRole.Student) || context.Person.Goals.Count > 0
                ? [(Path, voice["Page.Mine"])]
                : Array.Empty<(string, string)>(),
            .. classes
                .Where(one => one.Role == MemberRole.Teacher)
                .Select(one => (ClassPages.Address(one.Class), NameOf(one, voice))),
            .. look.IsAdministrator
                ? [(SchoolFiguresPages.Path, voice["Page.School.Title"])]
                : Array.Empty<(string, string)>(),
        ];
        return [.. all.Where(way => way.Address != here)];
    }

    public static string NameOf(Membership membership, Voice voice) =>
        membership.ClassName.Length > 0 ? membership.ClassName : voice["Class.NoName"];

    private static async Task ShowAsync(HttpContext context, Look look)
    {
        var person = look.Context.Person;
        if (look.IsAdministrator && person.Goals.Count == 0 && person.Classes.Count == 0)
        {
            context.Response.Redirect(SchoolFiguresPages.Path);
            return;
        }

        if (person.Goals.Count == 0 && person.Classes.Count > 0 && person.Classes.All(IsTaught))
        {
            await ClassPages.ChooseAsync(context, look);
            return;
        }

        var whole = await context
            .RequestServices.GetRequiredService<PageReader>()
            .WithArchiveAsync(person, context.RequestAborted);
        var sheets = context.RequestServices.GetRequiredService<SheetWriter>();
        await sheets.WriteAsync(
            context,
            look.IsKnown
                ? MineSheet.Of(
                    new(look.Context with { Head = whole }, CopyPages.MayHave(context)),
                    Ways(look, Path)
                )
                : PlainSheet.Say(
                    PagesRegistration.VoiceOf(context.Request),
                    PagesRegistration.VoiceOf(context.Request)["Page.SayHi"]
                )
        );
    }

    /// <summary>
    /// A number of the school's counts for a goal, or does not: what is sent is read as a card's data is.
    /// </summary>
    private static async Task CountAsync(HttpContext context, Look look)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        await FormTaps.TapAsync(
            context,
            look,
            NumberVerbs.Count,
            FormTaps.Data(("measure", form["measure"].ToString()), ("goal", form["goal"].ToString()))
        );
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = $"{Path}#numbers";
    }

    private static bool IsTaught(Membership membership) => membership.Role == MemberRole.Teacher;
}
