package network.fanz.platform.objects;

import java.util.List;
import network.fanz.common.Sentence;
import network.fanz.platform.health.PartReport;
import network.fanz.platform.health.PartReporter;
import org.springframework.stereotype.Component;

/** Says whether the store does its work, and whether anything is missing from it. */
@Component
final class ObjectReporter implements PartReporter {
    private static final String PART = "Object store";

    private final ObjectRowStore rows;
    private final ObjectFaults faults;

    ObjectReporter(ObjectRowStore rows, ObjectFaults faults) {
        this.rows = rows;
        this.faults = faults;
    }

    @Override
    public List<PartReport> reports() {
        if (faults.isFailing()) {
            return List.of(
                    PartReport.alarm(
                            PART,
                            "The object store did not take or give what it was last asked for. Uploads wait.",
                            "Look whether its disk has room and its folder may be written, or whether its server answers. The log says what failed."));
        }
        long missing = rows.countMissing();
        if (missing > 0) {
            return List.of(PartReport.alarm(
                    PART,
                    Sentence.of(
                            missing == 1
                                    ? "One object is missing from the store."
                                    : "{0} objects are missing from the store.",
                            missing),
                    Sentence.of(
                            "Bring them back from a backup of the objects; the log names each one that is missing.")));
        }
        return List.of(PartReport.works(PART, "Every object that the last comparison looked for is in the store."));
    }
}
