package network.fanz.platform.settings;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Settings of a command beside the program: its arguments, then the environment. */
public final class CommandSettings {
    private CommandSettings() {}

    /**
     * @param arguments settings of the form {@code --fanz.NAME=VALUE} among others
     * @throws RuntimeException if a setting does not exist or may not be what it is; its message has a sentence for each
     */
    public static <T> T read(String[] arguments, String prefix, Class<T> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        Settings.check(environment);
        return Binder.get(environment).bindOrCreate(prefix, settings);
    }
}
