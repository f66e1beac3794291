using Milestones.Language;

namespace Milestones.Tests.Language;

/// <summary>What a goal is to be called, in words that give it a name.</summary>
public sealed class NewNameTests
{
    [Theory]
    [InlineData("title should be The Salt Witch", "The Salt Witch")]
    [InlineData("call it 400 PR", "400 PR")]
    [InlineData("name it something like show up please", "something like show up")]
    [InlineData("can you write \"speak in English class\" instead", "speak in English class")]
    [InlineData("en vez de pasar pon «sobrevivir física»", "sobrevivir física")]
    [InlineData("y que se llame modo avión, después guardá", "modo avión")]
    [InlineData("llámalo remo a saco gracias tío", "remo a saco")]
    public void A_name_is_taken_without_what_stands_around_it(string text, string name) =>
        Assert.Equal(name, NewName.In(text));

    [Theory]
    [InlineData("change the name")]
    [InlineData("i call my mom every sunday")]
    [InlineData("\"x\"")]
    [InlineData("")]
    public void Other_words_give_none(string text) => Assert.Null(NewName.In(text));
}
