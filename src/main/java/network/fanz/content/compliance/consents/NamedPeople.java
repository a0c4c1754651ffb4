package network.fanz.content.compliance.consents;

import java.util.UUID;
import network.fanz.common.NotFound;
import network.fanz.content.compliance.PerformerRecord;
import network.fanz.content.compliance.WorkStatement;
import network.fanz.content.compliance.performers.SealedPerformers;
import org.springframework.stereotype.Component;

/** The records of those who are said to be in a work. */
@Component
class NamedPeople {
    private final SealedStatements statements;
    private final SealedPerformers performers;

    NamedPeople(SealedStatements statements, SealedPerformers performers) {
        this.statements = statements;
        this.performers = performers;
    }

    /** Whatever changes who is in a work or has consented to it comes one after the other until the transaction ends. */
    void lock(UUID work) {
        statements.lock(work);
    }

    /** @throws NotFound if they are not said to be in it */
    PerformerRecord find(UUID work, UUID performer) {
        boolean named = statements
                .latest(work)
                .map(WorkStatement::people)
                .filter(people -> people.contains(performer))
                .isPresent();
        if (!named) {
            throw new NotFound("person");
        }
        return performers.find(performer);
    }
}
