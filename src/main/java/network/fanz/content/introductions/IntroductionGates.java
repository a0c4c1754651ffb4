package network.fanz.content.introductions;

import java.util.List;
import network.fanz.content.introductions.IntroductionGate.IntroductionNote;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks whoever knows what is not allowed; no answer is none. */
@Component
class IntroductionGates {
    private static final Logger LOG = LoggerFactory.getLogger(IntroductionGates.class);

    private final ObjectProvider<IntroductionGate> gates;

    IntroductionGates(ObjectProvider<IntroductionGate> gates) {
        this.gates = gates;
    }

    /** Null if nobody could look. */
    @Nullable List<IntroductionNote> notes(Introduction introduction) {
        IntroductionGate gate = gates.getIfAvailable();
        if (gate == null || introduction.erased()) {
            return null;
        }
        try {
            return gate.look(introduction);
        } catch (RuntimeException failed) {
            LOG.warn(
                    "An introduction could not be looked at: {}",
                    failed.getClass().getName());
            return null;
        }
    }

    void requireRead(Introduction introduction) {
        if (notes(introduction) == null) {
            throw new IntroductionUnread();
        }
    }
}
