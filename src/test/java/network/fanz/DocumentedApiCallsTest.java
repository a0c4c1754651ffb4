package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import network.fanz.common.Role;
import network.fanz.testing.DocumentedCommands;
import network.fanz.testing.RunningFanz;
import network.fanz.tools.walkthrough.SignedInUser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/operations.md tells somebody to write in a script that calls the API, as it stands there. */
@Tag("database")
class DocumentedApiCallsTest {
    private static final RunningFanz FANZ = RunningFanz.shared();

    @Test
    void aScriptSignsInWithBothFactorsVerifiesTheBooksAndOpensAnAccount() throws Exception {
        String said = ran(FANZ.users().staff(Role.FINANCE));
        assertThat(said).contains("\"sound\":true", "\"code\":\"BANK\"", "\"ownerId\":\"house\"");
    }

    private static String ran(SignedInUser user) throws IOException, InterruptedException {
        String script = new DocumentedCommands(Path.of("docs", "operations.md"))
                .block("api=")
                .replace("8080", Integer.toString(FANZ.port()));
        ProcessBuilder shell = new ProcessBuilder("sh", "-euc", script).redirectErrorStream(true);
        shell.environment().put("EMAIL", user.email());
        shell.environment().put("PASSWORD", user.password());
        shell.environment().put("CODE", Objects.requireNonNull(user.totp()).next());
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
