using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting
{
    public static class RabbitMQBuilderExtensions
    {
        public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
            this IDistributedApplicationBuilder builder,
            string name,
            IResourceBuilder<ParameterResource>? userName = null,
            IResourceBuilder<ParameterResource>? password = null,
            int? port = null)
        {
            var secret = password?.Resource ?? throw new NotSupportedException("The stand-in generates no passwords: give one.");
            return builder.AddResource(new RabbitMQServerResource(name, userName?.Resource, secret))
                .WithEndpoint(port: port, targetPort: 5672, name: "tcp");
        }

        /// <summary>Nothing to do: the stand-in runs no containers, and says so at start.</summary>
        public static IResourceBuilder<RabbitMQServerResource> WithDataVolume(this IResourceBuilder<RabbitMQServerResource> builder, string? name = null, bool isReadOnly = false) =>
            builder;

        public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder) =>
            builder.WithHttpEndpoint(targetPort: 15672, name: "management");
    }
}

namespace Aspire.Hosting.ApplicationModel
{
    public class RabbitMQServerResource(string name, ParameterResource? userName, ParameterResource password) : ContainerResource(name), IResourceWithConnectionString
    {
        public ParameterResource? UserNameParameter { get; } = userName;

        public ParameterResource PasswordParameter { get; } = password;

        public ReferenceExpression ConnectionStringExpression
        {
            get
            {
                var tcp = this.GetEndpoint("tcp");
                var user = UserNameParameter is null ? ReferenceExpression.Create($"guest") : ReferenceExpression.Create($"{UserNameParameter}");
                return ReferenceExpression.Create($"amqp://{user}:{PasswordParameter}@{tcp.Property(EndpointProperty.Host)}:{tcp.Property(EndpointProperty.Port)}");
            }
        }
    }
}
