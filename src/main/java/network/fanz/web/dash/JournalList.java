package network.fanz.web.dash;

import static network.fanz.common.Language.say;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import network.fanz.common.InvalidField;
import network.fanz.common.Page;
import network.fanz.finance.ledger.AccountCode;
import network.fanz.finance.ledger.HandPostings;
import network.fanz.finance.ledger.JournalFilter;
import network.fanz.finance.ledger.JournalLine;
import network.fanz.finance.ledger.PostingKind;
import network.fanz.web.form.Form;
import network.fanz.web.show.Format;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the journal, and the filter that stands in the address.
 *
 * @param form the filter as the reader wrote it
 */
public record JournalList(JournalFilter filter, Form form, Page<JournalLine> page) {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> REFERENCE_TYPES = Set.of("", "payment", "refund", "hand");
    private static final List<String> FIELDS =
            List.of("account", "code", "asset", "kind", "referenceType", "referenceId", "from", "to");

    /** The page of a filter that cannot be read. */
    static JournalList unread(Form refused) {
        return new JournalList(JournalFilter.all(), refused, new Page<>(List.of(), null));
    }

    public boolean refused() {
        return form.refusal() != null;
    }

    public List<EnumLabels.FilterOption> kinds() {
        return EnumLabels.options(PostingKind.class, say("Any kind"), filter.kind());
    }

    public List<EnumLabels.FilterOption> codes() {
        return EnumLabels.options(AccountCode.class, say("Any account"), filter.code());
    }

    /**
     * The id of the payment that a posting stands for; null where it stands for something else, or was recorded by hand with an id of
     * another form.
     */
    public static @Nullable String payment(JournalLine line) {
        boolean named =
                line.referenceType().equals("payment") || line.referenceType().equals("refund");
        return named && UUID.matcher(line.referenceId()).matches() ? line.referenceId() : null;
    }

    /** The proposal behind a posting that people made by hand; null for any other. */
    public static @Nullable String proposal(JournalLine line) {
        boolean named = HandPostings.isReference(line.referenceType());
        return named && UUID.matcher(line.referenceId()).matches() ? line.referenceId() : null;
    }

    public List<EnumLabels.FilterOption> referenceTypes() {
        String chosen = form.value("referenceType").strip();
        List<EnumLabels.FilterOption> options = new ArrayList<>();
        options.add(new EnumLabels.FilterOption("", say("Any reference"), chosen.isEmpty()));
        options.add(new EnumLabels.FilterOption("payment", say("Payment"), chosen.equals("payment")));
        options.add(new EnumLabels.FilterOption("refund", say("Refund"), chosen.equals("refund")));
        options.add(new EnumLabels.FilterOption("hand", say("Posting by hand"), chosen.equals("hand")));
        return options;
    }

    /** @throws InvalidField if the filter names no kind of thing that postings are for */
    static void checkReferenceType(Form form) {
        if (!REFERENCE_TYPES.contains(form.value("referenceType").strip())) {
            throw new InvalidField("referenceType", "Choose one from the list.");
        }
    }

    public boolean filtered() {
        return refused() || !filter.equals(JournalFilter.all());
    }

    /** Where the rows behind these are; null on the last page. */
    public @Nullable String more() {
        return page.next() == null ? null : "/finance/journal?" + query(Map.of("after", page.next()));
    }

    /** How far a search through the journal has come; null where an index leads to the rows, or all has been looked through. */
    public @Nullable String searched() {
        return page.next() == null || !filter.isSearched()
                ? null
                : say(
                        "Looked through the transfers from number {0} on. More goes on from there.",
                        Format.count(Long.parseLong(page.next())));
    }

    public String csv() {
        return "/finance/journal.csv?" + query(Map.of());
    }

    private String query(Map<String, String> more) {
        Map<String, String> fields = new TreeMap<>(more);
        FIELDS.stream()
                .filter(field -> !form.value(field).isBlank())
                .forEach(field -> fields.put(field, form.value(field)));
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
