package network.fanz.content.moderation;

import java.util.List;
import network.fanz.common.AccountId;
import network.fanz.content.moderation.policy.PolicyBook;
import network.fanz.content.moderation.policy.PolicyVersions;
import org.springframework.stereotype.Component;

/** The policy's versions: what is not allowed, and when a person should look sooner. */
@Component
public class Policies {
    private final PolicyVersions versions;
    private final PolicyBook book;

    Policies(PolicyVersions versions, PolicyBook book) {
        this.versions = versions;
        this.book = book;
    }

    /** The latest first, fifty at the most, and then the program's own. */
    public List<PolicyVersion> versions() {
        return versions.all();
    }

    /** @throws network.fanz.common.NotFound if there is none */
    public PolicyVersion version(int number) {
        return versions.find(number);
    }

    /**
     * Makes a version, which changes nothing yet.
     *
     * @param document JSON of the form that {@code moderation/policy.json} has
     * @throws network.fanz.common.InvalidField saying what in it cannot be read, or asks for what nothing gives
     */
    public PolicyVersion draft(String document, AccountId by) {
        return versions.draft(document, by);
    }

    /**
     * Asks a draft about the latest decisions, ten thousand at the most, and about what waits, a thousand at the most, beside the version in
     * force. It changes nothing but that this is noted.
     *
     * @throws network.fanz.common.NotFound if there is none
     */
    public PolicyVersion tryOut(int number, AccountId by) {
        return versions.tryOut(number, by);
    }

    /**
     * Puts a draft into force, for whatever comes from then on. Done again it changes nothing.
     *
     * @throws SecondModeratorNeeded if whoever asks has made it, or one of the two has ever let the other in
     * @throws PolicyNotTried if it was not tried out beside the version that is in force now
     */
    public PolicyVersion putIntoForce(int number, AccountId by) {
        return versions.putIntoForce(number, by);
    }

    /** Whether this person may put it into force. */
    public boolean isSecondPerson(PolicyVersion version, AccountId by) {
        return versions.isSecondPerson(version, by);
    }

    /** What the policy in force says of facts. It notes nothing. */
    public PolicyOutcome ask(PolicyFacts facts) {
        return book.live().policy().ask(facts);
    }
}
