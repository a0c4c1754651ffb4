package network.fanz.content.compliance.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.content.compliance.spi.IdentityProgress;
import network.fanz.platform.postgres.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The books of the sandbox's vendor on proofs of age. */
@Component
@Profile("local")
class AgeSandboxStore {
    private final JdbcClient jdbc;

    AgeSandboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record AgeRow(
            String reference,
            UUID proof,
            String returnUrl,
            IdentityProgress progress,
            @Nullable AgeOutcome choice,
            @Nullable Instant answeredAt) {
        boolean isUnused() {
            return progress == IdentityProgress.PENDING && choice == null;
        }
    }

    void insert(String reference, UUID proof, String returnUrl, Instant pageUntil) {
        jdbc.sql("""
                insert into compliance.sandbox_age (reference, our_proof, return_url, progress, page_until)
                values (?, ?, ?, 'PENDING', ?) on conflict do nothing""")
                .params(reference, proof, returnUrl, Columns.utc(pageUntil))
                .update();
    }

    Optional<AgeRow> find(String reference) {
        return jdbc.sql("select * from compliance.sandbox_age where reference = ?")
                .param(reference)
                .query(AgeSandboxStore::row)
                .optional();
    }

    Optional<AgeRow> findByProof(UUID proof) {
        return jdbc.sql("select * from compliance.sandbox_age where our_proof = ?")
                .param(proof)
                .query(AgeSandboxStore::row)
                .optional();
    }

    /** @return whether its page was unused until now */
    boolean answer(String reference, AgeOutcome choice, Instant at, @Nullable Instant resolvesAt) {
        return jdbc.sql("""
                update compliance.sandbox_age set choice = :choice, progress = :progress, answered_at = :at, resolves_at = :resolves
                 where reference = :reference and progress = 'PENDING' and choice is null""")
                        .param("choice", choice.name())
                        .param("progress", choice.first().name())
                        .param("at", Columns.utc(at))
                        .param(
                                "resolves",
                                resolvesAt == null ? null : Columns.utc(resolvesAt),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("reference", reference)
                        .update()
                == 1;
    }

    /** Those that people at the vendor have looked at for long enough, and those whose page nobody has used in time. */
    List<AgeRow> due(Instant now) {
        return jdbc.sql("""
                select * from compliance.sandbox_age where resolves_at <= :now
                union all (select * from compliance.sandbox_age where progress = 'PENDING' and choice is null and page_until <= :now)
                limit 50""")
                .param("now", Columns.utc(now))
                .query(AgeSandboxStore::row)
                .list();
    }

    /** @return whether it still stood there */
    boolean move(AgeRow from, IdentityProgress to) {
        return jdbc.sql(
                                "update compliance.sandbox_age set progress = ?, resolves_at = null where reference = ? and progress = ?")
                        .params(to.name(), from.reference(), from.progress().name())
                        .update()
                == 1;
    }

    private static AgeRow row(ResultSet row, int number) throws SQLException {
        String choice = row.getString("choice");
        return new AgeRow(
                row.getString("reference"),
                row.getObject("our_proof", UUID.class),
                row.getString("return_url"),
                IdentityProgress.valueOf(row.getString("progress")),
                choice == null ? null : AgeOutcome.valueOf(choice),
                Columns.instantOrNull(row, "answered_at"));
    }
}
