using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Milestones.Conversations;
using Milestones.Language.Concerns;
using Milestones.Pages;
using Milestones.Pages.Visiting;
using Milestones.School;
using Milestones.Tests.Storage;
using Milestones.Tests.Support;
using Milestones.Turns;

namespace Milestones.Tests.Journeys;

/// <summary>
/// Every button, dialog and page, sent by hand by every kind of actor, does no more than the table of permissions says.
/// </summary>
public sealed class WhoMayJourneys : Journey
{
    private static readonly string[] Verbs =
    [
        .. Kinds
            .All.PersonRoutes.Features.SelectMany(feature => feature.Verbs.Keys)
            .Concat(Kinds.All.ClassRoutes.Features.SelectMany(feature => feature.Verbs.Keys))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Every_verb_has_one_row_and_every_row_a_verb()
    {
        Assert.All(Verbs, verb => Assert.NotNull(WhoMay.Of(verb)));
        Assert.Equal(
            WhoMay.Table,
            Verbs.Select(verb => WhoMay.Of(verb)!).Distinct().OrderBy(row => row.Action, StringComparer.Ordinal)
        );
    }

    /// <summary>A verb comes back among the texts of a tap, all of which are read for words of concern.</summary>
    [Fact]
    public void No_verb_reads_as_words_of_concern() =>
        Assert.All(Verbs, verb => Assert.Equal(Concern.None, ConcernReader.Read(verb)));

    [StoreFact]
    public async Task Nobody_reads_or_changes_what_is_not_theirs_whatever_they_send()
    {
        var (course, others) = await WrittenAsync();
        var sam = course["Sam"];
        var goal = (await Bot.PersonAsync(sam))!.Goals[0].Id;
        var before = await WhatIsSamsAsync(course);

        foreach (var actor in others)
        {
            // Whoever is in the channel may say that its teacher is none: that takes away and never gives.
            foreach (var verb in Verbs.Except([Milestones.Views.ClassVerbs.NotOurs], StringComparer.Ordinal))
            {
                var data = Data(verb, course, goal);
                await ForbiddenAsync(actor, actor.Invoke(verb, data.DeepClone()));
                await ForbiddenAsync(actor, course.Team.Moved(actor.Invoke(verb, data)));
                var stranger = actor.Invoke(verb, Data(verb, course, goal));
                stranger["conversation"]!["tenantId"] = "22222222-2222-2222-2222-222222222222";
                await ForbiddenAsync(actor, stranger);
            }
        }

        await Bot.QuietAsync();
        Assert.Equal(before, await WhatIsSamsAsync(course));
        Assert.DoesNotContain(
            Bot.Connector.Messages,
            call =>
                call.ConversationId != sam.Conversation
                && call.ConversationId != course.Teacher.Conversation
                && call.Body.GetRawText().Contains("quokka", StringComparison.OrdinalIgnoreCase)
        );

        // The same by who may, so that nothing above is true of itself.
        using var read = await course.Teacher.PostAsync(
            course.Teacher.Invoke("teacher.read", Data("teacher.read", course, goal))
        );
        Assert.Contains("quokka", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var sent = await course.Teacher.PostAsync(
            course.Teacher.Invoke("teacher.send", Data("teacher.send", course, goal))
        );
        await Bot.QuietAsync();
        Assert.NotEqual(before, await WhatIsSamsAsync(course));
    }

    [StoreFact]
    public async Task No_dialog_or_command_of_a_message_shows_what_a_tap_does_not()
    {
        var (course, others) = await WrittenAsync();
        var goal = (await Bot.PersonAsync(course["Sam"]))!.Goals[0].Id;
        var before = await WhatIsSamsAsync(course);
        foreach (var actor in others)
        {
            foreach (var verb in Verbs.Except([Milestones.Views.ClassVerbs.NotOurs], StringComparer.Ordinal))
            {
                var data = Data(verb, course, goal);
                foreach (
                    var (name, value) in new (string, JsonObject)[]
                    {
                        ("task/fetch", new() { ["data"] = data.DeepClone() }),
                        ("task/submit", new() { ["data"] = data.DeepClone() }),
                        ("composeExtension/submitAction", new() { ["commandId"] = verb, ["data"] = data.DeepClone() }),
                        ("composeExtension/fetchTask", new() { ["commandId"] = verb, ["data"] = data.DeepClone() }),
                        ("composeExtension/query", new() { ["commandId"] = verb }),
                    }
                )
                {
                    var activity = actor.Activity(
                        "invoke",
                        invoke =>
                        {
                            invoke["name"] = name;
                            invoke["value"] = value;
                        }
                    );
                    using var response = await actor.PostAsync(activity);
                    Assert.InRange((int)response.StatusCode, 200, 501);
                    Assert.NotEqual(HttpStatusCode.InternalServerError, response.StatusCode);
                    Assert.DoesNotContain(
                        "quokka",
                        await response.Content.ReadAsStringAsync(),
                        StringComparison.OrdinalIgnoreCase
                    );
                }
            }
        }

        await Bot.QuietAsync();
        Assert.Equal(before, await WhatIsSamsAsync(course));
    }

    [StoreFact]
    public async Task No_page_shows_or_changes_what_is_somebody_elses()
    {
        var (course, others) = await WrittenAsync();
        var before = await WhatIsSamsAsync(course);
        var pages = Pages(course).ToList();
        Assert.InRange(pages.Count, 30, 200);
        foreach (var actor in others.Append(null))
        {
            using var browser = actor is null ? new PlainBrowser(Bot.Address) : As(actor);
            foreach (var (method, path) in pages)
            {
                var (status, html) =
                    method == HttpMethods.Get
                        ? await browser.OpenAsync(path)
                        : await browser.PostAsync(path, new FormUrlEncodedContent([new("code", "000000")]));
                Assert.True(status is not HttpStatusCode.InternalServerError, $"{method} {path}: {status}");
                Assert.DoesNotContain("quokka", html, StringComparison.OrdinalIgnoreCase);
                if (path.StartsWith(ClassPages.Address(course.Team.Key), StringComparison.Ordinal))
                    Assert.InRange((int)status, 400, 499);
            }
        }

        await Bot.QuietAsync();
        Assert.Equal(before, await WhatIsSamsAsync(course));
        using var teacher = As(course.Teacher);
        var student = $"{ClassPages.Address(course.Team.Key)}/student/{course["Sam"].ObjectId}";
        Assert.Contains(pages, page => page == (HttpMethods.Get, student));
        Assert.Contains("quokka", (await teacher.OpenAsync(student)).Html, StringComparison.Ordinal);
    }

    /// <summary>A class in which Sam wrote, and everybody of whom nothing of it is: nobody of its teachers.</summary>
    private async Task<(Course Course, IReadOnlyList<Student> Others)> WrittenAsync()
    {
        var old = Bot.Student("Old");
        var course = await Course.StartAsync(Bot, Bot.Student("Lee"), [Bot.Student("Sam"), Bot.Student("Ana"), old]);
        var other = await Course.StartAsync(Bot, Bot.Student("Kim"), [Bot.Student("Bo")], "8A Art");
        await RepetitionJourneys.DraftAsync(course["Sam"]);
        await course["Sam"].TapsAsync("Save");
        await course.AtAsync(Course.Friday);
        await course.ReflectsAsync("Sam", 2, words: "a quokka week");
        await course.Team.LeavesAsync(old);
        return (course, [course["Ana"], old, other.Teacher, other["Bo"], Bot.Student("Eve")]);
    }

    /// <summary>Every address there is, of this class and of Sam where it names any.</summary>
    private IEnumerable<(string Method, string Path)> Pages(Course course) =>
        from endpoint in Bot.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [HttpMethods.Get]
        where endpoint.RoutePattern.RawText is not ("/api/messages" or "/tab/session")
        select (
            method,
            endpoint
                .RoutePattern.RawText!.Replace(
                    $"{ClassPages.Path}/{{team}}",
                    ClassPages.Address(course.Team.Key),
                    StringComparison.Ordinal
                )
                .Replace("{student}", course["Sam"].ObjectId, StringComparison.Ordinal)
                .Replace("{", "", StringComparison.Ordinal)
                .Replace("}", "", StringComparison.Ordinal)
        );

    private PlainBrowser As(Student person)
    {
        var browser = new PlainBrowser(Bot.Address);
        var link = Bot.Services.GetRequiredService<LocalLinks>().Of(new PersonId(Student.Tenant, person.ObjectId));
        browser.OpenAsync(link).GetAwaiter().GetResult();
        Assert.NotNull(browser.Cookie);
        return browser;
    }

    private static async Task ForbiddenAsync(Student actor, JsonObject activity)
    {
        using var response = await actor.PostAsync(activity);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("quokka", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private static JsonObject Data(string verb, Course course, string goal) =>
        new()
        {
            ["verb"] = verb,
            ["class"] = course.Team.Key.Partition,
            ["student"] = course["Sam"].ObjectId,
            ["person"] = course["Sam"].ObjectId,
            ["goal"] = goal,
            ["week"] = "2026-W38",
            ["own"] = "see you at lunch",
            ["starter"] = "0",
            ["value"] = "1",
            ["reason"] = "it was too easy",
            ["target"] = "99",
            ["on"] = "2026-09-18",
            ["token"] = Guid.NewGuid().ToString("N")[..12],
        };

    /// <summary>All that belongs to Sam and to the class, without what is noted of turns.</summary>
    private async Task<string> WhatIsSamsAsync(Course course)
    {
        var (sam, classroom) = ((await Bot.PersonAsync(course["Sam"]))!, (await course.Team.ReadAsync())!);
        return JsonSerializer.Serialize(
            new
            {
                sam.Goals,
                Words = sam.Reflections.SelectMany(one => one.Answers).ToList(),
                Replies = sam.TeacherReplies.Select(one => one.Text).ToList(),
                sam.Nudge,
                sam.HelpSince,
                Settings = classroom.Settings?.ToString(),
                Teachers = classroom
                    .Members.Where(one => one.Role == MemberRole.Teacher)
                    .Select(one => one.ObjectId)
                    .ToList(),
                classroom.AddedTeachers,
                Alerts = classroom.Alerts.Count,
                Lines = (
                    await Bot.Store.ListAsync(course.Team.Key.Partition, "audit", null, 1000, CancellationToken.None)
                ).Count,
            }
        );
    }
}
