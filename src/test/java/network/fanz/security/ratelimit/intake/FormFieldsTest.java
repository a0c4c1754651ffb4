package network.fanz.security.ratelimit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {
    @Test
    void readsFieldsAsBrowsersWriteThem() {
        var fields = new FormFields(10).add("a=1&b=x+y%2B%C3%BC&a=2&&c&=d").byName();
        assertThat(fields.get("a")).containsExactly("1", "2");
        assertThat(fields.get("b")).containsExactly("x y+ü");
        assertThat(fields.get("c")).containsExactly("");
        assertThat(fields.get("")).containsExactly("d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%A", "%zz=1", "a=%ff", "a=%c3", "a=%+1"})
    void refusesWhatIsNotWellFormed(String encoded) {
        FormFields fields = new FormFields(10);
        assertThatThrownBy(() -> fields.add(encoded)).isInstanceOf(MalformedFields.class);
    }

    @Test
    void refusesMoreFieldsThanThereMayBe() {
        FormFields fields = new FormFields(10).add("a&".repeat(10));
        assertThatThrownBy(() -> fields.add("a")).isInstanceOf(MalformedFields.class);
    }
}
