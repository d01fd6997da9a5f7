using AppHost;

var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, DashboardApplicationName = "Boligsosial" });
var innstillinger = Innstillinger.Les(builder);

var infrastruktur = builder.AddInfrastruktur(innstillinger);
var rabbitmq = infrastruktur.RabbitMq;
var boligregisterDb = infrastruktur.Database("boligregister");

var boligregister = builder.AddProject<Projects.Boligregister>("boligregister")
    .WithReference(boligregisterDb).WaitFor(boligregisterDb)
    .WithReference(rabbitmq).WaitFor(rabbitmq)
    .WithHttpEndpoint(isProxied: innstillinger.Replikaer > 1)
    .WithHttpHealthCheck("/health")
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/openapi/boligregister.json", "OpenAPI"))
    .WithReplicas(innstillinger.Replikaer);

builder.AddProject<Projects.Gateway>("gateway")
    .WithReference(boligregister).WaitFor(boligregister)
    .WithHttpEndpoint(port: innstillinger.GatewayPort, isProxied: false)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health")
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/openapi", "API"));

builder.AddGjenstart();

builder.Build().Run();
