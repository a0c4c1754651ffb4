package network.fanz.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import network.fanz.common.AccountId;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("database")
class AuditTest {
    private static final int ACTIONS = 40;
    private static final AccountId ACTOR = new AccountId(new UUID(7, 7));

    private static RunningFanz program;
    private static RunningFanz second;
    private static Audit audit;
    private static JdbcClient owner;

    @BeforeAll
    static void recordSome() {
        program = RunningFanz.start();
        second = program.another();
        audit = program.bean(Audit.class);
        owner = JdbcClient.create(program.database().asOwner());
        IntStream.range(0, ACTIONS).parallel().forEach(number -> record(number % 2 == 0 ? program : second, number));
        await().untilAsserted(() -> assertThat(owner.sql("select count(*) from audit.entry where name = 'test.done'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(ACTIONS));
    }

    @AfterAll
    static void close() {
        second.close();
        program.close();
    }

    private static void record(RunningFanz node, int number) {
        inTransaction(
                node,
                () -> node.bean(Audit.class)
                        .record(AuditAction.of("test.done", ACTOR, "thing:" + number % 4)
                                .with("number", "" + number)));
    }

    private static void inTransaction(RunningFanz node, Runnable work) {
        new TransactionTemplate(node.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    @Test
    void theChainHoldsEveryActionOfBothNodesExactlyOnce() {
        List<Integer> numbers = owner.sql(
                        "select (details::json ->> 'number')::int from audit.entry where name = 'test.done'")
                .query(Integer.class)
                .list();
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, ACTIONS).boxed().toList());
        assertThat(audit.verify().good()).isTrue();
    }

    @Test
    void listsBySubjectAndActorWithTheLatestFirst() {
        List<AuditEntry> entries = audit.entries("thing:1", ACTOR, null).items();
        assertThat(entries)
                .hasSize(ACTIONS / 4)
                .allMatch(entry -> entry.subject().equals("thing:1"));
        assertThat(entries).isSortedAccordingTo((a, b) -> Long.compare(b.seq(), a.seq()));
        assertThat(audit.entries("thing:1", new AccountId(new UUID(8, 8)), null).items())
                .isEmpty();
        assertThat(audit.entries(null, null, "3").items()).hasSize(2);
    }

    @Test
    void anActionOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> audit.record(AuditAction.of("test.done", ACTOR, "thing:1")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anActionThatRollsBackIsNotAudited() {
        long before = audit.verify().entries();
        assertThatThrownBy(() -> inTransaction(program, () -> {
                    audit.record(AuditAction.of("test.undone", ACTOR, "thing:undone"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        inTransaction(program, () -> audit.record(AuditAction.of("test.after", ACTOR, "thing:after")));
        await().untilAsserted(() -> assertThat(audit.verify().entries()).isGreaterThan(before));
        assertThat(audit.entries("thing:undone", null, null).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "event = gen_random_uuid()",
                "name = 'test.dona'",
                "actor = null",
                "on_behalf_of = actor",
                "subject = subject || '0'",
                "details = details || ' '",
                "previous = set_byte(previous, 31, get_byte(previous, 31) # 1)",
                "hash = set_byte(hash, 0, get_byte(hash, 0) # 128)"
            })
    void anyChangeIsFoundAtTheEntryItself(String change) {
        inOwnersHands("create table audit.kept as select * from audit.entry where seq = 17");
        inOwnersHands("update audit.entry set " + change + " where seq = 17");
        AuditVerification found = AuditVerification.of(program.database().asOwner());
        inOwnersHands("delete from audit.entry where seq = 17");
        inOwnersHands("insert into audit.entry select * from audit.kept");
        inOwnersHands("drop table audit.kept");
        assertThat(found.firstBad()).isEqualTo(17);
        assertThat(audit.verify().good()).isTrue();
    }

    @Test
    void aMissingEntryIsFound() {
        inOwnersHands("create table audit.kept as select * from audit.entry where seq = 9");
        inOwnersHands("delete from audit.entry where seq = 9");
        AuditVerification found = audit.verify();
        inOwnersHands("insert into audit.entry select * from audit.kept");
        inOwnersHands("drop table audit.kept");
        assertThat(found.firstBad()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set name = 'x'",
                "delete from audit.entry",
                "truncate audit.entry",
                "update events.event set type = 'x'",
                "delete from events.event",
                "alter table audit.entry disable trigger refuse_change"
            })
    void theProgramItselfCanChangeNothing(String change) {
        JdbcClient role = JdbcClient.create(program.database().asProgram());
        assertThatThrownBy(() -> role.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void evenTheOwnerIsRefusedUnlessTheGuardIsTakenDown() {
        assertThatThrownBy(() -> owner.sql("delete from audit.entry").update())
                .hasMessageContaining("history is never changed");
        assertThatThrownBy(() -> owner.sql("delete from events.event").update())
                .hasMessageContaining("history is never changed");
    }

    /** What somebody with the owner's password could do. */
    private static void inOwnersHands(String change) {
        owner.sql("alter table audit.entry disable trigger refuse_change").update();
        owner.sql(change).update();
        owner.sql("alter table audit.entry enable trigger refuse_change").update();
    }
}
