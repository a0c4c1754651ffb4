package network.fanz.web.problems;

import java.beans.PropertyEditorSupport;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Where a converter refuses a part of an address, the library asks an editor of its own, which reads {@code +1} and {@code 01} too. For the
 * types that have such a one these stand in its place and read as {@link StrictParameters} do.
 */
@ControllerAdvice
final class StrictEditors {
    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            UUID.class, StrictParameters.ID,
            Long.class, StrictParameters.NUMBER,
            long.class, StrictParameters.NUMBER,
            Integer.class, StrictParameters.INTEGER,
            int.class, StrictParameters.INTEGER,
            Boolean.class, StrictParameters.TRUTH,
            boolean.class, StrictParameters.TRUTH);

    @InitBinder
    void replaceTheLibrarys(WebDataBinder binder) {
        READERS.forEach((type, read) -> binder.registerCustomEditor(type, new StrictEditor(read)));
    }

    private static final class StrictEditor extends PropertyEditorSupport {
        private final Function<String, ?> read;

        StrictEditor(Function<String, ?> read) {
            this.read = read;
        }

        @Override
        public void setAsText(String text) {
            setValue(text.isEmpty() ? null : read.apply(text));
        }
    }
}
