package network.fanz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.platform.jobs.JobState;
import network.fanz.platform.jobs.Jobs;
import network.fanz.testing.GeneratedDocs;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What grows: every table, folder and log says how long it is kept, or why for ever. */
class RetentionTest {
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    private static final String FOLDER = "folder ";

    /** @param what a table with its schema, or a part of the data folder */
    private record Kept(String what, String howLong, String job, String why) {}

    private static List<Kept> all() throws IOException {
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(MIGRATIONS)) {
            for (Path file :
                    files.filter(path -> path.endsWith("kept.csv")).sorted().toList()) {
                String schema = file.getParent().getFileName() + ".";
                for (String line : Files.readAllLines(file)
                        .subList(1, Files.readAllLines(file).size())) {
                    String[] cells = line.split(";", 4);
                    assertThat(cells).as(file + ": " + line).hasSize(4).doesNotContain("");
                    String what = cells[0].startsWith(FOLDER) ? cells[0] : schema + cells[0];
                    all.add(new Kept(what, cells[1], cells[2], cells[3]));
                }
            }
        }
        return all;
    }

    private static Set<String> tables() {
        return new TreeSet<>(JdbcClient.create(TestDatabase.fresh().asOwner())
                .sql("""
                        select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relispartition
                          and n.nspname not in ('pg_catalog', 'information_schema')
                          and c.relname not like 'flyway%'
                        """)
                .query(String.class)
                .list());
    }

    @Tag("database")
    @Test
    void everyTableSaysHowLongItsRowsAreKept() throws IOException {
        assertThat(all().stream().map(Kept::what).filter(what -> !what.startsWith(FOLDER)))
                .containsExactlyInAnyOrderElementsOf(tables());
    }

    @Tag("database")
    @Test
    void everyPartOfTheDataFolderSaysHowLongItIsKept() throws IOException {
        Set<String> listed = all().stream()
                .map(Kept::what)
                .filter(what -> what.startsWith(FOLDER))
                .map(what -> what.substring(FOLDER.length()))
                .collect(Collectors.toSet());
        try (Stream<Path> inside = Files.list(RunningFanz.shared().folder())) {
            assertThat(inside.map(path -> path.getFileName().toString())).isSubsetOf(listed);
        }
    }

    @Tag("database")
    @Test
    void everyJobThatIsNamedToSweepRuns() throws IOException {
        Set<String> jobs = RunningFanz.shared().bean(Jobs.class).states().stream()
                .map(JobState::name)
                .collect(Collectors.toSet());
        assertThat(all().stream().map(Kept::job).filter(job -> !job.equals("-")))
                .isSubsetOf(jobs);
    }

    @Tag("generated")
    @Test
    void theListIsWrittenFromTheModules() throws IOException {
        StringBuilder text = new StringBuilder("""
                # What is kept, and how long

                Made from the `kept.csv` beside each module's migrations; do not edit. A name with a dot is a table; `folder` is a part of the data
                folder. What a job sweeps is swept until nothing is due, a bounded number of rows in each transaction.

                | what | how long | job | why |
                |---|---|---|---|
                """);
        all().forEach(kept -> text.append("| ")
                .append(String.join(" | ", kept.what(), kept.howLong(), kept.job(), kept.why()))
                .append(" |\n"));
        GeneratedDocs.check(Path.of("docs", "retention.md"), text.toString());
    }
}
