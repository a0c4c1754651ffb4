package network.fanz.content.compliance.consents;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.fanz.common.Steady;
import network.fanz.content.compliance.AskedConsent;
import network.fanz.content.compliance.ConsentScope;
import network.fanz.content.compliance.PerformerRecord;
import network.fanz.content.compliance.PersonInWork;
import network.fanz.content.compliance.WorkGap;
import network.fanz.content.compliance.WorkStanding;
import network.fanz.content.compliance.WorkStatement;
import network.fanz.content.compliance.consents.AskedConsentStore.AskedRow;
import network.fanz.content.compliance.consents.SignatureStore.ConsentRow;
import network.fanz.content.compliance.performers.SealedPerformers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether everybody in a work has a complete record and has consented to exactly its file, from this module's own tables; which works are of the same file the catalogue knows. */
@Component
public class WorkRecords {
    private final SealedStatements statements;
    private final SealedPerformers performers;
    private final AskedConsentStore asked;
    private final SignatureStore signatures;
    private final SameFileConsents sameFile;
    private final Clock clock;

    WorkRecords(
            SealedStatements statements,
            SealedPerformers performers,
            AskedConsentStore asked,
            SignatureStore signatures,
            SameFileConsents sameFile,
            @Steady Clock clock) {
        this.statements = statements;
        this.performers = performers;
        this.asked = asked;
        this.signatures = signatures;
        this.sameFile = sameFile;
        this.clock = clock;
    }

    /** @param upload the file that would be shown: a consent to another one counts for nothing */
    public WorkStanding standing(UUID work, UUID upload) {
        Optional<WorkStatement> said = statements.latest(work);
        List<ConsentRow> signed = signatures.ofWork(work);
        if (said.isEmpty()) {
            return new WorkStanding(work, null, List.of(), List.of(WorkCheck.notSaid()));
        }
        WorkStatement statement = said.get();
        Map<UUID, List<ConsentRow>> byPerson = signed.stream().collect(groupingBy(ConsentRow::performer));
        Map<UUID, AskedRow> letters =
                asked.latest(work).stream().collect(toMap(AskedRow::performer, Function.identity()));
        Instant now = clock.instant();
        List<PersonInWork> people = performers.find(statement.people()).stream()
                .map(record -> person(
                        record,
                        statement,
                        given(byPerson.getOrDefault(record.id(), List.of()), upload),
                        byPerson.getOrDefault(record.id(), List.of()),
                        Optional.ofNullable(letters.get(record.id()))
                                .map(letter -> letter.seen(now))
                                .orElse(null)))
                .toList();
        boolean revoked = sameFile.isRevoked(work, consenting(signed, upload));
        return new WorkStanding(work, statement, people, others(statement, byPerson, upload, revoked));
    }

    private static PersonInWork person(
            PerformerRecord record,
            WorkStatement statement,
            Set<ConsentScope> given,
            List<ConsentRow> signed,
            @Nullable AskedConsent letter) {
        List<WorkGap> gaps = WorkCheck.gaps(record, statement.details().production(), given, hasRevoked(signed));
        return new PersonInWork(
                record.id(), record.person().details().legalName(), record.oneself(), given, letter, gaps);
    }

    /** Whoever has taken a consent back stays asked, even if they are named no more. */
    private static List<WorkGap> others(
            WorkStatement statement, Map<UUID, List<ConsentRow>> byPerson, UUID upload, boolean revokedElsewhere) {
        boolean revoked = byPerson.entrySet().stream()
                .filter(entry -> !statement.people().contains(entry.getKey()))
                .anyMatch(entry -> hasRevoked(entry.getValue())
                        && !given(entry.getValue(), upload).containsAll(ConsentScope.NEEDED));
        return WorkCheck.others(statement, revoked, revokedElsewhere);
    }

    /** Signatures of those who agree to this file now. */
    private static List<ConsentRow> consenting(List<ConsentRow> signed, UUID upload) {
        return signed.stream()
                .filter(one -> one.upload().equals(upload)
                        && ConsentScope.NEEDED.stream().allMatch(one::holds))
                .toList();
    }

    private static Set<ConsentScope> given(List<ConsentRow> signed, UUID upload) {
        return EnumSet.allOf(ConsentScope.class).stream()
                .filter(scope -> signed.stream().anyMatch(one -> one.upload().equals(upload) && one.holds(scope)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean hasRevoked(List<ConsentRow> signed) {
        return signed.stream().anyMatch(one -> one.revoked().stream().anyMatch(ConsentScope.NEEDED::contains));
    }
}
