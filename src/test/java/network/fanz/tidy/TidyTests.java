package network.fanz.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.platform.postgres.Migrations;
import org.junit.jupiter.api.Test;

/** Style that a machine can judge. */
class TidyTests {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");
    private static final int METHOD_LINES_MAX = 50;
    private static final int PARAMETERS_MAX = 8;
    private static final List<String> LONG_PARAMETER_LISTS = List.of(
            "AccountAdministration.java#<init>",
            "AuditRow.java#following",
            "IdentitySession.java#<init>",
            "Monitoring.java#<init>",
            "Passkeys.java#<init>",
            "PasswordResets.java#<init>",
            "Registrations.java#<init>",
            "SecondFactorCodes.java#<init>",
            "SignIn.java#<init>");
    private static final List<Source> SOURCES = Source.below(MAIN);
    private static final List<Source> TESTS = Source.below(Path.of("src", "test", "java"));

    private static final Pattern SQL = Pattern.compile(
            "\"\\s*(select\\s[^\"]{0,300}?\\sfrom\\s|insert\\s+into\\s|update\\s+[\\w.]+\\s+set\\s|delete\\s+from\\s|truncate\\s+\\w"
                    + "|(create|alter|drop)\\s+(table|schema|role|database|index)\\s|with\\s+\\w+\\s+as\\s*\\(|(from|join)\\s+[a-z_]+\\.[a-z_]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHOUTED_SQL =
            Pattern.compile("\\b(SELECT\\s+[\\w*]|INSERT\\s+INTO|DELETE\\s+FROM|UPDATE\\s+\\w+\\s+SET)\\b");
    private static final Pattern OWN_TIME = Pattern.compile(
            "\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime|OffsetDateTime|Year|YearMonth)\\.now\\(\\)|System\\.currentTimeMillis\\(");
    private static final Pattern WEAK_CHANCE =
            Pattern.compile("new Random\\(|Math\\.random\\(|new SplittableRandom\\(\\)");
    private static final Pattern SCHEDULE = Pattern.compile("\\.schedule(WithFixedDelay|AtFixedRate)\\(|@Scheduled\\b");
    private static final Pattern DATABASE_TIME =
            Pattern.compile("\\bnow\\(\\)|\\bcurrent_timestamp\\b|\\bcurrent_date\\b|\\bstatement_timestamp\\(");
    private static final Pattern QUOTED_FAILURE = Pattern.compile("LOG\\.\\w+\\([^;]*getMessage\\(\\)");
    private static final Pattern FLOATING_POINT =
            Pattern.compile("\\b([dD]ouble|[fF]loat|float4|float8|double precision|real)\\b|\\bto_timestamp\\(");
    private static final Pattern MOVED_BOOKS = Pattern.compile("\\bset\\s+(posted|settled|reversed)_at\\b");
    private static final Pattern FORBIDDEN_NAME = Pattern.compile("(Manager|Helper|Utils?|Impl|Dto|DTO)$");
    private static final Pattern TEST = Pattern.compile("(?m)^ +@(Test|ParameterizedTest|Property|TestFactory)\\b");
    private static final Pattern NAME_OF_A_TEST = Pattern.compile("(Test|Tests|Properties)\\.java$");
    private static final Pattern BEAN = Pattern.compile("(?m)^@(Component|Configuration|RestController|Controller)\\b");
    private static final Pattern MACHINE_CLOCK = Pattern.compile("(?<!@Steady )\\bClock clock[,)]");
    /** Schedules with a rule of their own, what is stamped or shown, phones, and the vendor of the sandbox. */
    private static final Set<String> BY_THE_MACHINES_CLOCK = Set.of(
            "ClockConfiguration",
            "JobsConfiguration",
            "Jobs",
            "MailConfiguration",
            "ProgramConfiguration",
            "Events",
            "EventsConfiguration",
            "Audit",
            "SecondFactorCodes",
            "ShellResolver",
            "WalletPages",
            "OverviewPages",
            "Analytics",
            "SandboxWebhookSender",
            "SandboxKeys",
            "SandboxVendor",
            "IdentitySandboxMessages",
            "IdentitySandboxKeys",
            "IdentitySandboxVendor",
            "SampleIdleWait",
            "SampleGenerator",
            "SampleSimulation",
            "SampleConfiguration");

    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b|(?i:not (yet )?implemented|lorem ipsum)");
    private static final Pattern STATUS_FILE =
            Pattern.compile("(?i).*(status|complete|summary|report|progress|todo|done)[^/]*\\.(md|txt)");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(?<![\\w./])/(root|home/\\w+|work|tmp/\\w+|Users/\\w+)/|registry\\.npmjs|repo1?\\.maven");

    @Test
    void keepsSqlInStores() {
        assertThat(offenders(SOURCES, source -> !source.name().endsWith("Store.java") && found(SQL, source.text())))
                .isEmpty();
    }

    @Test
    void writesSqlInLowerCase() {
        assertThat(offenders(SOURCES, source -> found(SHOUTED_SQL, withoutComments(source.text()))))
                .isEmpty();
    }

    @Test
    void takesTimeFromTheClockOnly() {
        assertThat(offenders(SOURCES, source -> found(OWN_TIME, withoutComments(source.text()))))
                .isEmpty();
        assertThat(offenders(
                        SOURCES, source -> source.name().endsWith("Store.java") && found(DATABASE_TIME, source.text())))
                .isEmpty();
    }

    /** What begins and ends inside the program goes by the clock that follows no jump; who compares with clocks outside is named here. */
    @Test
    void goesByTheSteadyClock() {
        assertThat(offenders(
                                SOURCES,
                                source -> found(BEAN, source.text())
                                        && found(MACHINE_CLOCK, withoutComments(source.text())))
                        .stream()
                        .map(name -> name.replace(".java", "")))
                .isSubsetOf(BY_THE_MACHINES_CLOCK);
    }

    /** A step that throws is never run again by its schedule, and an {@link Error} is no RuntimeException. */
    @Test
    void letsNoErrorEndASchedule() {
        assertThat(offenders(
                        SOURCES,
                        source ->
                                found(SCHEDULE, source.text()) && !source.text().contains("catch (Throwable ")))
                .isEmpty();
    }

    /** A failure's message may hold a stranger's words, line breaks and all; {@code RedactedFailure} holds none. */
    @Test
    void quotesNoFailureInItsLog() {
        assertThat(offenders(SOURCES, source -> found(QUOTED_FAILURE, source.text())))
                .isEmpty();
    }

    /** Amounts and times of money are whole numbers all the way: a floating-point number keeps most of them, and not all. */
    @Test
    void keepsFloatingPointOutOfMoney() {
        assertThat(offenders(
                        SOURCES,
                        source -> source.path().toString().contains("/finance/")
                                && found(FLOATING_POINT, withoutComments(source.text()))))
                .isEmpty();
    }

    @Test
    void usesNoGuessableChance() {
        assertThat(offenders(SOURCES, source -> found(WEAK_CHANCE, source.text())))
                .isEmpty();
    }

    @Test
    void givesNoTypeAnEmptyName() {
        List<String> names = Stream.concat(SOURCES.stream(), TESTS.stream())
                .flatMap(source -> source.types().stream())
                .map(Source.Span::name)
                .filter(name -> found(FORBIDDEN_NAME, name))
                .toList();
        assertThat(names).isEmpty();
    }

    /** A word means one thing in the whole house: docs/adr/names.md. */
    @Test
    void usesEachTypeNameOnce() {
        Map<String, Long> counts = SOURCES.stream()
                .flatMap(source -> source.types().stream())
                .map(Source.Span::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertThat(counts)
                .allSatisfy((name, count) -> assertThat(count).as(name).isEqualTo(1));
    }

    @Test
    void keepsEveryMethodWithinAScreen() {
        assertThat(methods(method -> method.lines() > METHOD_LINES_MAX)).isEmpty();
    }

    /** The list of those that were longer before there was a bound may only become shorter. */
    @Test
    void keepsParameterListsShort() {
        assertThat(methods(method -> method.parameters() > PARAMETERS_MAX)).isSubsetOf(LONG_PARAMETER_LISTS);
    }

    /** @return {@code File.java#method} of each that is meant */
    private static List<String> methods(Predicate<Source.Span> meant) {
        return SOURCES.stream()
                .flatMap(source ->
                        source.methods().stream().filter(meant).map(method -> source.name() + "#" + method.name()))
                .toList();
    }

    /** The build runs classes by their names, and one that it passes over fails for ever in silence. */
    @Test
    void givesEveryTestANameThatTheBuildRuns() {
        assertThat(offenders(TESTS, source -> found(TEST, source.text()) && !found(NAME_OF_A_TEST, source.name())))
                .isEmpty();
    }

    /** Other tests hold the books against the figures; a moved payment would be in one of them alone. */
    @Test
    void movesNoBookedTimeInTheSharedProgram() {
        assertThat(offenders(
                        TESTS, test -> test.text().contains("RunningFanz.shared()") && found(MOVED_BOOKS, test.text())))
                .isEmpty();
    }

    @Test
    void deliversEventsByOurOwnLog() {
        assertThat(offenders(SOURCES, source -> source.text().contains("ApplicationModuleListener")))
                .isEmpty();
    }

    @Test
    void leavesNothingHalfDone() {
        assertThat(offenders(SOURCES, source -> found(UNFINISHED, source.text())))
                .isEmpty();
        assertThat(repository()
                        .filter(path -> path.toString().matches(".*\\.(jte|sql|css|ts)"))
                        .filter(path -> found(UNFINISHED, read(path)))
                        .toList())
                .isEmpty();
    }

    @Test
    void keepsNoStatusFiles() {
        assertThat(repository()
                        .filter(path -> STATUS_FILE.matcher(path.toString()).matches())
                        .toList())
                .isEmpty();
    }

    @Test
    void namesNoMachine() {
        assertThat(repository()
                        .filter(TidyTests::isText)
                        .filter(path -> found(MACHINE_PATH, read(path)))
                        .toList())
                .isEmpty();
    }

    @Test
    void usesEveryTemplate() {
        Set<String> used = new HashSet<>();
        Deque<String> found = new ArrayDeque<>();
        String code = SOURCES.stream()
                .map(Source::text)
                .map(TidyTests::withoutComments)
                .collect(Collectors.joining());
        templates()
                .map(TidyTests::templateName)
                .filter(name -> names(code, name))
                .forEach(found::add);
        while (!found.isEmpty()) {
            String one = found.remove();
            if (used.add(one)) {
                String page = read(TEMPLATES.resolve(one + ".jte"));
                templates()
                        .map(TidyTests::templateName)
                        .filter(name -> page.contains("@template." + name.replace('/', '.') + "("))
                        .forEach(found::add);
            }
        }
        assertThat(templates().map(TidyTests::templateName)).isSubsetOf(used);
    }

    private static String templateName(Path template) {
        return TEMPLATES.relativize(template).toString().replace(".jte", "");
    }

    private static boolean names(String code, String template) {
        return code.contains("\"" + template + "\"") || code.contains("\"" + template + ".jte\"");
    }

    @Test
    void migratesEveryModuleThatHasTables() {
        assertThat(folders(MIGRATIONS)).isSubsetOf(Set.copyOf(Migrations.MODULES));
        assertThat(Migrations.MODULES)
                .allSatisfy(module -> assertThat(MAIN.resolve("network/fanz")
                                .resolve(module.replace('.', '/'))
                                .resolve("package-info.java"))
                        .exists());
    }

    /** Thermometers: see whether the house grows rooms that nobody can read. */
    @Test
    void staysShort() {
        int[] files = SOURCES.stream().mapToInt(Source::lines).sorted().toArray();
        int[] methods = SOURCES.stream()
                .flatMap(source -> source.methods().stream())
                .mapToInt(Source.Span::lines)
                .sorted()
                .toArray();
        System.out.printf(
                Locale.ROOT,
                "%d files: p50 %d, p90 %d, longest %d lines; %d methods: p50 %d, p90 %d, longest %d lines%n",
                files.length,
                at(files, 50),
                at(files, 90),
                at(files, 100),
                methods.length,
                at(methods, 50),
                at(methods, 90),
                at(methods, 100));
        SOURCES.stream()
                .sorted((a, b) -> b.lines() - a.lines())
                .limit(5)
                .forEach(source -> System.out.printf("  %4d lines  %s%n", source.lines(), source.name()));
        assertThat(at(files, 90)).isLessThanOrEqualTo(150);
        assertThat(at(methods, 90)).isLessThanOrEqualTo(15);
        assertThat(at(files, 100)).isLessThanOrEqualTo(400);
    }

    private static int at(int[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static List<String> offenders(List<Source> sources, Predicate<Source> offends) {
        return sources.stream().filter(offends).map(Source::name).toList();
    }

    private static boolean found(Pattern pattern, String text) {
        return pattern.matcher(text).find();
    }

    private static String withoutComments(String text) {
        return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("//[^\n]*", "");
    }

    private static Stream<Path> templates() {
        return below(TEMPLATES).filter(path -> path.toString().endsWith(".jte"));
    }

    /** The folders with migrations in them, as modules' names. */
    private static List<String> folders(Path root) {
        return below(root)
                .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
                .distinct()
                .toList();
    }

    /** Everything that could be committed. */
    private static Stream<Path> repository() {
        Stream<Path> folders = Stream.of("src", "docs", "islands", "models", "bench", "examples", ".ci")
                .map(Path::of)
                .flatMap(TidyTests::below);
        return Stream.concat(root(), folders).filter(path -> !path.toString().contains("node_modules"));
    }

    /** The files that lie beside the README. */
    private static Stream<Path> root() {
        try (Stream<Path> files = Files.list(Path.of(""))) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isText(Path path) {
        String name = path.toString();
        return !name.contains("/tidy/")
                && Arrays.stream(new String[] {
                            ".java", ".md", ".json", ".yaml", ".ts", ".css", ".jte", ".sql", ".xml", "run", "build",
                            "fanz"
                        })
                        .anyMatch(name::endsWith);
    }

    private static Stream<Path> below(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
