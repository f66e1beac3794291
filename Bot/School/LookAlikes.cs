using System.Globalization;
using System.Text;
using Milestones.Conversations;

namespace Milestones.School;

/// <summary>
/// Members whose names look the same to a reader get what tells them apart behind the name, so that every card shows
/// it: an alert about the wrong child is worse than none.
/// </summary>
internal static class LookAlikes
{
    /// <summary>Small letters of Greek, Cyrillic and others, and signs, that are drawn like a Latin letter.</summary>
    private static readonly Dictionary<char, char> Drawn = new Dictionary<string, char>(StringComparer.Ordinal)
    {
        ["\u0430\u0251\u03b1@"] = 'a',
        ["\u0435\u04513"] = 'e',
        ["\u043e\u03bf0"] = 'o',
        ["\u0440\u03c1"] = 'p',
        ["\u0441\u03f2"] = 'c',
        ["\u0443\u04af\u03b3"] = 'y',
        ["\u0445\u03c7"] = 'x',
        ["\u03ba\u043a"] = 'k',
        ["\u043d\u04bb"] = 'h',
        ["\u0131\u0456\u0457"] = 'i',
        ["\u0458"] = 'j',
        ["\u04555$"] = 's',
        ["\u0501"] = 'd',
        ["\u051b"] = 'q',
        ["\u051d"] = 'w',
        ["\u03bd\u0475\u028b"] = 'v',
        ["\u03c5"] = 'u',
        ["\u03c4\u0442"] = 't',
        ["\u043c"] = 'm',
        ["\u0432"] = 'b',
        ["\u0261\u050d"] = 'g',
        ["1|!"] = 'l',
    }
        .SelectMany(pair => pair.Key.Select(letter => (letter, pair.Value)))
        .ToDictionary();

    /// <summary>The same people with names no two of which look the same.</summary>
    public static IReadOnlyList<SeenPerson> ToldApart(IReadOnlyList<SeenPerson> people) =>
        people.Where(person => person.Name is not null).CountBy(person => Look(person.Name!)).ToDictionary()
            is var looks
        && looks.Values.All(count => count == 1)
            ? people
            :
            [
                .. people.Select(person =>
                    person.Name is { } name && looks[Look(name)] > 1
                        ? person with
                        {
                            Name = $"{name} ({Mark(person, people)})",
                        }
                        : person
                ),
            ];

    /// <summary>What a name looks like at a glance: without case, accents, spaces, or the script of a letter.</summary>
    public static string Look(string name)
    {
        var look = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
                continue;
            var lower = char.ToLowerInvariant(letter);
            var drawn = Drawn.GetValueOrDefault(lower, lower);
            if (char.IsLetterOrDigit(drawn))
                look.Append(drawn == 'i' ? 'l' : drawn);
        }

        return look.Replace("rn", "m").Replace("vv", "w").ToString();
    }

    /// <summary>
    /// The beginning of the school's address where it is theirs alone, else a number that stays theirs as long as
    /// the same people look alike.
    /// </summary>
    private static string Mark(SeenPerson person, IReadOnlyList<SeenPerson> people)
    {
        var alike = people.Where(one => one.Name is { } name && Look(name) == Look(person.Name!)).ToList();
        return
            person.Login is { Length: > 0 } login
            && alike.TrueForAll(one =>
                one == person || !string.Equals(one.Login, login, StringComparison.OrdinalIgnoreCase)
            )
            ? login
            : (1 + alike.OrderBy(one => one.ObjectId, StringComparer.Ordinal).ToList().IndexOf(person)).ToString(
                CultureInfo.InvariantCulture
            );
    }
}
