using System.Globalization;
using System.Text;
using System.Text.Json;
using Milestones.Conversations;
using Milestones.Pages.Sheets;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Storage;
using Milestones.Turns;
using Milestones.Views;

namespace Milestones.Pages;

/// <summary>
/// A person's own data, with the same as a JSON file to keep. A link asks for the code from the chat, and with it shows
/// everything, once; whoever is signed in by Teams has it from their own page.
/// </summary>
internal static class CopyPages
{
    private const string Code = "code";
    private const int LongestBody = 1024;

    public const string Mine = $"{MinePages.Path}/data";

    /// <summary>The same whatever the link is: whether it is one, only the code finds out.</summary>
    public static Task AskAsync(HttpContext context) => AskAsync(context, null);

    public static async Task OpenAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType || request.ContentLength is null or > LongestBody)
        {
            await AskAsync(context, null);
            return;
        }

        var form = await request.ReadFormAsync(context.RequestAborted);
        PersonCopy? copy;
        try
        {
            copy = await context
                .RequestServices.GetRequiredService<PersonCopies>()
                .OpenAsync(
                    (string)context.GetRouteValue("token")!,
                    form[Code].ToString().Trim(),
                    context.RequestAborted
                );
        }
        catch (StoreUnavailableException)
        {
            await AskAsync(context, "Page.Copy.Busy", StatusCodes.Status503ServiceUnavailable);
            return;
        }

        if (copy is null)
            await AskAsync(context, "Page.Copy.Wrong", StatusCodes.Status403Forbidden);
        else
            await Shown(copy, context).WriteAsync(context);
    }

    /// <summary>
    /// Whether who looks at a page may have all of it: a link alone, which can be passed on, is not enough.
    /// </summary>
    public static bool MayHave(HttpContext context) =>
        context.RequestServices.GetRequiredService<Visits>().Of(context.Request) is { IsSignedIn: true };

    public static async Task MineAsync(HttpContext context, Look look)
    {
        var services = context.RequestServices;
        var key = DocumentKeys.Person(look.Context.Person.Id);
        if (!MayHave(context))
        {
            await PageGate.NotAsync(context, "Page.Copy.SignIn", StatusCodes.Status403Forbidden);
        }
        else if (
            await services.GetRequiredService<PersonCopies>().OfAsync(key, context.RequestAborted) is not { } copy
        )
        {
            await PageGate.NotAsync(context, "Page.SayHi", StatusCodes.Status404NotFound);
        }
        else
        {
            await Shown(copy, context).WriteAsync(context, frames: services.GetRequiredService<SheetWriter>().Frames);
        }
    }

    private static Task AskAsync(HttpContext context, string? problem, int status = StatusCodes.Status200OK)
    {
        var voice = PagesRegistration.VoiceOf(context.Request);
        var page = new Page(voice, voice["Page.Copy.Title"]);
        if (problem is not null)
            page.Text(voice[problem]);
        return page.Raw(
                $"""
                <form method="post"><p><label>{Page.Encoded(voice["Page.Copy.Code"])}
                <input name="{Code}" inputmode="numeric" autocomplete="off" maxlength="10" required autofocus></label>
                <button>{Page.Encoded(voice["Page.Copy.Open"])}</button></p></form>
                """
            )
            .Small(voice["Page.Copy.Where"])
            .WriteAsync(context, status);
    }

    private static Page Shown(PersonCopy copy, HttpContext context)
    {
        var (badges, voice) = (
            context.RequestServices.GetRequiredService<OpenBadges>(),
            PagesRegistration.VoiceOf(context.Request)
        );
        var page = new Page(voice, voice["Page.Copy.Title"]);
        page.Raw(
            $"""
            <p><a class="button" download="my-data.json" href="data:application/json;base64,{Convert.ToBase64String(
                copy.Json.Span
            )}">{Page.Encoded(voice["Page.Copy.Save"])}</a></p>
            """
        );
        using var json = JsonDocument.Parse(copy.Json);
        if (copy.Head is { } person)
        {
            Badges(page, badges.Of(person, voice));
            Readable(page, person);
        }

        Others(page, json.RootElement);
        page.Heading(voice["Page.Copy.All"]).Small(voice["Page.Copy.AllSmall"]);
        var html = new StringBuilder();
        Write(html, json.RootElement);
        return page.Raw(html.ToString());
    }

    /// <summary>Each badge as a file of its own.</summary>
    private static void Badges(Page page, IReadOnlyList<BadgeFile> files)
    {
        if (files.Count == 0)
            return;
        page.Heading(page.Voice["Page.Copy.Badges"]).Small(page.Voice["Page.Copy.BadgesSmall"]);
        foreach (var file in files)
        {
            page.Raw(
                $"""
                <p><a class="button" download="{Page.Encoded(file.Name)}" href="data:{file.MediaType};base64,{Convert
                    .ToBase64String(file.Content.Span)}">{Page.Encoded(file.Title)}</a></p>
                """
            );
        }
    }

    private static void Readable(Page page, Person person)
    {
        var voice = page.Voice;
        var today = DateOnly.MinValue;
        page.Heading(voice["Page.Copy.Goals"])
            .List(
                person.Goals.Select(goal =>
                    string.Join(
                        " · ",
                        goal.Milestones.Select(step => step.Title)
                            .Prepend(goal.Sentence)
                            .Concat(
                                goal.Progress.Select(entry =>
                                    $"{voice.Day(entry.On, today)}: {entry.Value?.ToString(voice.Culture)} {entry.Note}"
                                )
                            )
                    )
                )
            )
            .Heading(voice["Page.Copy.CheckIns"])
            .List(
                person.Reflections.Select(reflection =>
                    $"{reflection.At.ToString("d", voice.Culture)}: "
                    + string.Join(" · ", reflection.Answers.Select(answer => answer.Text))
                )
            )
            .Heading(voice["Page.Copy.Units"])
            .List(
                person.Surveys.SelectMany(survey =>
                    survey.Targets.Select(target =>
                    {
                        var rating = survey.Of(target);
                        return string.Join(
                            " · ",
                            survey
                                .Evidence.Where(one => one.Target == target)
                                .Select(one => one.Text)
                                .Prepend($"{survey.Unit.Targets[target]}: {rating.Before} → {rating.After}")
                        );
                    })
                )
            )
            .Heading(voice["Page.Copy.Conference"])
            .List(Conference(person))
            .Heading(voice["Page.Copy.Criteria"])
            .List(
                Works
                    .Of(person)
                    .SelectMany(work =>
                        work.Criteria.List.Select(one =>
                            $"{work.Title} · {one.Text}: {CriteriaRows.Growth(work.Criteria, one.Id, voice)}"
                            + $" {work.Criteria.Last?.Of(one.Id)?.Evidence}"
                        )
                    )
            )
            .Heading(voice["Page.Copy.Feedback"])
            .List(
                person.Peers.Select(one =>
                    string.Join(
                        " · ",
                        new[]
                        {
                            one.At.ToString("d", voice.Culture),
                            one.OtherName,
                            one.Work,
                            one.Strength,
                            one.Question,
                        }.OfType<string>()
                    )
                )
            )
            .Heading(voice["Page.Copy.Replies"])
            .List(
                person.TeacherReplies.Select(reply =>
                    $"{reply.At.ToString("d", voice.Culture)} {reply.TeacherName}: {reply.Text} {reply.Answer}"
                )
            );
    }

    /// <summary>What stands with their classes: shout-outs, and who read what they shared.</summary>
    private static void Others(Page page, JsonElement copy)
    {
        var voice = page.Voice;
        page.Heading(voice["Page.Copy.ShoutOuts"])
            .List(
                copy.GetProperty("shoutOuts")
                    .EnumerateArray()
                    .Select(one =>
                        voice.Say(
                            "Page.Copy.ShoutOut",
                            ("from", Member(one, "from")),
                            ("about", Member(one, "about")),
                            ("class", Member(one, "class")),
                            ("words", Member(one, "words"))
                        )
                    )
            )
            .Heading(voice["Page.Copy.ReadBy"])
            .List(
                copy.GetProperty("readBy")
                    .EnumerateArray()
                    .Select(one =>
                    {
                        var what = Member(one, "what");
                        return string.Join(
                            " · ",
                            one.GetProperty("at").GetDateTimeOffset().ToString("g", voice.Culture),
                            Member(one, "teacher"),
                            Member(one, "class"),
                            voice[$"Page.Copy.Read.{what}"]
                        );
                    })
            );

        static string Member(JsonElement one, string name) => one.GetProperty(name).GetString() ?? "";
    }

    /// <summary>What the student chose, as far as it has words, and what they said afterwards.</summary>
    private static IEnumerable<string> Conference(Person person) =>
        person.Conference is { } pack
            ? ConferenceItems
                .Of(person)
                .Where(item => pack.Shows(item) && item.Words.Length > 0)
                .Select(item => item.Words)
                .Concat(pack.LookedBack)
            : [];

    /// <summary>Any JSON as lists: names beside what they hold.</summary>
    private static void Write(StringBuilder html, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                html.Append("<dl>");
                foreach (var member in value.EnumerateObject())
                {
                    html.Append(CultureInfo.InvariantCulture, $"<dt>{Page.Encoded(member.Name)}</dt><dd>");
                    Write(html, member.Value);
                    html.Append("</dd>");
                }

                html.Append("</dl>");
                break;
            case JsonValueKind.Array:
                html.Append("<ul>");
                foreach (var item in value.EnumerateArray())
                {
                    html.Append("<li>");
                    Write(html, item);
                    html.Append("</li>");
                }

                html.Append("</ul>");
                break;
            default:
                html.Append(Page.Encoded(value.ToString()));
                break;
        }
    }
}
