package network.fanz.platform.postgres;

/** A backup is not, byte for byte, what was written. */
public final class BackupDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupDamaged(String what) {
        super("The backup cannot be trusted: " + what + ". Nothing was restored.");
    }
}
