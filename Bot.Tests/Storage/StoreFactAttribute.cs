using Xunit.Abstractions;
using Xunit.Sdk;

namespace Milestones.Tests.Storage;

/// <summary>
/// A test of the contract. It is skipped, with the reason, in a class whose store cannot run on this machine.
/// </summary>
[XunitTestCaseDiscoverer("Milestones.Tests.Storage.StoreFactDiscoverer", "Bot.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class StoreFactAttribute : FactAttribute;

/// <summary>Marks a store's test class that can only run where something outside this repository does.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class NeedsAttribute : Attribute
{
    /// <summary>Why the tests cannot run here; null when they can.</summary>
    public abstract string? Missing { get; }
}

public sealed class StoreFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    protected override IXunitTestCase CreateTestCase(
        ITestFrameworkDiscoveryOptions discoveryOptions,
        ITestMethod testMethod,
        IAttributeInfo factAttribute
    ) =>
        new StoreTestCase(
            DiagnosticMessageSink,
            discoveryOptions.MethodDisplayOrDefault(),
            discoveryOptions.MethodDisplayOptionsOrDefault(),
            testMethod
        );
}

public sealed class StoreTestCase : XunitTestCase
{
    public StoreTestCase(
        IMessageSink sink,
        TestMethodDisplay display,
        TestMethodDisplayOptions options,
        ITestMethod method
    )
        : base(sink, display, options, method) { }

    [Obsolete("For the test runner alone, which makes a test case anew in another process.", error: true)]
    public StoreTestCase() { }

    protected override string GetSkipReason(IAttributeInfo factAttribute) =>
        (
            TestMethod
                .TestClass.Class.ToRuntimeType()
                .GetCustomAttributes(inherit: true)
                .OfType<NeedsAttribute>()
                .FirstOrDefault()
                ?.Missing
            ?? base.GetSkipReason(factAttribute)
        )!;
}
