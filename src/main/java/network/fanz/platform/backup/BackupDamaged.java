package network.fanz.platform.backup;

/** A backup is not, byte for byte, what was written. */
final class BackupDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BackupDamaged(String what) {
        super("The backup cannot be trusted: " + what + ". Nothing was restored.");
    }
}
