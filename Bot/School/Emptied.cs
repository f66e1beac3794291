using Milestones.Conversations;

namespace Milestones.School;

/// <summary>What is left of somebody when what is theirs is deleted.</summary>
internal static class Emptied
{
    /// <summary>
    /// The person as their classes know them, with nothing they wrote, chose or were written: without a class nothing
    /// is left at all. A concern that no adult has dealt with yet goes on; it holds no words.
    /// </summary>
    public static Person Of(Person person) =>
        person.Classes.Count == 0 && person.Alerts.Count == 0
            ? new Person { Id = person.Id, Outbox = Calls(person) }
            : new Person
            {
                Id = person.Id,
                Name = person.Name,
                Locale = person.Locale,
                TimeZone = person.TimeZone,
                Language = person.Language,
                Chat = person.Chat,
                Unreachable = person.Unreachable,
                RetainUntil = person.RetainUntil,
                Handled = person.Handled with { Answer = null },
                Alerts = person.Alerts,
                Outbox = Calls(person),
                // Whoever stopped messages is not to get them again because of this.
                Prompts = person.Prompts,
                Quiet = person.Quiet,
                Classes = [.. person.Classes.Select(one => one with { LastPrompt = null, Outcomes = [] })],
            };

    public static bool IsNothing(Person person) =>
        person.Classes.Count == 0 && person.Alerts.Count == 0 && person.Outbox.Entries.Count == 0;

    /// <summary>The class without a person's traces in it: counts, the roster and open concerns stay.</summary>
    public static Classroom Without(Classroom classroom, string student) =>
        classroom with
        {
            Departed = [.. classroom.Departed.Where(one => one.ObjectId != student)],
            Reteach = [.. classroom.Reteach.Where(one => one.By != student)],
            Reviews = [.. classroom.Reviews.Where(one => one.By != student)],
            HelpWaiting = [.. classroom.HelpWaiting.Where(one => one != student)],
            PairRounds = [.. classroom.PairRounds.Select(round => round.Without(student))],
            Posts = [.. classroom.Posts.Select(post => post.WithoutBadges(one => one.Student == student))],
            Weeks = classroom.Weeks is { Waiting: { } waiting } weeks
                ? weeks with
                {
                    Waiting = waiting.Without(one => one.Student == student),
                }
                : classroom.Weeks,
        };

    /// <summary>A teacher, or any other person, without what their document notes of a student.</summary>
    public static Person Without(Person person, string student) =>
        person with
        {
            HelpCalls = [.. person.HelpCalls.Where(one => one.Student != student)],
            AnswerCalls = [.. person.AnswerCalls.Where(one => one.Student != student)],
            AnswersShown = [.. person.AnswersShown.Where(one => one.Student != student)],
            // The last card they were given may be what the student wrote.
            Handled = person.Handled with
            {
                Answer = null,
            },
        };

    /// <summary>
    /// The class without shout-outs that a student gave or got: their words are forgotten, and what stands in the
    /// channel is taken down there by the class's next alarm.
    /// </summary>
    public static Classroom WithoutPosts(Classroom classroom, string student)
    {
        var name = PeopleNames.First(
            (classroom.Find(student)?.Name ?? classroom.Departed.FirstOrDefault(one => one.ObjectId == student)?.Name)
                ?? string.Empty
        );
        return classroom with
        {
            Posts =
            [
                .. classroom.Posts.Select(post =>
                    post.Praise is { } praise && (praise.To == student || praise.From == student)
                        ? post.State == PostState.TakenDown
                            ? post
                            : post.Down() with
                            {
                                UpdateAt = post.At,
                            }
                        : post.WithoutFace(student, name)
                ),
            ],
            // The last card that was shown may be one of them.
            Handled = classroom.Handled with
            {
                Answer = null,
            },
        };
    }

    /// <summary>A classmate, or a teacher, without what a student gave them or got from them.</summary>
    public static Person WithoutWords(Person person, string student) =>
        PeerRules.Without(WithoutPraise(person, student), student);

    /// <summary>Somebody without shout-outs that a student gave them.</summary>
    private static Person WithoutPraise(Person person, string student) =>
        person.PraiseOffers.Any(offer => offer.Praise.From == student)
            ? person with
            {
                PraiseOffers = [.. person.PraiseOffers.Where(offer => offer.Praise.From != student)],
                Handled = person.Handled with { Answer = null },
            }
            : person;

    /// <summary>Somebody without a class that is no more.</summary>
    public static Person Without(Person person, DocumentKey classroom) =>
        person with
        {
            Classes = [.. person.Classes.Where(one => one.Class != classroom)],
            HelpCalls = [.. person.HelpCalls.Where(one => one.Class != classroom)],
            AnswerCalls = [.. person.AnswerCalls.Where(one => one.Class != classroom)],
            AnswersShown = [.. person.AnswersShown.Where(one => one.Class != classroom)],
            // What came to its end stays theirs.
            Peers = [.. person.Peers.Where(one => one.Class != classroom || !one.IsOpen)],
        };

    /// <summary>What is still to be said to a class about somebody's safety; it holds no words.</summary>
    private static OutboxState Calls(Person person) =>
        new([
            .. person.Outbox.Entries.Where(entry =>
                entry.ToDocument is { } to && DocumentKeys.IsClassroom(to) && IsCall(entry)
            ),
        ]);

    private static bool IsCall(OutboxEntry entry) =>
        System.Text.Json.JsonSerializer.Deserialize(entry.Activity.Utf8.Span, MessageJson.Default.DocumentMessage)
            is AlertRaised
                or AlertClosed;
}
