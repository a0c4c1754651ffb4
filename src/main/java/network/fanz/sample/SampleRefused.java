package network.fanz.sample;

/** This data folder and these settings do not go together with a sample. */
final class SampleRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    SampleRefused(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
