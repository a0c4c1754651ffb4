package network.fanz.content.catalogue;

/** What came of a step. */
public sealed interface StepResult {
    /** It is done, and the release goes on. */
    record Done() implements StepResult {}

    /** It is not done and nothing is wrong: it is asked again later. */
    record Waits() implements StepResult {}

    /** The release does not come. */
    record NotAccepted(ReleaseCause cause) implements StepResult {}

    /** A person must look before it goes on. */
    record Held(ReleaseCause cause) implements StepResult {}

    /** Nobody may see it any more. */
    record Sealed() implements StepResult {}
}
