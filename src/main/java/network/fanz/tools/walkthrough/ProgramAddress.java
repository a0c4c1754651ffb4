package network.fanz.tools.walkthrough;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A running program.
 *
 * @param scheme http, or https where a proxy ends TLS; whom a client trusts is Java's own matter ({@code javax.net.ssl.trustStore})
 * @param parent the parent domain of the brands, such as {@code fanz.localhost}
 * @param port where it, or its proxy, listens
 * @param dataFolder where its first administrator's invitation lies
 * @param retryMax how long a client waits in all when it is asked to come again later
 */
public record ProgramAddress(String scheme, String parent, int port, Path dataFolder, Duration retryMax) {
    static final String LOCAL = "127.0.0.1";
    private static final String SECURE = "https";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** On this machine, with clients that take the first answer. */
    public ProgramAddress(String parent, int port, Path dataFolder) {
        this("http", parent, port, dataFolder, Duration.ZERO);
    }

    /** @param url the parent domain's address, such as {@code http://fanz.localhost:8080} */
    static ProgramAddress of(URI url, Path dataFolder, Duration retryMax) {
        int port = url.getPort() < 0 ? usualPort(url.getScheme()) : url.getPort();
        return new ProgramAddress(url.getScheme(), url.getHost(), port, dataFolder, retryMax);
    }

    private static int usualPort(String scheme) {
        return scheme.equals(SECURE) ? HTTPS_PORT : HTTP_PORT;
    }

    /** A host with its port, as it stands in an address. */
    String authority(String host) {
        return port == usualPort(scheme) ? host : host + ":" + port;
    }

    /** Names below {@code .localhost} are this machine (RFC 6761, 6.3), which Java does not know. */
    boolean isLocal() {
        return parent.equals("localhost") || parent.endsWith(".localhost");
    }

    /** Whether it, or its proxy, is reached over loopback: then a client may call from any of loopback's addresses. */
    boolean isReachedOverLoopback() {
        try {
            return isLocal() || InetAddress.getByName(parent).isLoopbackAddress();
        } catch (UnknownHostException nobody) {
            return false;
        }
    }

    /** A new client, with no cookie yet. */
    public ProgramClient client() {
        return clientFrom(LOCAL);
    }

    /** A new client that calls from another network address of this machine, such as {@code 127.0.0.7}. */
    public ProgramClient clientFrom(String address) {
        return clientFrom(address, UUID::randomUUID);
    }

    /** The same, with idempotency keys from there. */
    public ProgramClient clientFrom(String address, Supplier<UUID> keys) {
        return new ProgramClient(this, address, keys);
    }
}
