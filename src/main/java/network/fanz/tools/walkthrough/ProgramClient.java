package network.fanz.tools.walkthrough;

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
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A user in front of the program: keeps cookies a host as a browser does, follows redirects between the brands, and calls the API.
 * Hosts are given by their first label ({@code tube}); {@code api} is the bare parent domain. For names below {@code .localhost} requests
 * go to the loopback address and name the host in their header. Asked to come again later, it does, as long as its address allows.
 */
public final class ProgramClient {
    private static final int REDIRECTS_MAX = 12;
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final String EVERYWHERE = "*";
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final ProgramAddress programAddress;
    private final Supplier<UUID> keys;
    private final HttpClient client;
    private final Map<String, Map<String, String>> cookies = new TreeMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String token;

    /** @param keys where new idempotency keys come from */
    ProgramClient(ProgramAddress programAddress, String address, Supplier<UUID> keys) {
        this.programAddress = programAddress;
        this.keys = keys;
        try {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(WAIT_MAX);
            this.client = programAddress.isReachedOverLoopback()
                    ? builder.localAddress(InetAddress.getByName(address)).build()
                    : builder.build();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    ProgramAddress program() {
        return programAddress;
    }

    /** Sends this session's token with every call from now on. */
    public ProgramClient withToken(@Nullable String bearer) {
        this.token = bearer;
        return this;
    }

    /** The session's token; null before sign-in. */
    public @Nullable String token() {
        return token;
    }

    /** Sends this header with every call from now on. */
    public ProgramClient withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** The full host name of a brand, with the port. */
    public String host(String brand) {
        String parent = programAddress.parent();
        return programAddress.authority(brand.equals("api") ? parent : brand + "." + parent);
    }

    public HttpAnswer get(String brand, String path) {
        return follow(new ClientRequest("GET", host(brand), path, null, null, null));
    }

    /** Sends a form as a browser would, with the brand as its origin, and follows where it leads. */
    public HttpAnswer submit(String brand, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return follow(new ClientRequest("POST", host(brand), path, "application/x-www-form-urlencoded", body, null));
    }

    /** Reads the page's form for its hidden fields, fills in the rest and sends it to where the page says. */
    public HttpAnswer submitForm(HttpAnswer page, String action, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(page.hiddenFields(action));
        all.putAll(fields);
        return submit(page.brand(), action, all);
    }

    public HttpAnswer api(String method, String path) {
        return once(new ClientRequest(method, host("api"), path, null, null, key(method)));
    }

    /** Calls the API with a body and a new idempotency key. */
    public HttpAnswer api(String method, String path, Map<String, ?> body) {
        return apiWithKey(method, path, body, keys.get().toString());
    }

    public HttpAnswer apiWithKey(String method, String path, Map<String, ?> body, @Nullable String key) {
        return once(new ClientRequest(
                method, host("api"), path, "application/json", HttpAnswer.JSON.writeValueAsString(body), key));
    }

    /** Calls with exactly this body, for input that no well-meaning client sends. */
    public HttpAnswer send(String method, String brand, String path, @Nullable String type, @Nullable String body) {
        return once(new ClientRequest(method, host(brand), path, type, body, key(method)));
    }

    /** Sets a cookie as if the brand had. */
    public void cookie(String brand, String name, String value) {
        cookieJar(host(brand)).put(name, value);
    }

    public Map<String, String> cookies(String brand) {
        return sentTo(host(brand));
    }

    /** The same user, cookies and token included, sent to another node from now on. */
    public ProgramClient forProgram(ProgramAddress other) {
        ProgramClient there = other.client();
        cookies.forEach((host, jar) -> there.cookieJar(host.replace(":" + programAddress.port(), ":" + other.port()))
                .putAll(jar));
        headers.forEach(there::withHeader);
        return there.withToken(token);
    }

    private @Nullable String key(String method) {
        return method.equals("GET") ? null : keys.get().toString();
    }

    private HttpAnswer follow(ClientRequest first) {
        List<String> seen = new ArrayList<>();
        ClientRequest request = first.asBrowser();
        while (seen.size() < REDIRECTS_MAX) {
            HttpAnswer answer = once(request);
            String target = answer.header("Location");
            if (answer.status() < 300 || answer.status() > 399 || target == null) {
                return answer;
            }
            seen.add(target);
            request = request.redirected(answer.status(), target);
        }
        throw new UnexpectedAnswer("redirected in circles: " + seen);
    }

    /** The last answer, if the program still asks for patience when that is used up or too short. */
    private HttpAnswer once(ClientRequest request) {
        long until = System.nanoTime() + programAddress.retryMax().toNanos();
        HttpAnswer answer = send(request);
        for (long wait = retryNanos(answer); wait > 0 && System.nanoTime() + wait < until; wait = retryNanos(answer)) {
            try {
                TimeUnit.NANOSECONDS.sleep(wait);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return answer;
            }
            answer = send(request);
        }
        return answer;
    }

    /** What {@code Retry-After} says in seconds (RFC 9110, 10.2.3); 0 if nothing was said, or it was no refusal for the time being. */
    private static long retryNanos(HttpAnswer answer) {
        String seconds = answer.header("Retry-After");
        boolean later = answer.status() == TOO_MANY || answer.status() == UNAVAILABLE;
        return later && seconds != null && seconds.matches("[0-9]{1,6}")
                ? TimeUnit.SECONDS.toNanos(Math.max(1, Long.parseLong(seconds)))
                : 0;
    }

    private HttpAnswer send(ClientRequest request) {
        try {
            HttpResponse<String> response = client.send(build(request), BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("set-cookie").forEach(line -> storeCookie(request.host(), line));
            return new HttpAnswer(
                    request.host(), request.path(), response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest build(ClientRequest request) {
        boolean local = programAddress.isLocal();
        String authority = local ? ProgramAddress.LOCAL + ":" + programAddress.port() : request.host();
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        URI.create(programAddress.scheme() + "://" + authority + request.path()))
                .timeout(WAIT_MAX)
                .method(
                        request.method(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        optional(builder, "Host", local ? request.host() : null);
        optional(builder, "Accept", request.accept());
        headers.forEach(builder::setHeader);
        optional(builder, "Content-Type", request.type());
        optional(builder, "Idempotency-Key", request.key());
        optional(builder, "Authorization", token == null ? null : "Bearer " + token);
        optional(builder, "Cookie", cookieLine(request.host()));
        if ("application/x-www-form-urlencoded".equals(request.type())) {
            builder.header("Origin", programAddress.scheme() + "://" + request.host());
        }
        return builder.build();
    }

    private static void optional(HttpRequest.Builder builder, String name, @Nullable String value) {
        if (value != null) {
            builder.header(name, value);
        }
    }

    private @Nullable String cookieLine(String host) {
        String line = sentTo(host).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return line.isEmpty() ? null : line;
    }

    /** A host's own cookies, and those that are for all of the program's hosts. */
    private Map<String, String> sentTo(String host) {
        Map<String, String> sent = new LinkedHashMap<>(cookieJar(EVERYWHERE));
        sent.putAll(cookieJar(host));
        return sent;
    }

    private void storeCookie(String host, String line) {
        String[] parts = line.split(";", -1);
        int equals = parts[0].indexOf('=');
        String name = parts[0].substring(0, equals).strip();
        String value = parts[0].substring(equals + 1).strip();
        String about = line.toLowerCase(java.util.Locale.ROOT);
        Map<String, String> jar = cookieJar(about.contains("; domain=") ? EVERYWHERE : host);
        if (about.contains("max-age=0") || value.isEmpty()) {
            jar.remove(name);
        } else {
            jar.put(name, value);
        }
    }

    private Map<String, String> cookieJar(String host) {
        return cookies.computeIfAbsent(host, any -> new LinkedHashMap<>());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record ClientRequest(
            String method,
            String host,
            String path,
            @Nullable String type,
            @Nullable String body,
            @Nullable String key,
            @Nullable String accept) {
        ClientRequest(
                String method,
                String host,
                String path,
                @Nullable String type,
                @Nullable String body,
                @Nullable String key) {
            this(method, host, path, type, body, key, null);
        }

        /** The same, asked for a page. */
        ClientRequest asBrowser() {
            return new ClientRequest(method, host, path, type, body, key, "text/html, */*;q=0.8");
        }

        /** 307 and 308 repeat the request; after any other redirect a browser asks with GET. */
        ClientRequest redirected(int status, String target) {
            URI uri = URI.create("http://" + host + path).resolve(target);
            String where = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String asked = uri.getRawQuery() == null ? where : where + "?" + uri.getRawQuery();
            return status == 307 || status == 308
                    ? new ClientRequest(method, uri.getRawAuthority(), asked, type, body, key, accept)
                    : new ClientRequest("GET", uri.getRawAuthority(), asked, null, null, null, accept);
        }
    }
}
