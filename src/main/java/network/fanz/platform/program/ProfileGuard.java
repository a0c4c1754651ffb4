package network.fanz.platform.program;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import network.fanz.platform.settings.SettingNames;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Keeps sandboxes on this machine: the profile local listens on loopback only, and no other profile may set up a sandbox. */
final class ProfileGuard implements EnvironmentPostProcessor, Ordered {
    private static final String SANDBOX = "fanzsandbox";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            refuseOpenAddress(environment.getProperty("server.address", "127.0.0.1"));
            return;
        }
        List<String> sandboxes = SettingNames.ours(environment)
                .filter(name -> SettingNames.canonical(name).startsWith(SANDBOX))
                .toList();
        if (!sandboxes.isEmpty()) {
            throw new WrongProfile("A sandbox exists only in the profile local, but this profile sets up one: "
                    + String.join(", ", sandboxes) + ".");
        }
    }

    private static void refuseOpenAddress(String address) {
        if (address.isBlank()) {
            throw new WrongProfile("The setting server.address is empty, which means every address; leave it out.");
        }
        try {
            if (!InetAddress.getByName(address).isLoopbackAddress()) {
                throw new WrongProfile(
                        "The profile local has sandboxes in it and listens on loopback only, not on " + address + ".");
            }
        } catch (UnknownHostException unknown) {
            throw new WrongProfile("The address " + address + " is not known, so it cannot be loopback.");
        }
    }

    /** After all files of settings have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
