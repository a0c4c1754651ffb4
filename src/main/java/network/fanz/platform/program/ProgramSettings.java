package network.fanz.platform.program;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the program as a whole behaves.
 *
 * @param stopWhenReady start, answer a few requests, and stop: the run from which the build makes the JDK's start-up cache
 * @param metricsToken the bearer token that opens the figures and the details of health; without it one is made at the first start and
 *     kept in {@code secrets/metrics} in the data folder
 */
@ConfigurationProperties(prefix = "fanz.program", ignoreUnknownFields = false)
record ProgramSettings(
        @DefaultValue("false") boolean stopWhenReady,
        @Nullable String metricsToken) {
    @Override
    public String toString() {
        return "ProgramSettings[stopWhenReady=" + stopWhenReady + "]";
    }
}
