package network.fanz.content.compliance.consents;

import java.util.List;
import java.util.UUID;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.compliance.ConsentScope;
import network.fanz.content.compliance.consents.SignatureStore.ConsentRow;
import org.springframework.stereotype.Component;

/** Consents to the very same bytes, sent as other works: whoever has taken one back is asked again, whoever sends the file. */
@Component
class SameFileConsents {
    private final SignatureStore signatures;
    private final Releases releases;

    SameFileConsents(SignatureStore signatures, Releases releases) {
        this.signatures = signatures;
        this.releases = releases;
    }

    /**
     * Whether somebody has taken back a consent to the file of a work that was sent as another, and has not agreed to this one.
     *
     * @param agreeing signatures of those who agree to this work now
     */
    boolean isRevoked(UUID work, List<ConsentRow> agreeing) {
        return others(work).stream()
                .flatMap(other -> signatures.ofWork(other.work()).stream()
                        .filter(one -> one.upload().equals(other.upload())))
                .filter(one -> one.revoked().stream().anyMatch(ConsentScope.NEEDED::contains))
                .anyMatch(one -> agreeing.stream().noneMatch(now -> isOfSame(now, one)));
    }

    /** They are looked at again: what is seen is held. */
    void lookAgain(UUID work) {
        others(work).forEach(other -> releases.lookAgain(other.id()));
    }

    private List<ReleaseInHand> others(UUID work) {
        return releases.ofWork(work).map(one -> releases.sameFile(one.id())).orElse(List.of());
    }

    private static boolean isOfSame(ConsentRow one, ConsentRow other) {
        return one.performer().equals(other.performer())
                || (one.account() != null && one.account().equals(other.account()));
    }
}
