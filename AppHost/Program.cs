using AppHost;

var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, DashboardApplicationName = "Boligsosial" });
var innstillinger = Innstillinger.Les(builder);

var infrastruktur = builder.AddInfrastruktur(innstillinger);
var tilgang = builder.AddTilgang(innstillinger);
var rabbitmq = infrastruktur.RabbitMq;
var boligregisterDb = infrastruktur.Database("boligregister");
var boligsosialEnhetDb = infrastruktur.Database("boligsosial-enhet");
var finansieringDb = infrastruktur.Database("finansiering");
var midlertidigBotilbudDb = infrastruktur.Database("midlertidig-botilbud");

var boligregister = builder.AddProject<Projects.Boligregister>("boligregister")
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = (innstillinger.ApiDokument("boligregister"), "OpenAPI"))
    .WithReference(boligregisterDb).WaitFor(boligregisterDb)
    .WithReference(rabbitmq).WaitFor(rabbitmq)
    .WithTilgang(tilgang)
    .WithHttpEndpoint(isProxied: innstillinger.Replikaer > 1)
    .WithHttpHealthCheck("/health")
    .WithReplicas(innstillinger.Replikaer);

var boligsosialEnhet = builder.AddProject<Projects.BoligsosialEnhet>("boligsosial-enhet")
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = (innstillinger.ApiDokument("boligsosial-enhet"), "OpenAPI"))
    .WithReference(boligsosialEnhetDb).WaitFor(boligsosialEnhetDb)
    .WithReference(rabbitmq).WaitFor(rabbitmq)
    .WithTilgang(tilgang)
    .WithHttpEndpoint(isProxied: innstillinger.Replikaer > 1)
    .WithHttpHealthCheck("/health")
    .WithReplicas(innstillinger.Replikaer);

var finansiering = builder.AddProject<Projects.Finansiering>("finansiering")
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = (innstillinger.ApiDokument("finansiering"), "OpenAPI"))
    .WithReference(finansieringDb).WaitFor(finansieringDb)
    .WithReference(rabbitmq).WaitFor(rabbitmq)
    .WithTilgang(tilgang)
    .WithHttpEndpoint(isProxied: innstillinger.Replikaer > 1)
    .WithHttpHealthCheck("/health")
    .WithReplicas(innstillinger.Replikaer);

var midlertidigBotilbud = builder.AddProject<Projects.MidlertidigBotilbud>("midlertidig-botilbud")
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = (innstillinger.ApiDokument("midlertidig-botilbud"), "OpenAPI"))
    .WithReference(midlertidigBotilbudDb).WaitFor(midlertidigBotilbudDb)
    .WithReference(rabbitmq).WaitFor(rabbitmq)
    .WithTilgang(tilgang)
    .WithHttpEndpoint(isProxied: innstillinger.Replikaer > 1)
    .WithHttpHealthCheck("/health")
    .WithReplicas(innstillinger.Replikaer);

builder.AddProject<Projects.Gateway>("gateway")
    .WithReference(boligregister).WaitFor(boligregister)
    .WithReference(boligsosialEnhet).WaitFor(boligsosialEnhet)
    .WithReference(finansiering).WaitFor(finansiering)
    .WithReference(midlertidigBotilbud).WaitFor(midlertidigBotilbud)
    .WithTilgang(tilgang)
    .WithHttpEndpoint(port: innstillinger.GatewayPort, isProxied: false)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health")
    .WithUrlForEndpoint("http", url => (url.Url, url.DisplayText) = ("/openapi", "API"));

builder.AddGjenstart();

builder.Build().Run();
