package network.fanz.content.compliance.spi;

import java.util.UUID;

/**
 * A vendor that finds out whether somebody is of age, and tells nothing else. Every call may be repeated: a vendor knows a proof by our id.
 *
 * <p>Calls over the network throw {@link AgeProviderUnavailable} when there is no answer: then nothing is known of what happened.
 */
public interface AgeProvider {
    /** In settings, in the webhook's path and in the records; it never changes. */
    String name();

    /**
     * Begins a proof. If there is one of that id already, that one is answered.
     *
     * @param proof our id for it
     * @param returnUrl where the vendor's page sends the person afterwards
     */
    IdentityPage begin(UUID proof, String returnUrl);

    /** Where a proof stands now. */
    AgeResult result(String reference);

    /** @throws IdentityMessageRefused if it is not proven to come from the vendor, or is too old */
    IdentityMessage readMessage(SignedMessage message);
}
