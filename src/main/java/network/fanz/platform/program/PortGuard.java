package network.fanz.platform.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Tries the port before anything else is done: who cannot listen need not make a database first. */
final class PortGuard implements EnvironmentPostProcessor, Ordered {
    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String port = environment.getProperty("server.port", "0");
        if (port.matches("[0-9]{1,5}") && !port.equals("0")) {
            tryPort(environment.getProperty("server.address", "127.0.0.1"), Integer.parseInt(port));
        }
    }

    private static void tryPort(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException | IllegalArgumentException taken) {
            throw new PortTaken(address, port, taken);
        }
    }

    /** After all files of settings have been read, and after the profile was held against the address. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
