package network.fanz.finance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import network.fanz.testing.RunningFanz;
import network.fanz.web.PostedSale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VerifyLedgerCommandTest {
    @Test
    @Tag("database")
    void readsTheBooksOfAnOutsideDatabaseThatItsArgumentsName() {
        RunningFanz program = RunningFanz.shared();
        PostedSale.seq();
        LedgerVerification read =
                VerifyLedgerCommand.verification(program.database().settings(program.folder()));
        assertThat(read.sound()).as(read.findings().toString()).isTrue();
        assertThat(read.transfers()).isPositive();
    }

    @Test
    void saysHowMuchWasRead() {
        assertThat(VerifyLedgerCommand.said(new LedgerVerification(3, 8, List.of(), List.of())))
                .isEqualTo("The books are whole: 3 blocks, 8 transfers.");
    }

    @Test
    void saysEachFindingOnALineOfItsOwn() {
        assertThat(VerifyLedgerCommand.said(
                        new LedgerVerification(3, 8, List.of("Block 2 is missing.", "Block 3 is late."), List.of())))
                .isEqualTo("The books are not what was written (3 blocks, 8 transfers):\n"
                        + "Block 2 is missing.\nBlock 3 is late.");
    }
}
