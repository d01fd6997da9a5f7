using AppHost;

var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, DashboardApplicationName = "Boligsosial" });
var innstillinger = Innstillinger.Les(builder);

var infrastruktur = builder.AddInfrastruktur(innstillinger);
var rabbitmq = infrastruktur.RabbitMq;
var boligregisterDb = infrastruktur.Database("boligregister");
var boligsosialEnhetDb = infrastruktur.Database("boligsosial-enhet");

var boligregister = builder.AddProject<Projects.Boligregister>("boligregister")
    .WithReference(boligregisterDb).WaitFor(boligregisterDb)
    .WithReference(rabbitmq).WaitFor(rabbitmq)
    .WithHttpEndpoint(isProxied: innstillinger.Replikaer > 1)
    .WithHttpHealthCheck("/health")
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/openapi/boligregister.json", "OpenAPI"))
    .WithReplicas(innstillinger.Replikaer);

var boligsosialEnhet = builder.AddProject<Projects.BoligsosialEnhet>("boligsosial-enhet")
    .WithReference(boligsosialEnhetDb).WaitFor(boligsosialEnhetDb)
    .WithReference(rabbitmq).WaitFor(rabbitmq)
    .WithHttpEndpoint(isProxied: innstillinger.Replikaer > 1)
    .WithHttpHealthCheck("/health")
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/openapi/boligsosial-enhet.json", "OpenAPI"))
    .WithReplicas(innstillinger.Replikaer);

builder.AddProject<Projects.Gateway>("gateway")
    .WithReference(boligregister).WaitFor(boligregister)
    .WithReference(boligsosialEnhet).WaitFor(boligsosialEnhet)
    .WithHttpEndpoint(port: innstillinger.GatewayPort, isProxied: false)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health")
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/openapi", "API"));

builder.AddGjenstart();

builder.Build().Run();
