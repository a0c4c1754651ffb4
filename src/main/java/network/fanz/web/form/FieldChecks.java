package network.fanz.web.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import network.fanz.common.InvalidField;

/**
 * Reads the fields of a form one after the other, and refuses all that are wrong at once.
 *
 * <pre>{@code
 * FieldChecks fields = new FieldChecks();
 * Supplier<LocalDate> born = fields.read(() -> form.date("dateOfBirth"));
 * fields.refuseWrong();
 * return new NewAccount(born.get());
 * }</pre>
 */
public final class FieldChecks {
    private final List<InvalidField> wrong = new ArrayList<>();

    /** What the field holds; where it is wrong, that is kept for {@link #refuseWrong}. */
    public <T> Supplier<T> read(Supplier<T> field) {
        try {
            T value = field.get();
            return () -> value;
        } catch (InvalidField refused) {
            wrong.add(refused);
            return () -> {
                throw refused;
            };
        }
    }

    /** @throws InvalidField if anything was wrong */
    public void refuseWrong() {
        if (!wrong.isEmpty()) {
            throw InvalidField.ofAll(wrong);
        }
    }
}
