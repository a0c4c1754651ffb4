package network.fanz.common;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.springframework.core.env.Environment;

/**
 * Where this node's own server listens, for what the program says to itself without a browser: only browsers may be able to resolve the
 * brands' hosts, and a proxy that knows them may not let the node in.
 */
public record ServerAddress(Environment environment) {
    private static final String LOCAL = "127.0.0.1";
    private static final int PORT = 8080;

    /** A server that listens on every address also listens on loopback. */
    public InetAddress host() {
        String named = environment.getProperty("server.address", LOCAL);
        try {
            InetAddress address = InetAddress.getByName(named);
            return address.isAnyLocalAddress() ? InetAddress.getByName(LOCAL) : address;
        } catch (UnknownHostException unknown) {
            throw new IllegalStateException("server.address is " + named + ", which is no address here", unknown);
        }
    }

    /** The one it got, once it listens. */
    public int port() {
        Integer listening = environment.getProperty("local.server.port", Integer.class);
        return listening != null ? listening : environment.getProperty("server.port", Integer.class, PORT);
    }

    /** The address of a path, with the host in numbers. */
    public URI of(String path) {
        boolean secure = environment.getProperty("server.ssl.enabled", Boolean.class, false);
        String numbers = host().getHostAddress().replaceFirst("%.*", "");
        String host = numbers.contains(":") ? "[" + numbers + "]" : numbers;
        return URI.create((secure ? "https" : "http") + "://" + host + ":" + port() + path);
    }
}
