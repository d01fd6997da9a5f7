namespace Boligsosial.Testing;

/// <summary>What nobody ought to send, and people do.</summary>
internal static class Rusk
{
    /// <summary>Synthetic, valid by both check digits: must come out of the service nowhere.</summary>
    public static readonly string[] Foedselsnumre =
        ["12927197004", "23847598328", "21858997558", "22828996057", "29909297298", "19913749734", "62872700345", "129271 97004"];

    private static readonly string Langt = new('x', 100_000);

    public static readonly string[] Tekster =
    [
        "", " ", "\t\r\n", "null", "true", "-1", "0", "1e309", "NaN", "-Infinity", "0x1F", "1,5", "1 000", "9223372036854775808", "99999999999999999999999999999999", "-2147483649",
        "2026-13-45", "0001-01-01", "9999-12-31", "10000-01-01", "infinity", "2026-02-30T25:61:61Z", "00000000-0000-0000-0000-000000000000", "{0199a0c4-4f2e-8c5b-bcee-1d4a6f7e8d9c}", "0199a0c4",
        "\0", "a\0b", "\u0001\u001b[31m", "\u202eabc", "\ufeff", "\uffff", "😀👩‍👩‍👧‍👦", "æøåÆØÅ", "e\u0301\u0327", "ﷺ", "İıſ", "١٢٣", "１２３", new('a', 256), new('é', 3000), new('9', 400),
        "..", "../../etc/passwd", "..\\..\\", "'; DROP TABLE bolig; --", "' OR 1=1 --", "%", "%s%n%d", "_%", "${jndi:ldap://x}", "{{7*7}}", "<script>alert(1)</script>", "=1+1", "&", "a:* | !b <-> c", "(((", "\\", "\"", ",,,", "|", "::", "*",
        .. Foedselsnumre, $"Ola {Foedselsnumre[0]} Nordmann", $"x{Foedselsnumre[1]}",
    ];

    /// <summary>For addresses, percent-encoded already, and mostly wrong.</summary>
    public static readonly string[] Adresser =
    [
        "%00", "%2e%2e%2f", "%2F", "%5C", "%", "%zz", "%2", "%u0041", "%FF%FE", "%ED%A0%80", "%C0%80", "%F4%90%80%80", "%0d%0aX-Innskutt:1", "%20", "%25%32%35", ";a=b", "@", "~", "[]", "{id}", "%31%32%39%32%37%31%39%37%30%30%34",
    ];

    /// <summary>JSON values as they are written.</summary>
    public static readonly string[] Json =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e309", "-1e400", "1E-400", "99999999999999999999999999", "2147483648", "1.7976931348623157e308", "0.1234567890123456789012345678901234567890", "NaN", "01", "+1", "0x10", "1.", ".5", new('9', 10_000),
        "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\x\"", "\"\\u12\"", "\"a\nb\"", "\"\u0001\"", $"\"{Langt}\"", $"\"{new string('é', 201)}\"", "\"", "'a'", "undefined",
        "[]", "{}", "[[]]", "[null]", "[1,\"a\",{}]", "{\"a\":1}", "{\"a\":{\"b\":[{}]}}", Nestet(20), Nestet(40), Nestet(100), Nestet(5000), "{\"$ref\":\"#\"}", "{\"$type\":\"x\"}", "{\"__proto__\":{}}",
        .. Foedselsnumre.Select(n => $"\"{n}\""), Foedselsnumre[0],
    ];

    public static readonly string[] Medietyper =
    [
        "application/json; charset=utf-8", "application/json; charset=tull", "application/json; charset=utf-16", "application/json; charset=iso-8859-1", "application/json; charset=", "application/json;;;", "application/json; charset=\"", "text/json",
        "text/plain", "application/xml", "application/problem+json", "application/merge-patch+json", "multipart/form-data", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/csv; charset=tull", "text/csv", "tull", "/", "æøå/json", $"application/{Foedselsnumre[0]}",
    ];

    /// <summary>Header and what it may say.</summary>
    public static readonly (string Navn, string[] Verdier)[] Hoder =
    [
        ("Idempotency-Key", ["", " ", "a", new('k', 255), new('k', 256), new('k', 8000), "\u0001", "æøå😀", "a,b", Foedselsnumre[0], "'; --", "\u00a0"]),
        ("If-Match", ["", "*", "\"", "\"1\"", "W/\"1\"", "1", "-1", "\"4294967295\"", "\"4294967296\"", "\"1\", \"2\"", new('9', 5000), "æøå", Foedselsnumre[1]]),
        ("Accept", ["", "text/html", "text/csv", "application/xml", "*/*;q=abc", ",,,;;;", "application/json;q=0", "æøå", Foedselsnumre[2]]),
        ("Accept-Encoding", ["tull", "gzip;q=x", "*"]),
        ("Accept-Charset", ["tull"]),
        ("Accept-Language", ["xx-æøå", new('x', 1000)]),
        ("Authorization", ["", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Bearer ...", $"Bearer {new string('a', 8000)}", "Basic YTpi", "bearer eyJhbGciOiJub25lIn0.e30.", "æøå", $"Bearer {Foedselsnumre[3]}"]),
        ("traceparent", ["", "00-0-0-0", "ff-00000000000000000000000000000000-0000000000000000-01", $"00-{Foedselsnumre[0]}-x-01", new('0', 500)]),
        ("tracestate", [$"x={Foedselsnumre[4]}", ",,=,"]),
        ("X-Correlation-Id", ["", Foedselsnumre[5], new('c', 5000), "æøå", "a\tb"]),
        ("User-Agent", [Foedselsnumre[0], new('u', 4000), "æøå"]),
        ("Cookie", [$"fnr={Foedselsnumre[0]}", ";;;=;"]),
        ("Range", ["bytes=9-0", "tull"]),
        ("If-None-Match", ["*", "tull"]),
        ("If-Modified-Since", ["i går"]),
        ("Content-Encoding", ["gzip", "tull"]),
        ("X-Forwarded-For", ["tull", "999.999.999.999", Foedselsnumre[1]]),
        ("X-Forwarded-Proto", ["tull"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        ("Origin", ["null", "https://annet.example"]),
    ];

    public static readonly string[] Csv =
    [
        "", "\n\n\n", "\0\0\0", "PK\u0003\u0004tull", "sep=;", "a;b;c\n1;2", "\"ulukket", $"a{Langt}", $"{new string(';', 20_000)}\n", "leverandorboligid;gatenavn\n\"",
        $"{Foedselsnumre[0]};gatenavn\nx;y", $"leverandorboligid;gatenavn;omraade;kategori;antallsoverom;boligstatus;{Foedselsnumre[1]}\nx;y;z;w;1;utleid;a",
    ];

    public static T Velg<T>(this Random tilfeldig, IReadOnlyList<T> av) => av[tilfeldig.Next(av.Count)];

    /// <summary>True once in so many.</summary>
    public static bool EnAv(this Random tilfeldig, int antall) => tilfeldig.Next(antall) == 0;

    private static string Nestet(int dybde) => new string('[', dybde) + new string(']', dybde);
}
