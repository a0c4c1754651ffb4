package network.fanz.content.catalogue.watching;

import java.util.Arrays;
import java.util.List;
import network.fanz.common.RedactedFailure;
import network.fanz.content.catalogue.DeliveryGate;
import network.fanz.content.catalogue.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks every gate of the closed list. */
@Component
class DeliveryGates {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryGates.class);

    private final ObjectProvider<DeliveryGate> gates;

    DeliveryGates(ObjectProvider<DeliveryGate> gates) {
        this.gates = gates;
    }

    boolean areClear(Viewer viewer) {
        List<DeliveryGate> present = gates.stream().toList();
        return Arrays.stream(DeliveryGate.DeliveryKind.values())
                .allMatch(kind -> present.stream().anyMatch(gate -> gate.kind() == kind)
                        && present.stream()
                                .filter(gate -> gate.kind() == kind)
                                .allMatch(gate -> isClear(gate, viewer)));
    }

    private static boolean isClear(DeliveryGate gate, Viewer viewer) {
        try {
            return gate.isClear(viewer);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "Gate {} could not answer, so nothing goes out: {}", gate.kind(), RedactedFailure.describe(failed));
            return false;
        }
    }
}
