using Milestones.School;

namespace Milestones.Pages;

/// <summary>What the school says of the bot: its manifest in Teams points here.</summary>
internal static class SchoolPages
{
    public static Task PrivacyAsync(HttpContext context)
    {
        var (page, school) = Begin("Page.Privacy.Title", context);
        var voice = page.Voice;
        page.Text(voice.Say("Page.Privacy.Who", ("school", Name(page, school))))
            .Heading(voice["Page.Privacy.KeptTitle"])
            .List(voice.List("Page.Privacy.Kept"))
            .Heading(voice["Page.Privacy.SeenTitle"])
            .List(voice.List("Page.Privacy.Seen"))
            .Heading(voice["Page.Privacy.NotTitle"])
            .List(voice.List(school.AsksModel ? "Page.Privacy.Not.Model" : "Page.Privacy.Not"))
            .Heading(voice["Page.Privacy.LongTitle"])
            .Text(
                context.RequestServices.GetRequiredService<SchoolOptions>() is { TenantRetentionDays.Count: > 0 } many
                    ? voice.Say(
                        "Page.Privacy.LongBetween",
                        ("least", many.TenantRetentionDays.Values.Append(many.RetentionDays).Min()),
                        ("most", many.TenantRetentionDays.Values.Append(many.RetentionDays).Max())
                    )
                    : voice.Say("Page.Privacy.Long", ("days", school.RetentionDays))
            )
            .Heading(voice["Page.Privacy.RightsTitle"])
            .List(voice.List("Page.Privacy.Rights"));
        return Contact(page, school).WriteAsync(context);
    }

    public static Task TermsAsync(HttpContext context)
    {
        var (page, school) = Begin("Page.Terms.Title", context);
        page.Text(page.Voice.Say("Page.Terms.Who", ("school", Name(page, school))))
            .List(page.Voice.List("Page.Terms.Rules"));
        return Contact(page, school).WriteAsync(context);
    }

    private static (Page Page, SchoolOptions School) Begin(string title, HttpContext context)
    {
        var voice = PagesRegistration.VoiceOf(context.Request);
        return (new Page(voice, voice[title]), context.RequestServices.GetRequiredService<SchoolOptions>());
    }

    private static Page Contact(Page page, SchoolOptions school) =>
        page.Text(
            school.Contact.Length > 0
                ? page.Voice.Say("Page.Contact", ("contact", school.Contact))
                : page.Voice["Page.ContactSchool"]
        );

    private static string Name(Page page, SchoolOptions school) =>
        school.Name.Length > 0 ? school.Name : page.Voice["Page.YourSchool"];
}
