package network.fanz.web.form;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import network.fanz.common.Asset;
import network.fanz.common.InvalidField;
import network.fanz.common.Money;
import network.fanz.common.Problem;
import network.fanz.common.SignInRequired;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the reader has typed, and what was wrong with it. A handler takes it as a parameter, reads it inside {@link #submit}, and hands it
 * to the template, which shows each error beside its field and keeps what was typed; never a secret.
 *
 * <pre>{@code
 * @PostMapping("/creators/{id}/tips")
 * ModelAndView tip(@PathVariable AccountId id, Caller caller, Form form, Shell shell) {
 *     return form.submit(
 *             () -> shell.leave(purchases.tip(caller, id, form.money("amount", Asset.USD), form.key()).nextUrl()),
 *             again -> creator(id, again, shell));
 * }
 * }</pre>
 *
 * @param values the fields as they came, by name
 * @param refusal why the form was refused, or is refused before its work begins; null otherwise
 */
public record Form(Map<String, String> values, @Nullable Problem refusal) {
    /** The hidden field that says on which page the form stands. */
    public static final String PAGE = "_page";

    /** The hidden field that says whose page it was when the form was opened; empty for nobody's. */
    public static final String OWNER = "_for";

    /** What pages call the secret of a letter's link. A form that has one leads nowhere without it, and is kept nowhere. */
    static final Set<String> LINKS = Set.of("token", "link", "invitation");

    private static final Set<String> SECRET = Set.of("password", "code", "token", "_csrf", "_key");
    private static final Set<String> YES = Set.of("true", "yes");
    private static final int SERVER_ERROR = 500;

    public Form {
        values = Map.copyOf(values);
    }

    /** A form that is not filled in yet. */
    public static Form empty() {
        return new Form(Map.of(), null);
    }

    /** A form that proposes values. */
    public static Form of(Map<String, String> values) {
        return new Form(values, null);
    }

    /** The same form, proposing a value where nothing was typed. */
    public Form withDefault(String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.putIfAbsent(name, value);
        return new Form(more, refusal);
    }

    /** Does the form's work; if it is refused, shows the page again with the reason beside the field. */
    public ModelAndView submit(Supplier<ModelAndView> work, Function<Form, ModelAndView> again) {
        return submit(work, again, SignInRequired.class);
    }

    /** The same, and leaves one kind of refusal to the caller, who knows a better answer than to show the page again. */
    public ModelAndView submit(
            Supplier<ModelAndView> work, Function<Form, ModelAndView> again, Class<? extends Problem> left) {
        try {
            if (refusal != null) {
                throw refusal;
            }
            return work.get();
        } catch (Problem refused) {
            int status = refused.type().status();
            if (refused instanceof SignInRequired || left.isInstance(refused) || status >= SERVER_ERROR) {
                throw refused;
            }
            ModelAndView page = again.apply(refused(refused));
            if (!(refused instanceof NotSentYet)) {
                page.setStatus(HttpStatusCode.valueOf(status));
            }
            return page;
        }
    }

    /** Whether a field's text is never shown again, nor kept. */
    static boolean isSecret(String name) {
        return SECRET.contains(name) || name.toLowerCase(Locale.ROOT).contains("password");
    }

    /**
     * Shows the list that a filter's form in the address selects. Where a value is wrong the same page comes again, as typed, with the reason
     * beside the field and without rows: {@code none} makes it.
     */
    public ModelAndView select(Supplier<ModelAndView> rows, Function<Form, ModelAndView> none) {
        try {
            return rows.get();
        } catch (InvalidField wrong) {
            ModelAndView page = none.apply(new Form(values, wrong));
            page.setStatus(HttpStatusCode.valueOf(wrong.type().status()));
            return page;
        }
    }

    private Form refused(Problem problem) {
        Map<String, String> kept = new HashMap<>(values);
        kept.keySet().removeIf(Form::isSecret);
        return new Form(kept, problem);
    }

    /** What was typed, for showing it again; empty if nothing was. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** What is wrong with the field, a sentence; null if nothing is. */
    public @Nullable String error(String name) {
        for (Problem wrong = refusal; wrong != null; wrong = next(wrong)) {
            if (name.equals(wrong.field())) {
                return wrong.sentence().said();
            }
        }
        return null;
    }

    /** Whether this is the field to begin with: the first that is wrong. */
    public boolean startsAt(String name) {
        return refusal != null && name.equals(refusal.field());
    }

    private static @Nullable Problem next(Problem wrong) {
        return wrong instanceof InvalidField field ? field.next() : null;
    }

    /**
     * What is wrong with anything else: a hidden field, a choice among several, or no field at all. It stands at the form's head, so that
     * no refusal goes unsaid.
     *
     * @param fields those beside which the page draws {@link #error(String)}
     * @return a sentence; null if nothing is wrong, or it is said beside its field
     */
    public @Nullable String errorApartFrom(String... fields) {
        for (Problem wrong = refusal; wrong != null; wrong = next(wrong)) {
            if (!Arrays.asList(fields).contains(wrong.field())) {
                return wrong.sentence().said();
            }
        }
        return null;
    }

    /** Whether the form was refused because its sender last proved too long ago who they are. */
    public boolean needsFreshProof() {
        return refusal != null && refusal.type().value().equals("fresh-proof-needed");
    }

    /** The idempotency key of the form's hidden field: sending the same form twice does its work once. */
    public String idempotencyKey() {
        String key = value("_key");
        if (!key.matches("[0-9A-Za-z-]{16,64}")) {
            throw new InvalidField("_key", "Open the page again: this form has lost its key.");
        }
        return key;
    }

    /** @throws InvalidField if it was left empty */
    public String text(String name) {
        String text = value(name).strip();
        if (text.isEmpty()) {
            throw new InvalidField(name, "This must not be empty.");
        }
        return text;
    }

    /** As typed, with every space. */
    public String secret(String name) {
        if (value(name).isEmpty()) {
            throw new InvalidField(name, "This must not be empty.");
        }
        return value(name);
    }

    /** Whether a box was ticked or a yes was sent; any other value is none. */
    public boolean checked(String name) {
        return YES.contains(value(name));
    }

    /** @throws InvalidField if it is not a date such as {@code 1990-12-31} */
    public LocalDate date(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeParseException unreadable) {
            throw new InvalidField(name, "Write the date as year, month and day, such as 1990-12-31.");
        }
    }

    /** @throws InvalidField if it is not an amount such as {@code 12.50}, or can be read in two ways */
    public Money money(String name, Asset asset) {
        return AmountText.read(name, asset, text(name));
    }
}
