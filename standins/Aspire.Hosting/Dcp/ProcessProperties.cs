using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dcp;

/// <summary>What a process is run as, under the names by which dashboard and tests look for it.</summary>
internal static class ProcessProperties
{
    public static ImmutableArray<ResourcePropertySnapshot> Update(ImmutableArray<ResourcePropertySnapshot> properties, IResource resource, JsonNode executable)
    {
        var own = resource is ProjectResource ? Project(resource, executable) : Executable(executable);
        return [.. properties.Where(p => own.All(o => o.Name != p.Name)), .. own];
    }

    private static ResourcePropertySnapshot[] Project(IResource project, JsonNode executable) =>
    [
        Shown("project.path", project.Annotations.OfType<IProjectMetadata>().Single().ProjectPath, "Project path", 0),
        Shown("executable.pid", Pid(executable), "Process ID", 2),
        new("executable.path", Program(executable)),
        new("executable.workDir", Folder(executable)),
        new("executable.args", Arguments(executable)) { IsSensitive = true },
    ];

    private static ResourcePropertySnapshot[] Executable(JsonNode executable) =>
    [
        Shown("executable.path", Program(executable), "Executable path", 0),
        Shown("executable.workDir", Folder(executable), "Working directory", 1),
        Shown("executable.args", Arguments(executable), "Executable arguments", 2) with { IsSensitive = true },
        Shown("executable.pid", Pid(executable), "Process ID", 3),
    ];

    private static ResourcePropertySnapshot Shown(string name, object? value, string displayName, int order) =>
        new(name, value) { DisplayName = displayName, IsHighlighted = true, SortOrder = order };

    private static string? Program(JsonNode executable) => (string?)executable["spec"]?["executablePath"];

    private static string? Folder(JsonNode executable) => (string?)executable["spec"]?["workingDirectory"];

    private static ImmutableArray<string> Arguments(JsonNode executable) =>
        [.. (executable["status"]?["effectiveArgs"] as JsonArray ?? []).Select(a => (string?)a ?? "")];

    private static int? Pid(JsonNode executable) => (int?)executable["status"]?["pid"];
}
