package network.fanz.content.compliance.consents;

import network.fanz.content.catalogue.ReleaseCause;
import network.fanz.content.catalogue.ReleaseInHand;
import network.fanz.content.catalogue.ReleaseStage;
import network.fanz.content.catalogue.ReleaseStep;
import network.fanz.content.catalogue.StepResult;
import org.springframework.stereotype.Component;

/** Holds a release until everybody in it has a complete record and has consented. */
@Component
class RecordsStep implements ReleaseStep {
    private final WorkRecords records;

    RecordsStep(WorkRecords records) {
        this.records = records;
    }

    @Override
    public ReleaseStage stage() {
        return ReleaseStage.RECORDS;
    }

    @Override
    public StepResult take(ReleaseInHand release) {
        return records.standing(release.work(), release.upload()).isComplete()
                ? new StepResult.Done()
                : new StepResult.Held(ReleaseCause.RECORDS_MISSING);
    }
}
