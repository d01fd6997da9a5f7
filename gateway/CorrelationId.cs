using System.Diagnostics;
using System.Text.RegularExpressions;
using Boligsosial.Felles;

namespace Boligsosial.Gateway;

/// <summary>
/// Every answer carries <c>X-Correlation-Id</c>: the caller's own when it sent a plain one, else the trace's. The services
/// get it too.
/// </summary>
internal static partial class CorrelationId
{
    public const string Header = "X-Correlation-Id";

    public static void UseCorrelationId(this WebApplication app) => app.Use((context, next) =>
    {
        var sent = context.Request.Headers[Header].ToString();
        var id = Plain().IsMatch(sent) && !Foedselsnummer.FinnesI(sent) ? sent : Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        context.Request.Headers[Header] = id;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });
        return next(context);
    });

    [GeneratedRegex("^[A-Za-z0-9._-]{1,64}$", RegexOptions.CultureInvariant, 100)]
    private static partial Regex Plain();
}
