package network.fanz.content.compliance.consents;

import network.fanz.content.catalogue.ReleaseGate;
import network.fanz.content.catalogue.ReleaseInHand;
import org.springframework.stereotype.Component;

/**
 * Says no while anything is missing in the records of somebody in a release, or a consent. It is asked in the transaction of the move, and
 * whoever takes a consent back waits for that move and then takes the work down, so no consent that is gone publishes anything.
 */
@Component
class ComplianceGate implements ReleaseGate {
    private final WorkRecords records;

    ComplianceGate(WorkRecords records) {
        this.records = records;
    }

    @Override
    public GateKind kind() {
        return GateKind.COMPLIANCE;
    }

    @Override
    public boolean isClear(ReleaseInHand release, String digest) {
        return records.standing(release.work(), release.upload()).isComplete();
    }
}
