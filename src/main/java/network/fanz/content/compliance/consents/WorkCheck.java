package network.fanz.content.compliance.consents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import network.fanz.common.Sentence;
import network.fanz.content.compliance.ConsentScope;
import network.fanz.content.compliance.PerformerRecord;
import network.fanz.content.compliance.Production;
import network.fanz.content.compliance.RecordCheck;
import network.fanz.content.compliance.RecordGap;
import network.fanz.content.compliance.WorkGap;
import network.fanz.content.compliance.WorkGapKind;
import network.fanz.content.compliance.WorkStatement;

/** What a work lacks before it may be shown, in words. */
final class WorkCheck {
    private WorkCheck() {}

    static WorkGap notSaid() {
        return new WorkGap(
                WorkGapKind.NOT_SAID,
                null,
                Sentence.of("Nobody has said who is in it, and when and where it was made."));
    }

    /** @param given what the person agrees to now, for exactly this file */
    static List<WorkGap> gaps(
            PerformerRecord record, Production production, Set<ConsentScope> given, boolean hasRevoked) {
        List<WorkGap> gaps = new ArrayList<>();
        for (RecordGap gap : RecordCheck.gaps(record, production)) {
            gaps.add(new WorkGap(WorkGapKind.RECORD, record.id(), gap.words()));
        }
        if (given.containsAll(ConsentScope.NEEDED)) {
            return gaps;
        }
        if (hasRevoked) {
            gaps.add(new WorkGap(
                    WorkGapKind.CONSENT_REVOKED,
                    record.id(),
                    Sentence.of("They have taken back a consent without which it is not shown.")));
        }
        if (!given.contains(ConsentScope.DEPICTED)) {
            gaps.add(new WorkGap(
                    WorkGapKind.NO_CONSENT, record.id(), Sentence.of("They have not agreed to being in it.")));
        }
        if (!given.contains(ConsentScope.PUBLISHED)) {
            gaps.add(new WorkGap(
                    WorkGapKind.NO_CONSENT, record.id(), Sentence.of("They have not agreed that it is published.")));
        }
        return gaps;
    }

    /**
     * @param revokedByOthers whether somebody who is named no more has taken a consent back
     * @param revokedElsewhere whether somebody has taken a consent to the same file back that was sent as another work
     */
    static List<WorkGap> others(WorkStatement statement, boolean revokedByOthers, boolean revokedElsewhere) {
        List<WorkGap> gaps = new ArrayList<>();
        if (!statement.whole()) {
            gaps.add(new WorkGap(
                    WorkGapKind.RECORD,
                    null,
                    Sentence.of(
                            "The time for which a record of somebody in it is kept is over, and the record is gone.")));
        }
        if (revokedByOthers) {
            gaps.add(new WorkGap(
                    WorkGapKind.CONSENT_REVOKED,
                    null,
                    Sentence.of("Somebody whom you do not name any more has taken their consent back.")));
        }
        if (revokedElsewhere) {
            gaps.add(
                    new WorkGap(
                            WorkGapKind.CONSENT_REVOKED,
                            null,
                            Sentence.of(
                                    "Somebody has taken back their consent to this very file. It is not shown without a new one of theirs, by whomever and as whatever it is sent.")));
        }
        return gaps;
    }
}
