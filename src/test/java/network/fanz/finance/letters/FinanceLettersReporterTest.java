package network.fanz.finance.letters;

import static org.assertj.core.api.Assertions.assertThat;

import network.fanz.common.Role;
import network.fanz.platform.health.PartReport;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An operator is told before a dispute comes that nobody would be written to about it. */
@Tag("database")
class FinanceLettersReporterTest {
    @Test
    void saysWhoGetsNoLettersAboutDisputesAndRequests() {
        try (RunningFanz program = RunningFanz.start()) {
            assertThat(report(program)).returns(true, PartReport::works);
            SignedInUser first = program.users().staff(Role.FINANCE);
            program.users().staff(Role.FINANCE);
            unconfirm(program);
            assertThat(report(program))
                    .returns(PartReport.Level.ATTENTION, PartReport::level)
                    .satisfies(report -> assertThat(report.says()).contains("Nobody is written to"));
            confirm(program, first);
            assertThat(report(program))
                    .returns(PartReport.Level.ATTENTION, PartReport::level)
                    .satisfies(report -> assertThat(report.says()).contains("1 of 2"));
        }
    }

    private static void unconfirm(RunningFanz program) {
        JdbcClient.create(program.database().asOwner())
                .sql("update identity.account set email_verified_at = null")
                .update();
    }

    private static void confirm(RunningFanz program, SignedInUser user) {
        JdbcClient.create(program.database().asOwner())
                .sql("update identity.account set email_verified_at = now() where id = ?::uuid")
                .param(user.id())
                .update();
    }

    private static PartReport report(RunningFanz program) {
        return program.bean(FinanceLettersReporter.class).reports().getFirst();
    }
}
