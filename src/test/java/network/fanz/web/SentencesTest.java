package network.fanz.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.Money;
import network.fanz.common.Role;
import network.fanz.content.compliance.consents.ConsentLetterSamples;
import network.fanz.content.compliance.verification.VerificationLetterSamples;
import network.fanz.content.introductions.IntroductionLetterSamples;
import network.fanz.finance.letters.MoneyLetterSamples;
import network.fanz.finance.letters.SellerNews;
import network.fanz.finance.payments.BuyerMessages;
import network.fanz.finance.payments.Mover;
import network.fanz.finance.payments.Payment;
import network.fanz.finance.payments.PaymentKind;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.RefundRequest;
import network.fanz.finance.payments.RefundRequestState;
import network.fanz.finance.payments.TakenBack;
import network.fanz.finance.payments.lifecycle.DeclineReason;
import network.fanz.finance.payments.lifecycle.RefundRefusalReason;
import network.fanz.platform.mail.OutgoingMail;
import network.fanz.security.identity.accounts.AccountLetterSamples;
import network.fanz.security.monitoring.AlertVerdict;
import network.fanz.security.monitoring.Playbook;
import network.fanz.testing.GeneratedDocs;
import network.fanz.testing.RunningFanz;
import network.fanz.testing.SampleLetter;
import network.fanz.testing.SourceSentences;
import network.fanz.testing.TemplateSentences;
import network.fanz.web.dash.AlertWords;
import network.fanz.web.dash.PaymentView;
import network.fanz.web.dash.RoleWords;
import network.fanz.web.money.CheckoutWait;
import network.fanz.web.problems.ProblemWords;
import network.fanz.web.show.PaymentText;
import network.fanz.web.show.RefundRequestText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the house says, to be read in one go: each letter, and each sentence that belongs to a state, a reason or a refusal. */
@Tag("database")
class SentencesTest {
    private static final Instant AT = Instant.parse("2026-11-29T18:30:00Z");
    private static final AccountId FAN = AccountId.of("0198f2c4-0000-7000-8000-000000000002");
    private static final AccountId NOOR = AccountId.of("0198f2c4-0000-7000-8000-000000000003");
    private static final UUID PAYMENT = UUID.fromString("0198f2c4-0000-7000-8000-000000000001");
    private static final Money PRICE = Money.of(Asset.of("USD/2"), 700);
    private static final Money FEE = Money.of(Asset.of("USD/2"), 140);

    private final StringBuilder text = new StringBuilder();

    @Test
    @Tag("generated")
    void everyLetterIsListed() {
        text.append("""
                # Every letter that the house can send

                Made from the code by `SentencesTest`; do not edit. Names, amounts and times are made up, and a link ends in `…`. What a creator can switch off
                is said with it; everything else is always sent. A letter about money goes to a confirmed address alone.
                """);
        letters().stream()
                .collect(Collectors.groupingBy(SampleLetter::reader, LinkedHashMap::new, Collectors.toList()))
                .forEach((reader, letters) -> {
                    head(reader);
                    letters.forEach(letter -> text.append("\n### ")
                            .append(letter.subject())
                            .append("\n\n")
                            .append(letter.when())
                            .append("\n\n```text\n")
                            .append(letter.text().strip())
                            .append("\n```\n"));
                });
        GeneratedDocs.check(Path.of("docs", "letters.md"), text.toString());
    }

