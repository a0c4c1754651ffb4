package network.fanz.platform.program;

import java.util.List;

/** Somebody set what does not exist: a misspelt limit must not silently leave the default in force. */
final class UnknownSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownSetting(List<String> names) {
        super("There is no setting " + String.join(", ", names) + ".");
    }
}
