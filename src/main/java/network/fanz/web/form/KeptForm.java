package network.fanz.web.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that did nothing when it was sent, as it was typed, without its secrets.
 *
 * @param action the address that takes it
 * @param values the fields by name
 * @param owner the account that had its page open; null for nobody's
 */
public record KeptForm(
        String action, Map<String, String> values, @Nullable String owner) {
    public KeptForm {
        values = Map.copyOf(values);
    }

    /** The page that it stood on, as the form said; empty if it said none. */
    public String page() {
        return values.getOrDefault(Form.PAGE, "");
    }
}
