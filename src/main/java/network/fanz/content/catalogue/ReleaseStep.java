package network.fanz.content.catalogue;

/**
 * Does one stage for every release; each stage has one. It may be asked twice for the same release, by two nodes at once too, and gives the
 * same answer. What it throws counts as a failure: it is tried again some times, and then the release is held.
 */
public interface ReleaseStep {
    ReleaseStage stage();

    StepResult take(ReleaseInHand release) throws Exception;
}
