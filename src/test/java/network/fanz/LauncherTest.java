package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./fanz} says to somebody who mistypes: one line, before it builds anything, and a status that is not 0. */
class LauncherTest {
    @ParameterizedTest
    @CsvSource({
        "nonsense, knows no command nonsense",
        "up --what, up does not know --what",
        "up --server.address=0.0.0.0, up does not know --server.address=0.0.0.0",
        "up --port, --port needs a value",
        "up --port abc, '--port needs a number up to 65535, not abc'",
        "up --port 65536, '--port needs a number up to 65535, not 65536'",
        "up --fanz.web.parent-domain=x --data, --data needs a value",
        "check now, check takes no option",
        "test --quick, test does not know --quick",
        "format all, format takes no option",
        "generate all, generate takes no option",
        "mutate all, mutate takes no option",
        "journeys --what, journeys does not know --what",
        "journeys --url, --url needs a value",
        "bench nothing, there is no bench nothing",
        "bench ledger purchase, bench takes one name",
        "bench --json, --json needs a value",
        "backup, backup needs a folder",
        "backup a b, backup takes one folder",
        "restore --what, restore does not know --what",
        "audit, audit knows one verb",
        "audit look, audit knows one verb",
        "audit verify --what, audit verify does not know --what",
        "ledger, ledger knows one verb",
        "ledger verify --what, ledger verify does not know --what",
        "moderation, moderation knows one verb",
        "moderation evaluate, moderation evaluate needs a list",
        "moderation evaluate --what, moderation evaluate does not know --what",
        "moderation evaluate a b, moderation evaluate takes one list",
        "invitation --what, invitation does not know --what",
        "invitation --data, --data needs a value"
    })
    void refusesInOneLine(String arguments, String expected) throws Exception {
        Said said = fanz(arguments.split(" "));
        assertThat(said.status()).isNotZero();
        assertThat(said.text().lines()).hasSize(1);
        assertThat(said.text()).startsWith("fanz: ").contains(expected);
    }

    @Test
    void helpNamesEveryCommand() throws Exception {
        Said said = fanz("help");
        assertThat(said.status()).isZero();
        for (String command : List.of(
                "up",
                "check",
                "test",
                "format",
                "generate",
                "journeys",
                "mutate",
                "bench",
                "backup",
                "restore",
                "audit verify",
                "ledger verify",
                "moderation evaluate",
                "invitation")) {
            assertThat(said.text()).contains("./fanz " + command);
        }
    }

    @Test
    void benchWithoutANameListsWhatCanBeMeasured() throws Exception {
        assertThat(fanz("bench").text().lines()).contains("ledger", "purchase");
    }

    private record Said(int status, String text) {}

    private static Said fanz(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("./fanz"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), text);
    }
}
