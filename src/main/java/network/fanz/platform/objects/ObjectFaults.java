package network.fanz.platform.objects;

import java.io.IOException;
import network.fanz.common.RedactedFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Remembers whether the store's last answer to this node was a failure. */
@Component
class ObjectFaults {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectFaults.class);

    private volatile boolean failing;

    /** A call of the store. */
    @FunctionalInterface
    interface StoreCall<T> {
        T call() throws IOException;
    }

    /** @throws StoreUnreachable if it fails; said in the log when it begins, not each time */
    <T> T noting(StoreCall<T> call) {
        try {
            T answer = call.call();
            failing = false;
            return answer;
        } catch (IOException failed) {
            note(failed);
            throw new StoreUnreachable(failed);
        }
    }

    void note(IOException failed) {
        if (!failing) {
            LOG.error("ALARM: the object store fails: {}", RedactedFailure.describe(failed));
        }
        failing = true;
    }

    boolean isFailing() {
        return failing;
    }
}
