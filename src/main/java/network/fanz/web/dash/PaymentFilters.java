package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import network.fanz.common.AccountId;
import network.fanz.common.Asset;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.Period;
import network.fanz.common.TimestampRange;
import network.fanz.finance.payments.PaymentFilter;
import network.fanz.finance.payments.PaymentState;
import network.fanz.finance.payments.TakenBack;
import network.fanz.web.form.FieldChecks;
import network.fanz.web.form.Form;
import org.jspecify.annotations.Nullable;

/** The filter of payments as it stands in the address and in the form. */
public final class PaymentFilters {
    private static final String PATH = "/finance/payments";
    private static final List<String> FIELDS =
            List.of("person", "state", "takenBack", "from", "to", "amount", "card", "reference");
    private static final String ABANDONED = "abandoned";
    private static final String UNBOOKED = "unbooked";
    private static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

    private PaymentFilters() {}

    /**
     * @param currency what payments are in
     * @throws InvalidField naming every field that cannot be read
     */
    static PaymentFilter read(Form form, Asset currency) {
        FieldChecks fields = new FieldChecks();
        Supplier<Optional<PaymentState>> state = fields.read(() -> chosen(form, "state", PaymentFilters::state));
        Supplier<Optional<TakenBack>> takenBack = fields.read(
                () -> unbooked(form) ? Optional.empty() : chosen(form, "takenBack", PaymentFilters::takenBack));
        Supplier<Optional<AccountId>> person = fields.read(() -> person(form));
        Supplier<Optional<Period>> begun = fields.read(() -> begun(form));
        Supplier<Optional<Money>> price = fields.read(
                () -> filled(form, "amount") ? Optional.of(form.money("amount", currency)) : Optional.empty());
        Supplier<Optional<String>> last4 = fields.read(() -> last4(form));
        fields.refuseWrong();
        boolean ended = state.get().filter(PaymentState.DECLINED::equals).isPresent();
        return new PaymentFilter(
                state.get().orElse(null),
                ended ? form.value("state").equals(ABANDONED) : null,
                takenBack.get().orElse(null),
                unbooked(form),
                person.get().orElse(null),
                begun.get().orElse(null),
                price.get().orElse(null),
                filled(form, "reference") ? form.text("reference") : null,
                last4.get().orElse(null));
    }

    /** All states as choices; those that nobody said no to are a choice of their own. */
    static List<EnumLabels.FilterOption> states(Form form) {
        String chosen = form.value("state");
        List<EnumLabels.FilterOption> options = new ArrayList<>();
        options.add(new EnumLabels.FilterOption("", say("Any state"), chosen.isEmpty()));
        for (PaymentState state : PaymentState.values()) {
            String value = EnumLabels.value(state);
            options.add(new EnumLabels.FilterOption(value, EnumLabels.of(state), value.equals(chosen)));
            if (state == PaymentState.DECLINED) {
                options.add(new EnumLabels.FilterOption(ABANDONED, say("Abandoned"), chosen.equals(ABANDONED)));
            }
        }
        return options;
    }

    /** The ways in which money goes back without us; those that nobody has booked yet are a choice of their own. */
    static List<EnumLabels.FilterOption> waysBack(Form form, @Nullable TakenBack chosen) {
        List<EnumLabels.FilterOption> options = new ArrayList<>(
                EnumLabels.options(TakenBack.class, say("All, given back or not"), chosen, TakenBackWords::title));
        options.add(new EnumLabels.FilterOption(
                UNBOOKED, say("Taken back, and no posting by hand names it"), unbooked(form)));
        return options;
    }

    private static boolean unbooked(Form form) {
        return form.value("takenBack").equals(UNBOOKED);
    }

    private static TakenBack takenBack(String word) {
        return TakenBack.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The list with the form's filter; {@code more} takes the place of what is typed. */
    public static String address(Form form, Map<String, String> more) {
        Map<String, String> fields = new TreeMap<>();
        FIELDS.stream().filter(field -> filled(form, field)).forEach(field -> fields.put(field, form.text(field)));
        fields.putAll(more);
        String query = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    public static boolean filtered(Form form) {
        return FIELDS.stream().anyMatch(field -> filled(form, field));
    }

    private static PaymentState state(String word) {
        return word.equals(ABANDONED) ? PaymentState.DECLINED : PaymentState.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static <T> Optional<T> chosen(Form form, String field, Function<String, T> read) {
        String word = form.value(field);
        try {
            return word.isEmpty() ? Optional.empty() : Optional.of(read.apply(word));
        } catch (IllegalArgumentException none) {
            throw new InvalidField(field, "Choose one from the list.");
        }
    }

    private static Optional<AccountId> person(Form form) {
        try {
            return filled(form, "person") ? Optional.of(AccountId.of(form.text("person"))) : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            throw new InvalidField("person", "Find the person anew: this is no account’s id.");
        }
    }

    /** No more digits are read, for nobody is to type a card's number here. */
    private static Optional<String> last4(Form form) {
        String digits = form.value("card").strip();
        if (!digits.matches("([0-9]{4})?")) {
            throw new InvalidField("card", "Write the last four digits of the card, and no more.");
        }
        return Optional.of(digits).filter(four -> !four.isEmpty());
    }

    private static Optional<Period> begun(Form form) {
        LocalDate from = day(form, "from");
        LocalDate to = day(form, "to");
        Instant first = from == null ? Instant.EPOCH : start("from", from);
        Instant end = to == null ? END : start("to", to).plus(1, ChronoUnit.DAYS);
        return from == null && to == null ? Optional.empty() : Optional.of(new Period(first, end));
    }

    private static @Nullable LocalDate day(Form form, String field) {
        return filled(form, field) ? form.date(field) : null;
    }

    private static Instant start(String field, LocalDate day) {
        return TimestampRange.check(field, day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static boolean filled(Form form, String field) {
        return !form.value(field).isBlank();
    }
}
