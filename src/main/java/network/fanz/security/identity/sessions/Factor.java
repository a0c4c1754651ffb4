package network.fanz.security.identity.sessions;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;

/** A proof that was given in a session. */
@NamedInterface("sessions")
public enum Factor {
    PASSWORD,
    TOTP,
    RECOVERY_CODE,
    /** With user verification it proves possession, and knowledge or biometrics, at once: two factors. */
    PASSKEY;

    /** The name in events and in the API. */
    public String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static boolean includesSecondFactor(Set<Factor> given) {
        return given.contains(PASSKEY) || given.contains(TOTP) || given.contains(RECOVERY_CODE);
    }

    static String text(Set<Factor> factors) {
        return factors.stream().sorted().map(Factor::name).collect(Collectors.joining(","));
    }

    static Set<Factor> parse(String text) {
        Set<Factor> factors = EnumSet.noneOf(Factor.class);
        Arrays.stream(text.split(","))
                .filter(name -> !name.isEmpty())
                .map(Factor::valueOf)
                .forEach(factors::add);
        return factors;
    }
}
