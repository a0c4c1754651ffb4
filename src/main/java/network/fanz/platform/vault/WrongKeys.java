package network.fanz.platform.vault;

/** This node's keys are not those that the database was sealed with; the program does not start. */
final class WrongKeys extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongKeys() {
        super("The key folder does not belong to this database: nothing that is sealed in it could be read.");
    }
}