    @Test
    void everyMethodThatWritesALetterHasASample() {
        assertThat(letters().stream().map(SampleLetter::from).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Stream.of(
                                MoneyLetterSamples.writers(),
                                AccountLetterSamples.writers(),
                                IntroductionLetterSamples.writers(),
                                VerificationLetterSamples.writers(),
                                ConsentLetterSamples.writers())
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet()));
    }

    @Test
    void nobodyElseWritesLetters() {
        Set<String> writers = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("network.fanz")
                        .get(OutgoingMail.class)
                        .getConstructorCallsToSelf()
                        .stream()
                        .map(call -> call.getOrigin())
                        .map(JavaCodeUnit::getOwner)
                        .map(owner -> owner.getSimpleName())
                        .collect(Collectors.toSet());
        assertThat(writers)
                .containsExactlyInAnyOrder(
                        "AccountMails",
                        "ConsentLetters",
                        "IntroductionLetters",
                        "LetterWriter",
                        "MailCipher",
                        "VerificationLetters");
    }

    private static List<SampleLetter> letters() {
        RunningFanz program = RunningFanz.shared();
        return Stream.of(
                        AccountLetterSamples.all(program),
                        MoneyLetterSamples.all(),
                        IntroductionLetterSamples.all(program),
                        VerificationLetterSamples.all(program),
                        ConsentLetterSamples.all(program))
                .flatMap(List::stream)
                .toList();
    }

    @Test
    @Tag("generated")
    void everySentenceOfAStateAReasonOrARefusalIsListed() {
        text.append("""
                # What the house says

                Made from the code by `SentencesTest`; do not edit. In what is read from the sources `…` is only known when it is said, and `[one | other]` depends. The letters stand in [letters.md](letters.md), what moves a payment in [payments.md](payments.md).
                """);
        payments();
        requests();
        security();
        bundle("What the audit log calls actions", "words.audit");
        bundle("What regular work is called", "words.jobs");
        people();
        SourceSentences source = SourceSentences.below(Path.of("src", "main", "java"));
        health(source);
        pages();
        notices(source);
        refusals(source);
        GeneratedDocs.check(Path.of("docs", "sentences.md"), text.toString());
    }

    private void payments() {
        head("Payments");
        rows("state", "buyer and creator read", "staff read", "while it waits, the buyer reads");
        for (PaymentState state : PaymentState.values()) {
            waits(state)
                    .forEach(wait -> row(
                            code(state.name()),
                            PaymentText.state(payment(state, null, null)),
                            PaymentView.state(payment(state, null, null)),
                            wait));
        }
        head("Why a payment was declined");
        rows("reason", "the state, in words", "the buyer reads", "staff read");
        for (DeclineReason reason : DeclineReason.values()) {
            Payment declined = payment(PaymentState.DECLINED, reason.name().toLowerCase(Locale.ROOT), null);
            row(code(reason.name()), PaymentText.state(declined), BuyerMessages.of(reason), staff(reason));
        }
        head("Why a refund came to nothing");
        rows("reason", "buyer and creator read", "staff read");
        for (RefundRefusalReason reason : RefundRefusalReason.values()) {
            row(code(reason.name()), BuyerMessages.of(reason), staff(reason));
        }
        head("Money that goes back without us");
        rows("what", "the buyer reads", "creator and staff read");
        for (TakenBack how : TakenBack.values()) {
            row(code(how.name()), how.toBuyer(), how.words());
        }
        rows("where the payment stands then", "what staff do");
        for (PaymentState state : PaymentState.values()) {
            row(code(state.name()), TakenBack.advice(state));
        }
    }

    private static List<String> waits(PaymentState state) {
        return Stream.of(payment(state, null, null), payment(state, null, "https://card.page.example"))
                .flatMap(payment -> Stream.of(false, true).map(back -> waiting(payment, back)))
                .distinct()
                .toList();
    }

    private static String waiting(Payment payment, boolean back) {
        CheckoutWait wait = (CheckoutWait)
                call(CheckoutWait.class, "of", new Class<?>[] {Payment.class, boolean.class}, payment, back);
        return wait == null ? "" : wait.title() + " " + wait.text();
    }

    private static String staff(DeclineReason reason) {
        return (String)
                call(staffMessages(), "of", new Class<?>[] {DeclineReason.class, Mover.class}, reason, Mover.JOB);
    }

    private static String staff(RefundRefusalReason reason) {
        return (String) call(staffMessages(), "of", new Class<?>[] {RefundRefusalReason.class}, reason);
    }

    private static Class<?> staffMessages() {
        try {
            return Class.forName("network.fanz.finance.payments.StaffMessages");
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }

    private static Object call(Class<?> type, String name, Class<?>[] parameters, Object... arguments) {
        try {
            Method method = type.getDeclaredMethod(name, parameters);
            method.setAccessible(true);
            return method.invoke(null, arguments);
        } catch (ReflectiveOperationException gone) {
            throw new AssertionError(gone);
        }
    }

    private static Payment payment(PaymentState state, String reason, String nextUrl) {
        return new Payment(
                PAYMENT,
                FAN,
                NOOR,
                PaymentKind.TIP,
                null,
                PRICE,
                FEE,
                Money.of(Asset.of("USD/2"), 560),
                state,
                reason,
                null,
                nextUrl,
                "FNZ*MEDIA",
                AT,
                null,
                null,
                null);
    }

    private void requests() {
        head("Requests for a refund");
        rows("state", "in lists", "the fan reads", "the creator reads", "finance reads");
        for (RefundRequestState state : RefundRequestState.values()) {
            RefundRequest request =
                    new RefundRequest(PAYMENT, FAN, NOOR, PaymentKind.TIP, PRICE, state, "Why", null, null, AT, AT, AT);
            row(
                    code(state.name()),
                    RefundRequestText.state(state),
                    RefundRequestText.toBuyer(request, "Noor"),
                    RefundRequestText.toCreator(request),
                    RefundRequestText.toFinance(request));
        }
    }

    private void security() {
        head("Alerts");
        rows("rule", "what raised it");
        new TreeMap<>(rules()).keySet().forEach(rule -> row(code(rule), AlertWords.rule(rule)));
        rows("how it was closed", "in words");
        Arrays.stream(AlertVerdict.values()).forEach(verdict -> row(code(verdict.name()), AlertWords.verdict(verdict)));
        for (Playbook playbook : Playbook.values()) {
            text.append("\nSteps for people, `").append(playbook.label()).append("`:\n\n");
            playbook.manualSteps().forEach(this::item);
        }
        bundle("What security events are called", "words.security");
    }

    private static Map<?, ?> rulesOf(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        return (Map<?, ?>) field.get(null);
    }

    private static Map<String, String> rules() {
        try {
            return rulesOf(AlertWords.class.getDeclaredField("RULES")).entrySet().stream()
                    .collect(Collectors.toMap(one -> (String) one.getKey(), one -> (String) one.getValue()));
        } catch (ReflectiveOperationException gone) {
            throw new AssertionError(gone);
        }
    }

    private void people() {
        head("What each role may do");
        rows("role", "in words");
        Arrays.stream(Role.values()).forEach(role -> row(code(role.name()), RoleWords.may(role)));
        head("Letters that creators can switch off");
        rows("what", "in words");
        Arrays.stream(SellerNews.values()).forEach(news -> row(news.title(), news.about()));
    }

    private void bundle(String title, String name) {
        head(title);
        rows("code", "in words");
        ResourceBundle words = ResourceBundle.getBundle(name, Locale.ROOT);
        words.keySet().stream().sorted().forEach(key -> row(code(key), words.getString(key)));
    }

    private void health(SourceSentences source) {
        head("What the page of health says of a part");
        rows("part", "state", "what is", "what to do");
        source.calls().stream()
                .filter(said -> said.what().matches("PartReport\\.(works|attention|alarm)"))
                .forEach(said -> row(
                        said.texts().get(0),
                        said.what().substring("PartReport.".length()),
                        said.texts().get(1),
                        said.texts().size() > 2 ? said.texts().get(2) : ""));
    }

    /** Notices and empty lists of the pages, each with its conditions as {@code [so | otherwise]}. */
    private void pages() {
        head("What pages say of how things stand");
        TemplateSentences.below(Path.of("src", "main", "jte")).forEach((template, sentences) -> {
            text.append("\n`").append(template).append("`\n\n");
            sentences.forEach(this::item);
        });
    }

    private void notices(SourceSentences source) {
        head("What a page says once something was done");
        source.calls().stream()
                .filter(said -> said.what().matches("PageNotice\\.(ok|info|warn)"))
                .map(said -> said.texts().getFirst())
                .filter(SentencesTest::isSentence)
                .map(String::strip)
                .distinct()
                .sorted()
                .forEach(this::item);
    }

    private void refusals(SourceSentences source) {
        Map<String, Map<String, String>> types = source.annotated("ProblemType");
        Map<String, Set<String>> details = source.calls().stream()
                .filter(said -> types.containsKey(type(said)))
                .collect(Collectors.groupingBy(
                        SentencesTest::type,
                        Collectors.flatMapping(
                                said -> said.texts().stream().filter(SentencesTest::isSentence),
                                Collectors.toCollection(TreeSet::new))));
        head("What is said of refusals");
        rows("status", "what it means", "what to do");
        types.values().stream()
                .map(type -> Integer.parseInt(type.get("status")))
                .distinct()
                .sorted()
                .forEach(status -> row(Integer.toString(status), ProblemWords.of(status), ProblemWords.todo(status)));
        types.entrySet().stream()
                .sorted(Comparator.comparing(type -> type.getValue().get("value")))
                .forEach(type -> {
                    text.append("\n### ")
                            .append(type.getValue().get("title"))
                            .append("\n\n`")
                            .append(type.getValue().get("value"))
                            .append("`, ")
                            .append(type.getValue().get("status"))
                            .append("\n\n");
                    details.getOrDefault(type.getKey(), Set.of()).forEach(this::item);
                });
    }

    /** The class of the problem that a call makes or is the constructor of. */
    private static String type(SourceSentences.Said said) {
        return said.what().startsWith("new ")
                ? said.what().substring(said.what().lastIndexOf('.') + 1).replace("new ", "")
                : said.what().equals("super") ? said.in() : "";
    }

    private static boolean isSentence(String said) {
        return said.contains(" ") && said.chars().anyMatch(Character::isLetter);
    }

    /** Found by people in states in which they were not true; said otherwise since. */
    @Test
    void whatWasOnceUntrueIsNotSaidAgain() throws IOException {
        List<String> untrue = List.of(
                "makes no line. Choose",
                "Your second factor was changed",
                "This needs one of the roles",
                "<dt class=\"total\">The creator’s share");
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            assertThat(files.filter(path -> path.toString().matches(".*\\.(java|jte|properties|ts)")))
                    .allSatisfy(path -> assertThat(Files.readString(path)).doesNotContain(untrue));
        }
    }

    private void head(String title) {
        text.append("\n## ").append(title).append("\n");
    }

    private void rows(String... columns) {
        text.append("\n");
        row(columns);
        row(Arrays.stream(columns).map(column -> "---").toArray(String[]::new));
    }

    private void row(String... cells) {
        text.append(Arrays.stream(cells)
                .map(cell -> cell.replace("\n", " ").replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private void item(String words) {
        text.append("- ").append(words.strip().replace("\n", " ")).append("\n");
    }

    private static String code(String word) {
        return "`" + word + "`";
    }
}
