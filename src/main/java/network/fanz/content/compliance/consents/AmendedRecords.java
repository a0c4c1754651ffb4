package network.fanz.content.compliance.consents;

import java.util.List;
import java.util.UUID;
import network.fanz.content.catalogue.Releases;
import org.springframework.stereotype.Component;

/** Has all works of a person looked at again once something else stands in their record. */
@Component
class AmendedRecords {
    private static final int AT_ONCE = 500;

    private final SealedStatements statements;
    private final Releases releases;

    AmendedRecords(SealedStatements statements, Releases releases) {
        this.statements = statements;
        this.releases = releases;
    }

    void lookAgain(UUID performer) {
        List<UUID> works;
        UUID after = null;
        do {
            works = statements.worksOf(performer, after, AT_ONCE);
            works.forEach(work ->
                    releases.lookAgain(releases.ofWork(work).orElseThrow().id()));
            after = works.isEmpty() ? null : works.getLast();
        } while (works.size() == AT_ONCE);
    }
}
