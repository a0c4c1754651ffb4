package network.fanz.walkthrough;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in front of the program: keeps cookies a host as a browser does, follows redirects between the brands, and calls the API.
 * Hosts are given by their first label ({@code tube}); {@code api} is the bare parent domain. Names below {@code .localhost} are this
 * machine (RFC 6761, 6.3), which Java does not know: requests go to the loopback address and name the host in their header.
 */
public final class Visitor {
    private static final int REDIRECTS_MAX = 12;
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private final Place place;
    private final Supplier<UUID> keys;
    private final HttpClient client;
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String token;

    /** @param keys where new idempotency keys come from */
    Visitor(Place place, String address, Supplier<UUID> keys) {
        this.place = place;
        this.keys = keys;
        try {
            this.client = HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName(address))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(WAIT_MAX)
                    .build();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Place place() {
        return place;
    }

    /** Sends this session's token with every call from now on. */
    public Visitor withToken(@Nullable String bearer) {
        this.token = bearer;
        return this;
    }

    /** The session's token; null before sign-in. */
    public @Nullable String token() {
        return token;
    }

    /** Sends this header with every call from now on. */
    public Visitor withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The full host name of a brand, with the port. */
    public String host(String brand) {
        return (brand.equals("api") ? place.parent() : brand + "." + place.parent()) + ":" + place.port();
    }

    public Answer get(String brand, String path) {
        return follow(new Request("GET", host(brand), path, null, null, null));
    }

    /** Sends a form as a browser would, with the brand as its origin, and follows where it leads. */
    public Answer submit(String brand, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(new Request("POST", host(brand), path, "application/x-www-form-urlencoded", body, null));
    }

    /** Reads the page's form for its hidden fields, fills in the rest and sends it to where the page says. */
    public Answer fill(Answer page, String action, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(page.hiddenFields(action));
        all.putAll(fields);
        return submit(page.brand(), action, all);
    }

    public Answer api(String method, String path) {
        return once(new Request(method, host("api"), path, null, null, key(method)));
    }

    /** Calls the API with a body and a new idempotency key. */
    public Answer api(String method, String path, Map<String, ?> body) {
        return apiWithKey(method, path, body, keys.get().toString());
    }

    public Answer apiWithKey(String method, String path, Map<String, ?> body, @Nullable String key) {
        return once(
                new Request(method, host("api"), path, "application/json", Answer.JSON.writeValueAsString(body), key));
    }

    /** Calls with exactly this body, for input that no well-meaning client sends. */
    public Answer raw(String method, String brand, String path, @Nullable String type, @Nullable String body) {
        return once(new Request(method, host(brand), path, type, body, key(method)));
    }

    /** Sets a cookie as if the brand had. */
    public void cookie(String brand, String name, String value) {
        jar(host(brand)).put(name, value);
    }

    public Map<String, String> cookies(String brand) {
        return Map.copyOf(jar(host(brand)));
    }

    /** The same somebody, cookies and token included, sent to another node from now on. */
    public Visitor at(Place other) {
        Visitor there = other.visitor();
        cookies.forEach((host, jar) ->
                there.jar(host.replace(":" + place.port(), ":" + other.port())).putAll(jar));
        headers.forEach(there::withHeader);
        return there.withToken(token);
    }

    private @Nullable String key(String method) {
        return method.equals("GET") ? null : keys.get().toString();
    }

    private Answer follow(Request first) {
        List<String> seen = new ArrayList<>();
        Request request = first.asBrowser();
        while (seen.size() < REDIRECTS_MAX) {
            Answer answer = once(request);
            String target = answer.header("Location");
            if (answer.status() < 300 || answer.status() > 399 || target == null) {
                return answer;
            }
            seen.add(target);
            request = request.redirected(answer.status(), target);
        }
        throw new Unexpected("redirected in circles: " + seen);
    }

    private Answer once(Request request) {
        try {
            HttpResponse<String> response = client.send(build(request), BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("set-cookie").forEach(line -> keep(request.host(), line));
            return new Answer(
                    request.host(), request.path(), response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest build(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + place.port() + request.path()))
                .timeout(WAIT_MAX)
                .header("Host", request.host())
                .method(
                        request.method(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        optional(builder, "Accept", request.accept());
        headers.forEach(builder::setHeader);
        optional(builder, "Content-Type", request.type());
        optional(builder, "Idempotency-Key", request.key());
        optional(builder, "Authorization", token == null ? null : "Bearer " + token);
        optional(builder, "Cookie", cookieLine(request.host()));
        if ("application/x-www-form-urlencoded".equals(request.type())) {
            builder.header("Origin", "http://" + request.host());
        }
        return builder.build();
    }

    private static void optional(HttpRequest.Builder builder, String name, @Nullable String value) {
        if (value != null) {
            builder.header(name, value);
        }
    }

    private @Nullable String cookieLine(String host) {
        String line = jar(host).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return line.isEmpty() ? null : line;
    }

    private void keep(String host, String line) {
        String[] parts = line.split(";", -1);
        int equals = parts[0].indexOf('=');
        String name = parts[0].substring(0, equals).strip();
        String value = parts[0].substring(equals + 1).strip();
        if (line.toLowerCase(java.util.Locale.ROOT).contains("max-age=0") || value.isEmpty()) {
            jar(host).remove(name);
        } else {
            jar(host).put(name, value);
        }
    }

    private Map<String, String> jar(String host) {
        return cookies.computeIfAbsent(host, any -> new LinkedHashMap<>());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Request(
            String method,
            String host,
            String path,
            @Nullable String type,
            @Nullable String body,
            @Nullable String key,
            @Nullable String accept) {
        Request(
                String method,
                String host,
                String path,
                @Nullable String type,
                @Nullable String body,
                @Nullable String key) {
            this(method, host, path, type, body, key, null);
        }

        /** The same, asked for a page. */
        Request asBrowser() {
            return new Request(method, host, path, type, body, key, "text/html, */*;q=0.8");
        }

        /** 307 and 308 repeat the request; after any other redirect a browser asks with GET. */
        Request redirected(int status, String target) {
            URI uri = URI.create("http://" + host + path).resolve(target);
            String where = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String asked = uri.getRawQuery() == null ? where : where + "?" + uri.getRawQuery();
            return status == 307 || status == 308
                    ? new Request(method, uri.getRawAuthority(), asked, type, body, key, accept)
                    : new Request("GET", uri.getRawAuthority(), asked, null, null, null, accept);
        }
    }
}
