package network.fanz.security.identity.openid;

import org.springframework.core.env.Environment;

/**
 * How a brand reaches the provider without a browser: on this machine's loopback address, because only browsers may be able to resolve the
 * hosts' names ({@code *.localhost} is such a name).
 */
record LoopbackUrl(Environment environment) {
    private static final int PORT = 8080;

    String baseUrl() {
        Integer listening = environment.getProperty("local.server.port", Integer.class);
        int port = listening != null ? listening : environment.getProperty("server.port", Integer.class, PORT);
        boolean secure = environment.getProperty("server.ssl.enabled", Boolean.class, false);
        return (secure ? "https" : "http") + "://127.0.0.1:" + port;
    }
}
