package network.fanz.content.catalogue.watching;

import jakarta.servlet.http.HttpServletRequest;
import network.fanz.common.Caller;
import network.fanz.common.RedactedFailure;
import network.fanz.content.catalogue.SentMedia;
import network.fanz.content.catalogue.SentMediaListener;
import network.fanz.content.catalogue.Viewer;
import network.fanz.content.catalogue.watching.WatchStore.WatchRow;
import network.fanz.content.media.Rendition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Tells whoever listens what has gone out. */
@Component
class SentMediaTeller {
    private static final Logger LOG = LoggerFactory.getLogger(SentMediaTeller.class);
    /** By these browsers say that they fetch what nobody has asked for yet. */
    private static final String PURPOSE = "Sec-Purpose";

    private final ObjectProvider<SentMediaListener> listeners;

    SentMediaTeller(ObjectProvider<SentMediaListener> listeners) {
        this.listeners = listeners;
    }

    void tell(WatchRow row, Rendition rendition, Viewer viewer, Caller caller, HttpServletRequest request) {
        SentMedia sent = new SentMedia(
                row.work(),
                row.creator(),
                rendition,
                viewer,
                caller,
                request.getHeader(HttpHeaders.USER_AGENT),
                request.getHeader(PURPOSE) != null);
        listeners.forEach(listener -> {
            try {
                listener.sent(sent);
            } catch (RuntimeException failed) {
                LOG.warn("Nobody was told what has gone out: {}", RedactedFailure.describe(failed));
            }
        });
    }
}
