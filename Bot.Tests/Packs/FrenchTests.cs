using System.Reflection;

namespace Milestones.Tests.Packs;

/// <summary>A language comes with its pack, its lexicons and its texts; nothing else has to change.</summary>
public sealed class FrenchTests
{
    private static readonly Type Talk = new OwnBot(
        "fr",
        new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal)
        {
            ["Milestones.Features.Coaching.Texts"] = new(StringComparer.Ordinal)
            {
                ["Ask.Reason"] = FrenchTalk.AsksReason,
                ["Ask.Plan"] = FrenchTalk.AsksPlan,
            },
        }
    ).Own(typeof(FrenchTalk));

    public static TheoryData<string> Told =>
        [
            .. typeof(FrenchTalk)
                .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
                .Select(method => method.Name),
        ];

    [Theory]
    [MemberData(nameof(Told))]
    public void French_needs_no_more_than_its_pack(string told) =>
        Talk.GetMethod(told)!.CreateDelegate<Action>().Invoke();
}
