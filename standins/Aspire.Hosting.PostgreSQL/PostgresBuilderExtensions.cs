using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting
{
    public static class PostgresBuilderExtensions
    {
        public static IResourceBuilder<PostgresServerResource> AddPostgres(
            this IDistributedApplicationBuilder builder,
            string name,
            IResourceBuilder<ParameterResource>? userName = null,
            IResourceBuilder<ParameterResource>? password = null,
            int? port = null)
        {
            var secret = password?.Resource ?? throw new NotSupportedException("The stand-in generates no passwords: give one.");
            return builder.AddResource(new PostgresServerResource(name, userName?.Resource, secret))
                .WithEndpoint(port: port, targetPort: 5432, name: "tcp");
        }

        public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null) =>
            builder.ApplicationBuilder.AddResource(new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource));

        /// <summary>Nothing to do: the stand-in runs no containers, and says so at start.</summary>
        public static IResourceBuilder<PostgresServerResource> WithDataVolume(this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) =>
            builder;
    }
}

namespace Aspire.Hosting.ApplicationModel
{
    public class PostgresServerResource(string name, ParameterResource? userName, ParameterResource password) : ContainerResource(name), IResourceWithConnectionString
    {
        public ParameterResource? UserNameParameter { get; } = userName;

        public ParameterResource PasswordParameter { get; } = password;

        public ReferenceExpression ConnectionStringExpression
        {
            get
            {
                var tcp = this.GetEndpoint("tcp");
                var user = UserNameParameter is null ? ReferenceExpression.Create($"postgres") : ReferenceExpression.Create($"{UserNameParameter}");
                return ReferenceExpression.Create($"Host={tcp.Property(EndpointProperty.Host)};Port={tcp.Property(EndpointProperty.Port)};Username={user};Password={PasswordParameter}");
            }
        }
    }

    public class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource postgresParentResource)
        : Resource(name), IResourceWithParent<PostgresServerResource>, IResourceWithConnectionString
    {
        public PostgresServerResource Parent { get; } = postgresParentResource;

        public string DatabaseName { get; } = databaseName;

        public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Parent.ConnectionStringExpression};Database={DatabaseName}");
    }
}
