package network.fanz.tools.sample;

/** There is no sample: the data folder or the settings do not allow one, or a step of its making failed. */
final class SampleRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    SampleRefused(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    SampleRefused(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
