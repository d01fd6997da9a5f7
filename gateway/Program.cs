using Boligsosial.Gateway;
using Boligsosial.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddWebDefaults("gateway");
builder.AddEdge();
builder.AddLimits();
builder.Services.AddReverseProxy()
    .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
    .AddServiceAddresses();

var app = builder.Build();
app.UseCorrelationId();
app.UseEdge();
app.UseWebDefaults();
app.UseApiPage();
app.UseLimits();
app.UseAuthorization();
app.MapReverseProxy().RequireAuthorization();

app.Run();
