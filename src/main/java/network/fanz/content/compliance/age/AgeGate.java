package network.fanz.content.compliance.age;

import network.fanz.content.catalogue.DeliveryGate;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.compliance.AgeState;
import org.springframework.stereotype.Component;

/** Nothing goes out to whoever has not shown their age as the place asks where they are. It costs one look into a table. */
@Component
class AgeGate implements DeliveryGate {
    private final AgeBeginnings proofs;

    AgeGate(AgeBeginnings proofs) {
        this.proofs = proofs;
    }

    @Override
    public DeliveryKind kind() {
        return DeliveryKind.AGE;
    }

    @Override
    public boolean isClear(Viewer viewer) {
        return proofs.standing(viewer).state() == AgeState.ASSURED;
    }
}
