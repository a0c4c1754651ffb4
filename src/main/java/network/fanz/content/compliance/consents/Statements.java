package network.fanz.content.compliance.consents;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.common.Ids;
import network.fanz.common.InvalidField;
import network.fanz.common.Steady;
import network.fanz.content.catalogue.Releases;
import network.fanz.content.catalogue.Work;
import network.fanz.content.compliance.Amendment;
import network.fanz.content.compliance.RecordFull;
import network.fanz.content.compliance.RecordKeyReused;
import network.fanz.content.compliance.RecordMovedOn;
import network.fanz.content.compliance.StatementDetails;
import network.fanz.content.compliance.WorkStatement;
import network.fanz.content.compliance.performers.SealedPerformers;
import network.fanz.security.audit.Audit;
import network.fanz.security.audit.AuditAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps what creators say of who is in their works. */
@Component
public class Statements {
    private static final int PEOPLE_MAX = 100;
    private static final int VERSIONS_MAX = 100;

    private final SealedStatements statements;
    private final SealedPerformers performers;
    private final ConsentParties parties;
    private final Releases releases;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    Statements(
            SealedStatements statements,
            SealedPerformers performers,
            ConsentParties parties,
            Releases releases,
            Audit audit,
            TransactionOperations transaction,
            @Steady Clock clock) {
        this.statements = statements;
        this.performers = performers;
        this.parties = parties;
        this.releases = releases;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** See {@link network.fanz.content.compliance.WorkPeople#say}. */
    public void say(
            AccountId creator,
            UUID work,
            int from,
            StatementDetails details,
            List<UUID> people,
            @Nullable Amendment amendment,
            String key) {
        Work made = parties.work(work, creator);
        requirePossible(details, made.createdAt());
        List<UUID> named =
                people.stream().distinct().sorted(Statements::asPostgres).toList();
        if (named.size() > PEOPLE_MAX) {
            throw new InvalidField("people", "At most a hundred people can be in a work.");
        }
        if (!named.stream().allMatch(person -> performers.isOf(creator, person))) {
            throw new InvalidField("people", "Name people of whom you keep a record.");
        }
        UUID change = Ids.derived("compliance.statement", work + ":" + key);
        transaction.executeWithoutResult(status -> {
            statements.lock(work);
            Optional<WorkStatement> same = statements.made(change);
            if (same.isPresent()) {
                requireSame(same.get().details().equals(details)
                        && same.get().people().equals(named));
                return;
            }
            add(creator, work, from, change, details, named, amendment);
        });
    }

    private void add(
            AccountId creator,
            UUID work,
            int from,
            UUID change,
            StatementDetails details,
            List<UUID> people,
            @Nullable Amendment amendment) {
        Optional<WorkStatement> last = statements.latest(work);
        if (last.map(WorkStatement::number).orElse(0) != from) {
            throw new RecordMovedOn();
        }
        if (from > 0 && amendment == null) {
            throw new InvalidField("why", "What was said stays in the record: say why it is said otherwise now.");
        }
        if (last.isPresent()
                && last.get().details().equals(details)
                && last.get().people().equals(people)) {
            throw new InvalidField("why", "Nothing would change: the record says this already.");
        }
        if (from >= VERSIONS_MAX) {
            throw new RecordFull();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        statements.insert(new WorkStatement(
                work, from + 1, change, creator, details, people, true, from == 0 ? null : amendment, now));
        audit.record(AuditAction.of("compliance.say_people", creator, "work:" + work)
                .with("version", Integer.toString(from + 1))
                .with("people", Integer.toString(people.size())));
        releases.lookAgain(releases.ofWork(work).orElseThrow().id());
    }

    /** Nothing is made after it was sent. A day counts as begun where it begins first. */
    private static void requirePossible(StatementDetails details, Instant sent) {
        if (details.production().on().isAfter(LocalDate.ofInstant(sent, ZoneOffset.ofHours(14)))) {
            throw new InvalidField("producedOn", "It was made before you sent it: this day comes after that.");
        }
    }

    private static void requireSame(boolean same) {
        if (!same) {
            throw new RecordKeyReused();
        }
    }

    /** Java orders halves of ids by their sign. */
    private static int asPostgres(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }
}
