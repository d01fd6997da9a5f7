using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Dcp;

/// <summary>What DCP is asked to run for one process of a resource: program, arguments, environment and the services it listens for.</summary>
internal sealed class ExecutableFactory(DistributedApplicationExecutionContext executionContext, IServiceProvider services)
{
    public async Task<(JsonObject Metadata, JsonObject Spec)> CreateAsync(IResource resource, string id, CancellationToken cancellationToken)
    {
        var (program, arguments, folder) = resource switch
        {
            ProjectResource project => Project(project),
            ExecutableResource executable => (executable.Command, [], executable.WorkingDirectory),
            _ => throw new DistributedApplicationException($"Resource '{resource.Name}' is nothing that can be run here."),
        };
        arguments.AddRange(await ArgumentsAsync(resource, cancellationToken));
        var environment = new JsonArray();
        foreach (var (name, value) in await EnvironmentAsync(resource, cancellationToken))
        {
            environment.Add(new JsonObject { ["name"] = name, ["value"] = value });
        }

        var metadata = new JsonObject
        {
            ["name"] = id,
            ["annotations"] = new JsonObject
            {
                ["resource-name"] = resource.Name,
                ["otel-service-name"] = resource.Name,
                ["otel-service-instance-id"] = id[(resource.Name.Length + 1)..],
                ["service-producer"] = Produces(resource).ToJsonString(),
            },
        };
        var spec = new JsonObject
        {
            ["executablePath"] = program,
            ["args"] = new JsonArray([.. arguments]),
            ["workingDirectory"] = folder,
            ["env"] = environment,
            ["executionType"] = "Process",
        };
        return (metadata, spec);
    }

    /// <summary>The DCP service behind an endpoint; callers meet its proxy, or the process itself when there is none.</summary>
    public static string ServiceName(IResource resource, EndpointAnnotation endpoint) =>
        resource.Annotations.OfType<EndpointAnnotation>().Count() == 1 ? resource.Name : $"{resource.Name}-{endpoint.Name}";

    public static string PortTemplate(IResource resource, EndpointAnnotation endpoint) =>
        $$$"""{{- portForServing "{{{ServiceName(resource, endpoint)}}}" -}}""";

    private static JsonArray Produces(IResource resource) => new([.. resource.Annotations.OfType<EndpointAnnotation>().Select(endpoint =>
    {
        var produced = new JsonObject { ["serviceName"] = ServiceName(resource, endpoint), ["address"] = endpoint.TargetHost };
        if ((endpoint.TargetPort ?? (endpoint.IsProxied ? null : endpoint.Port)) is { } port)
        {
            produced["port"] = port;
        }

        return produced;
    })]);

    private static async Task<List<string?>> ArgumentsAsync(IResource resource, CancellationToken cancellationToken)
    {
        var arguments = new List<object>();
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>())
        {
            await annotation.Callback(new CommandLineArgsCallbackContext(arguments, resource, cancellationToken));
        }

        var texts = new List<string?>();
        foreach (var argument in arguments)
        {
            texts.Add(await TextAsync(argument, cancellationToken));
        }

        return texts;
    }

    private async Task<Dictionary<string, string?>> EnvironmentAsync(IResource resource, CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(executionContext, resource, cancellationToken: cancellationToken)
        {
            Logger = services.GetRequiredService<ResourceLoggerService>().GetLogger(resource),
        };
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToArray())
        {
            await annotation.Callback(context);
        }

        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in context.EnvironmentVariables)
        {
            values[name] = await TextAsync(value, cancellationToken);
        }

        return values;
    }

    private static async ValueTask<string?> TextAsync(object value, CancellationToken cancellationToken) =>
        value is IValueProvider provider ? await provider.GetValueAsync(cancellationToken) : value.ToString();

    /// <summary>The built program itself: same process, environment and folder as <c>dotnet run --no-build</c>, without a second of MSBuild for each.</summary>
    private static (string Program, List<string?> Arguments, string Folder) Project(ProjectResource project)
    {
        var folder = Path.GetDirectoryName(project.Annotations.OfType<IProjectMetadata>().Single().ProjectPath)!;
        var assembly = project.Annotations.OfType<IBuiltProject>().Single().TargetPath;
        var program = Path.ChangeExtension(assembly, null);
        return File.Exists(program) ? (program, [], folder) : ("dotnet", [assembly], folder);
    }
}
