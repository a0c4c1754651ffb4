package network.fanz.content.moderation.review;

import network.fanz.common.AccountId;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.springframework.stereotype.Component;

/** What people look at: each look is counted and stands in the audit log, in the transaction that opens it. */
@Component
public class Looks {
    private final ExposureStore exposures;
    private final Audit audit;
    private final ReviewTimes times;

    Looks(ExposureStore exposures, Audit audit, ReviewTimes times) {
        this.exposures = exposures;
        this.audit = audit;
        this.times = times;
    }

    public void record(AccountId reader, AuditAction look) {
        exposures.addMedia(reader, times.now());
        audit.record(look);
    }
}
