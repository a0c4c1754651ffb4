package network.fanz.content.compliance.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.fanz.common.AccountId;
import network.fanz.content.compliance.AgreementText;
import network.fanz.platform.postgres.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of the agreement, and who has signed which. */
@Component
class AgreementStore {
    private final JdbcClient jdbc;

    AgreementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param legalName sealed under the id of the check that proved it */
    record SignatureRow(int number, UUID verification, byte[] legalName, Instant signedAt) {}

    /** @return whether it is new */
    boolean insert(AgreementText text) {
        return jdbc.sql("""
                insert into compliance.agreement (number, title, body, sha256, published_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                text.number(),
                                text.title(),
                                text.text(),
                                text.sha256(),
                                Columns.utc(text.publishedAt()))
                        .update()
                == 1;
    }

    /** The newest. */
    Optional<AgreementText> current() {
        return jdbc.sql("select * from compliance.agreement order by number desc limit 1")
                .query((row, number) -> text(row))
                .optional();
    }

    Optional<AgreementText> find(int number) {
        return jdbc.sql("select * from compliance.agreement where number = ?")
                .param(number)
                .query((row, index) -> text(row))
                .optional();
    }

    /** @return whether nobody had kept one before */
    boolean review(int number, String reviewedBy, AccountId by, Instant at) {
        return jdbc.sql("""
                update compliance.agreement set reviewed_by = ?, reviewed_at = ?, review_told_by = ?
                 where number = ? and reviewed_by is null""")
                        .params(reviewedBy, Columns.utc(at), by.value(), number)
                        .update()
                == 1;
    }

    /** @return whether it is new */
    boolean sign(AccountId creator, SignatureRow signature) {
        return jdbc.sql("""
                insert into compliance.agreement_signature (creator, number, verification, legal_name, signed_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                creator.value(),
                                signature.number(),
                                signature.verification(),
                                signature.legalName(),
                                Columns.utc(signature.signedAt()))
                        .update()
                == 1;
    }

    /** The newest version first. */
    List<SignatureRow> signatures(AccountId creator) {
        return jdbc.sql(
                        "select * from compliance.agreement_signature where creator = ? order by number desc, signed_at desc")
                .param(creator.value())
                .query((row, index) -> new SignatureRow(
                        row.getInt("number"),
                        row.getObject("verification", UUID.class),
                        row.getBytes("legal_name"),
                        Columns.instant(row, "signed_at")))
                .list();
    }

    long count(int number) {
        return jdbc.sql("select count(distinct creator) from compliance.agreement_signature where number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private static AgreementText text(ResultSet row) throws SQLException {
        return new AgreementText(
                row.getInt("number"),
                row.getString("title"),
                row.getString("body"),
                row.getString("sha256"),
                Columns.instant(row, "published_at"),
                row.getString("reviewed_by"),
                Columns.instantOrNull(row, "reviewed_at"));
    }
}
