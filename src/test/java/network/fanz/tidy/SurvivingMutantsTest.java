package network.fanz.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of changes that no test notices, held against a report. */
class SurvivingMutantsTest {
    private static final String TYPE = "network.fanz.finance.ledger.rules.Draft";

    @TempDir
    private Path folder;

    @Test
    void everySurvivorHasAReasonAndEveryReasonASurvivor() throws Exception {
        String report = killed(9) + mutation(false, "lambda$events$3", 20, "removed call to java/util/List::sort");
        assertThat(faults(report, "| `Draft.events` | removed call to List.sort | 1 | Any order is good. |"))
                .isEmpty();
        assertThat(faults(report, "| `Draft.events` | removed call to List.sort | 1 |  |"))
                .containsExactly(
                        "Noticed by no test, and not listed: | `Draft.events` | removed call to List.sort | 1 | why |");
        assertThat(faults(killed(9), "| `Draft.events` | removed call to List.sort | 1 | Any order is good. |"))
                .containsExactly(
                        "Listed, and a test notices it or it is gone: | `Draft.events` | removed call to List.sort | 1 |");
    }

    @Test
    void equalChangesOfAMethodAreCountedInTheOrderOfTheLines() throws Exception {
        String report = mutation(false, "add", 30, "changed conditional boundary")
                + mutation(true, "add", 20, "changed conditional boundary")
                + killed(9);
        assertThat(faults(report, "| `Draft.add` | changed conditional boundary | 2 | The two are equal. |"))
                .isEmpty();
    }

    @Test
    void aPackageWhereTooFewAreNoticedIsNamed() throws Exception {
        String survivor = mutation(false, "add", 30, "changed conditional boundary");
        String row = "| `Draft.add` | changed conditional boundary | 1 | The two are equal. |";
        assertThat(faults(killed(6) + survivor, row)).isEmpty();
        assertThat(faults(killed(5) + survivor, row))
                .containsExactly("finance.ledger.rules: the tests must notice 85 % of all changes");
    }

    private List<String> faults(String mutations, String row) throws Exception {
        Path report = folder.resolve("mutations.xml");
        Files.writeString(report, "<mutations>" + mutations + "</mutations>");
        return SurvivingMutants.faults(SurvivingMutants.read(report), List.of("| where | change |", row));
    }

    private static String killed(int count) {
        return mutation(true, "of", 10, "negated conditional").repeat(count);
    }

    private static String mutation(boolean detected, String method, int line, String change) {
        return """
                <mutation detected='%s' status='KILLED'><mutatedClass>%s</mutatedClass><mutatedMethod>%s</mutatedMethod>
                <lineNumber>%d</lineNumber><indexes><index>4</index></indexes><description>%s</description></mutation>
                """.formatted(detected, TYPE, method, line, change);
    }
}
