package network.fanz.platform.settings;

import java.util.List;

/** Settings that do not exist or that could hurt. The message says all of it, a sentence each. */
final class WrongSettings extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongSettings(List<String> faults) {
        super(String.join(" ", faults));
    }
}
