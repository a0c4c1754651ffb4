package network.fanz.content.catalogue.releases;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import network.fanz.common.RedactedFailure;
import network.fanz.content.catalogue.ReleaseGate;
import network.fanz.content.catalogue.ReleaseGate.GateKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks every gate. One that is missing or fails has not said yes. */
@Component
class ReleaseGates {
    private static final Logger LOG = LoggerFactory.getLogger(ReleaseGates.class);

    private final Map<GateKind, ReleaseGate> gates = new EnumMap<>(GateKind.class);

    /** @throws IllegalStateException if two say that they are one gate */
    ReleaseGates(List<ReleaseGate> all) {
        for (ReleaseGate gate : all) {
            if (gates.put(gate.kind(), gate) != null) {
                throw new IllegalStateException("Two gates are " + gate.kind());
            }
        }
    }

    boolean areClear(ReleaseRow release, String digest) {
        for (GateKind kind : GateKind.values()) {
            if (!isClear(kind, release, digest)) {
                return false;
            }
        }
        return true;
    }

    private boolean isClear(GateKind kind, ReleaseRow release, String digest) {
        ReleaseGate gate = gates.get(kind);
        try {
            return gate != null && gate.isClear(release.inHand(), digest);
        } catch (RuntimeException failed) {
            LOG.warn("The gate {} failed for release {}: {}", kind, release.id(), RedactedFailure.describe(failed));
            return false;
        }
    }
}
