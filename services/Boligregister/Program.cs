using Boligsosial.Boligregister;
using Boligsosial.Boligregister.Boliger;
using Boligsosial.Boligregister.Leie;
using Boligsosial.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults<BoligregisterDb>("boligregister");
builder.Services.AddValidation();
builder.Services.AddOpenApi("boligregister", OpenApi.For("boligregister"));
builder.Services.AddOptions<Kommuneprofil>().BindConfiguration("Kommuneprofil").ValidateDataAnnotations().ValidateOnStart();
builder.Services.AddSingleton(sp => sp.GetRequiredService<Microsoft.Extensions.Options.IOptions<Kommuneprofil>>().Value);

var app = builder.Build();
var api = app.UseServiceDefaults("boligregister", Tilganger.Personer);
api.MapBoliger();
api.MapLeie();

app.Run();
