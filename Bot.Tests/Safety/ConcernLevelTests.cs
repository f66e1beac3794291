using Milestones.Language;
using Milestones.Language.Concerns;

namespace Milestones.Tests.Safety;

/// <summary>Small inputs that were once read wrongly, each with siblings of its kind.</summary>
public sealed class ConcernLevelTests
{
    [Theory]
    [InlineData("my mom does flash cards with me")]
    [InlineData("my grandpa does spelling with me after dinner")]
    [InlineData("my dad puts me to bed at 9")]
    [InlineData("mom tucks us in around 8")]
    [InlineData("my dad reads to me at night")]
    [InlineData("my mom checks on me at night")]
    [InlineData("my stepdad checks my planner before bed")]
    [InlineData("my teacher is making me do this")]
    [InlineData("coach is making us run it again")]
    [InlineData("so my parents get off my back")]
    [InlineData("mi abuela me lee en la noche")]
    [InlineData("mi papá me revisa la tarea en la noche")]
    [InlineData("dont message me at night")]
    [InlineData("no texts after 9 please")]
    [InlineData("conference pack")]
    [InlineData("get a six pack by summer")]
    [InlineData("pack my bag every night")]
    [InlineData("i forgot my back pack")]
    [InlineData("the nurse gave me an ice pack for my finger")]
    [InlineData("the nurse wrapped my thumb and sent me to math")]
    [InlineData("my little brother hits me with pillows when we have pillow fights")]
    [InlineData("mr said if we dont stop talking he will call home")]
    [InlineData("im on yellow every day i want to be on green")]
    [InlineData("i was on red twice, i want all green")]
    [InlineData("leave me alone")]
    [InlineData("leave me alone until friday")]
    [InlineData("if somebody bothers me i will tell the teacher")]
    [InlineData("si alguien me molesta le aviso a la maestra")]
    [InlineData("if they say no i apply somewhere else")]
    [InlineData("remove me")]
    [InlineData("my cat is so fat she cant jump on my desk")]
    [InlineData("i want to tell on people less")]
    [InlineData("i do not smoke weed")]
    [InlineData("yo no fumo")]
    public void Harmless_words_raise_no_alarm(string text) =>
        Assert.Equal(Concern.None, ConcernReader.Read(text, null).Alarm);

    [Theory]
    [InlineData("i make myself throw up after lunch", nameof(Concern.SelfHarm))]
    [InlineData("i made myself puke after every dinner this week", nameof(Concern.SelfHarm))]
    [InlineData("me hago vomitar después de la comida", nameof(Concern.SelfHarm))]
    [InlineData("i already wrote the notes and picked the day", nameof(Concern.SelfHarm))]
    [InlineData("letters are written, i chose the date", nameof(Concern.SelfHarm))]
    [InlineData("only ate 200 calories for 3 days now and nobody noticed", nameof(Concern.SelfHarm))]
    [InlineData("just 150 calories today and yesterday", nameof(Concern.SelfHarm))]
    [InlineData("si repruebo me mato, y no es broma", nameof(Concern.SelfHarm))]
    [InlineData("if i fail i kill myself, not a joke", nameof(Concern.SelfHarm))]
    [InlineData("smile at school, cry in my room, cut, repeat", nameof(Concern.SelfHarm))]
    [InlineData("no quiero vivir", nameof(Concern.SelfHarm))]
    [InlineData("el entrenador manosea a mi amiga", nameof(Concern.Abuse))]
    [InlineData("el profe de coro manosea a las niñas", nameof(Concern.Abuse))]
    public void What_is_real_alarms(string text, string expected) =>
        Assert.Equal(expected, ConcernReader.Read(text, null).Alarm.ToString());

    [Theory]
    [InlineData("everything is too much lately")]
    [InlineData("kids are mean to me")]
    [InlineData("me da miedo llegar a mi casa")]
    [InlineData("i feel like a burden on my family")]
    public void Weak_evidence_is_worth_a_quiet_question_at_least(string text) =>
        Assert.NotEqual(ConcernLevel.None, ConcernReader.Read(text, null).Level);

    [Theory]
    [InlineData("no quiero vivir", TextLanguage.Spanish)]
    [InlineData("me pegan en la escuela", TextLanguage.Spanish)]
    [InlineData("i want to die", TextLanguage.English)]
    [InlineData("i feel super mal, ya me quiero morir, no es joke", TextLanguage.Spanish)]
    [InlineData("80", null)]
    public void The_language_of_the_text_is_told(string text, object? expected) =>
        Assert.Equal(expected, (object?)ConcernReader.Read(text, null).Language);

    [Fact]
    public void A_text_that_tells_no_language_is_its_writers() =>
        Assert.Equal(TextLanguage.Spanish, ConcernReader.Read("80", TextLanguage.Spanish).Language);

    [Theory]
    [InlineData("one of my students told me she wants to kill herself", true)]
    [InlineData("a student wrote that he cuts his arms", true)]
    [InlineData("my friend says she doesnt want to live", true)]
    [InlineData("mi amiga me dijo que se quiere matar", true)]
    [InlineData("una alumna me contó que se corta los brazos", true)]
    [InlineData("i want to kill myself", false)]
    [InlineData("my brother beats me up every day", false)]
    [InlineData("mi primo me obliga a tocarlo", false)]
    [InlineData("my friends would be happier if i killed myself", false)]
    public void Who_writes_of_somebody_else_is_told_from_who_writes_of_themselves(string text, bool aboutAnother)
    {
        var reading = ConcernReader.Read(text, null);

        Assert.NotEqual(ConcernLevel.None, reading.Level);
        Assert.Equal(aboutAnother, reading.AboutAnother);
    }

    [Theory]
    [InlineData("pack my bag", Tongues.English)]
    [InlineData("preparar mi mochila", Tongues.Spanish)]
    [InlineData("mi dad me yelled por el phone", Tongues.Both)]
    [InlineData("80", Tongues.Both)]
    public void A_text_belongs_to_the_languages_whose_words_it_has(string text, object expected) =>
        Assert.Equal(expected, (object)Milestones.Language.Concerns.Lexicon.Shared.Tongue.Read(text, out _));

    [Fact]
    public void A_word_that_would_tell_both_languages_is_refused() =>
        Assert.Throws<InvalidDataException>(() => new TongueReader(["red"], ["red"]));
}
