package network.fanz.finance.ledger.queries;

import static network.fanz.finance.ledger.LedgerFixture.leg;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.finance.ledger.AcknowledgedFinding;
import network.fanz.finance.ledger.LedgerAccountId;
import network.fanz.finance.ledger.LedgerFixture;
import network.fanz.finance.ledger.LedgerVerification;
import network.fanz.finance.ledger.Posting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("database")
class LedgerVerifierTest {
    private static LedgerFixture fixture;
    private static JdbcClient owner;

    /** What somebody who gets past the triggers might write into each column, a step away from what is there. */
    private static final Map<String, List<String>> FLIPS = Map.of(
            "transfer",
            List.of(
                    "amount = amount + 1",
                    "debit_account = debit_account + 1",
                    "credit_account = credit_account + 1",
                    "asset_id = asset_id + 1",
                    "code = code + 1",
                    "leg = leg + 1",
                    "seq = seq + 1000",
                    "posting_id = gen_random_uuid()"),
            "entry",
            List.of(
                    "amount = amount + 1",
                    "pending = pending + 1",
                    "balance = balance - 1",
                    "version = version + 1",
                    "pending_debits = pending_debits + 1",
                    "pending_credits = pending_credits + 1",
                    "account_id = account_id + 1000",
                    "seq = seq + 1000"),
            "posting",
            List.of(
                    "request = set_byte(request, 0, get_byte(request, 0) # 1)",
                    "kind = 3 - kind % 3",
                    "keeper = 3 - keeper",
                    "reference_type = reference_type || 'x'",
                    "reference_id = reference_id || 'x'",
                    "effective_at = effective_at + interval '1 microsecond'",
                    "expires_at = coalesce(expires_at, effective_at) + interval '1 microsecond'",
                    "refers_to = gen_random_uuid()",
                    "legs = legs + 1",
                    "block = block + 1",
                    "id = gen_random_uuid()"),
            "block",
            List.of(
                    "hash = set_byte(hash, 31, get_byte(hash, 31) # 128)",
                    "previous_hash = set_byte(previous_hash, 0, get_byte(previous_hash, 0) # 1)",
                    "posted_at = posted_at + interval '1 microsecond'",
                    "first_seq = first_seq + 1",
                    "transfers = transfers + 1",
                    "height = height + 1000"),
            "account",
            List.of(
                    "credits = credits + 1, debits = debits + 1",
                    "credits = credits + 1",
                    "version = version + 1",
                    "pending_credits = pending_credits + 1",
                    "last_seq = last_seq + 1",
                    "minimum = minimum - 1",
                    "side = 1 - side",
                    "state = 1",
                    "owner_id = owner_id || 'x'",
                    "code = code + 1000",
                    "opened_at = opened_at + interval '1 microsecond'",
                    "digest = set_byte(digest, 0, get_byte(digest, 0) # 1)"),
            "asset",
            List.of("code = code || 'X'", "scale = scale + 1", "digest = set_byte(digest, 0, get_byte(digest, 0) # 1)"),
            "hold",
            List.of(
                    "posting_id = gen_random_uuid()",
                    "expires_at = coalesce(expires_at, '2026-03-01') - interval '1 day'"));

    @BeforeAll
    static void open() {
        fixture = new LedgerFixture();
        owner = fixture.asOwner();
        LedgerAccountId fan = fixture.wallet("fan", 1_000);
        LedgerAccountId creator = fixture.wallet("creator");
        Posting sale = fixture.post(leg(fan, creator, 100), leg(creator, fixture.bank(), 20));
        fixture.record(sale);
        fixture.record(fixture.pending(null, leg(fan, creator, 10)));
        fixture.record(fixture.post(leg(fan, creator, 9_999)));
        fixture.record(fixture.reversal(sale.id()));
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void soundBooksAreFoundSound() {
        LedgerVerification verification = fixture.ledger.verify();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.transfers()).isEqualTo(6);
    }

    @Test
    void findsWhateverIsChanged() {
        FLIPS.forEach((table, flips) -> {
            for (String flip : flips) {
                String row = "where ctid = (select max(ctid) from ledger." + table + ")";
                assertThat(findingsAfter(table, "update ledger." + table + " set " + flip + " " + row))
                        .as("%s: %s", table, flip)
                        .isNotEmpty();
            }
        });
    }

    @Test
    void findsWhateverIsTakenAway() {
        // An asset cannot be: its accounts refer to it.
        for (String table : List.of("transfer", "entry", "posting", "block", "account", "hold")) {
            String row = " where ctid = (select min(ctid) from ledger." + table + ")";
            assertThat(findingsAfter(table, "delete from ledger." + table + row))
                    .as(table)
                    .isNotEmpty();
        }
    }

    @Test
    void anOldFaultWithAKnownCauseHidesNoNewOne() {
        String row = "where ctid = (select max(ctid) from ledger.posting)";
        String old = "update ledger.posting set reference_id = 'old' " + row;
        String finding = findingsAfter("posting", old).getFirst();
        AcknowledgedFinding known = new AcknowledgedFinding(
                finding, "A double on its way", new AccountId(UUID.randomUUID()), LedgerFixture.START);
        assertThat(verifiedAfter("posting", old, Map.of(finding, known)).sound())
                .isTrue();
        LedgerVerification worse = verifiedAfter(
                "posting", "update ledger.posting set reference_id = 'worse' " + row, Map.of(finding, known));
        assertThat(worse.findings()).hasSize(1).doesNotContain(finding);
        assertThat(worse.acknowledged()).isEmpty();
    }

    @Test
    void theProgramsRoleCannotChangeHistory() {
        JdbcClient program = JdbcClient.create(fixture.pool);
        for (String table : List.of("asset", "block", "posting", "transfer", "entry")) {
            assertThatThrownBy(() -> program.sql("delete from ledger." + table).update())
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> owner.sql("delete from ledger." + table).update())
                    .hasStackTraceContaining("never changed");
        }
    }

    private static List<String> findingsAfter(String table, String change) {
        return verifiedAfter(table, change, Map.of()).findings();
    }

    /** Runs in a transaction of the owner's that is rolled back, on the connection that the verifier reads. */
    private static LedgerVerification verifiedAfter(
            String table, String change, Map<String, AcknowledgedFinding> known) {
        try (java.sql.Connection connection = fixture.database.asOwner().getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient client = JdbcClient.create(
                    new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true));
            client.sql("alter table ledger." + table + " disable trigger user").update();
            client.sql("alter table ledger.account drop constraint bound").update();
            client.sql(change).update();
            LedgerVerification verification = new LedgerVerifier(new LedgerChainStore(client), known).verify();
            connection.rollback();
            return verification;
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
