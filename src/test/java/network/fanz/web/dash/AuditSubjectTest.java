package network.fanz.web.dash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import network.fanz.common.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the audit log, and what is set aside, leads to its page, by name where it is a person. */
class AuditSubjectTest {
    private static final String ID = "019ab000-0000-7000-8000-0000000000aa";
    private static final StaffNames NAMES = new StaffNames(Map.of(AccountId.of(ID), "Ann"));

    @ParameterizedTest
    @CsvSource({
        "account:" + ID + ",            Ann …000000aa,              /users/" + ID,
        "payment:" + ID + ",            Payment …000000aa,          /finance/payments/" + ID,
        "alert:" + ID + ",              Alert …000000aa,            /security/alerts/" + ID,
        "security_event:" + ID + ",     Security event …000000aa,   /security/events/" + ID,
        "hand-posting:" + ID + ",       Posting by hand …000000aa,  /finance/hand-postings/" + ID,
        "ledger-account:4711,           Ledger account 4711,        /finance/accounts/4711",
        "signing-key:" + ID + ",        Signing key …000000aa,",
        "account:by-email,              'Accounts, by an email address',",
        "account:by-name,               'Accounts, by a public name',",
        "ledger:verification,           ledger:verification,",
        "anything else,                 anything else,"
    })
    void namesWhatASubjectIsAndLeadsThere(String subject, String words, String href) {
        assertThat(AuditSubject.of(subject, NAMES)).isEqualTo(new AuditSubject(words, href));
    }

    @Test
    void anEventIsAboutAPersonOrAPaymentOrStandsByItsKey() {
        assertThat(AuditSubject.ofEvent("role_granted", ID, NAMES).href()).isEqualTo("/users/" + ID);
        StaffNames nobody = new StaffNames(Map.of());
        assertThat(AuditSubject.ofEvent("payment_settled", ID, nobody).href()).isEqualTo("/finance/payments/" + ID);
        assertThat(AuditSubject.ofEvent("alert_changed", "x", nobody)).isEqualTo(new AuditSubject("x", null));
    }
}
