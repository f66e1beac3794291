using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Resources;
using System.Runtime.Loader;

namespace Milestones.Tests.Packs;

/// <summary>
/// The bot loaded once more, beside the one of the other tests, so that it may have another language than theirs from
/// its start on, and the texts of that language as its build would have made them.
/// </summary>
/// <param name="code">The language.</param>
/// <param name="texts">For each room's file of texts, by the name it is built in with.</param>
internal sealed class OwnBot(string code, IReadOnlyDictionary<string, Dictionary<string, string>> texts)
    : AssemblyLoadContext(code)
{
    /// <summary>A type of ours as it is in there.</summary>
    public Type Own(Type type) => LoadFromAssemblyName(type.Assembly.GetName()).GetType(type.FullName!)!;

    protected override Assembly? Load(AssemblyName assemblyName) =>
        assemblyName.Name is "Bot" or "Bot.Tests" or "Bot.Testing" or "Bot.Bench"
            ? LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, $"{assemblyName.Name}.dll"))
        : assemblyName.Name is "Bot.resources" && assemblyName.CultureName == Name ? Texts(assemblyName)
        : null;

    /// <summary>Builds <c>Bot.resources.dll</c> of the language.</summary>
    private Assembly Texts(AssemblyName name)
    {
        var (metadata, resources) = (new MetadataBuilder(), new BlobBuilder());
        metadata.AddModule(
            0,
            metadata.GetOrAddString($"{name.Name}.dll"),
            metadata.GetOrAddGuid(default),
            default,
            default
        );
        metadata.AddAssembly(
            metadata.GetOrAddString(name.Name!),
            name.Version!,
            metadata.GetOrAddString(Name!),
            default,
            default,
            AssemblyHashAlgorithm.None
        );
        metadata.AddTypeDefinition(
            default,
            default,
            metadata.GetOrAddString("<Module>"),
            default,
            MetadataTokens.FieldDefinitionHandle(1),
            MetadataTokens.MethodDefinitionHandle(1)
        );
        foreach (var (file, said) in texts)
        {
            metadata.AddManifestResource(
                ManifestResourceAttributes.Public,
                metadata.GetOrAddString($"{file}.{Name}.resources"),
                default,
                (uint)resources.Count
            );
            var bytes = Resources(said);
            resources.WriteInt32(bytes.Length);
            resources.WriteBytes(bytes);
            resources.Align(8);
        }

        var image = new BlobBuilder();
        new ManagedPEBuilder(
            PEHeaderBuilder.CreateLibraryHeader(),
            new MetadataRootBuilder(metadata),
            new BlobBuilder(),
            managedResources: resources
        ).Serialize(image);
        return LoadFromStream(new MemoryStream(image.ToArray()));
    }

    private static byte[] Resources(Dictionary<string, string> said)
    {
        using var stream = new MemoryStream();
        using var writer = new ResourceWriter(stream);
        foreach (var (key, text) in said)
            writer.AddResource(key, text);
        writer.Generate();
        return stream.ToArray();
    }
}
