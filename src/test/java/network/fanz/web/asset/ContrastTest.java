package network.fanz.web.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import network.fanz.common.Brand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pair of tokens that meet on a page, in every brand and both schemes: text 4.5, controls and lines that mean something 3 (WCAG 2.2). */
class ContrastTest {
    private static final List<String> GROUNDS = List.of("canvas", "surface", "sunk");
    private static final List<String> STATES = List.of("ok", "warn", "bad", "info");

    @ParameterizedTest
    @EnumSource(Brand.class)
    void everyTextCanBeRead(Brand brand) {
        List<String[]> pairs = new ArrayList<>(List.of(
                pair("on-accent", "accent"),
                pair("on-action", "action"),
                pair("on-film", "film"),
                pair("accent", "accent-soft"),
                pair("ink", "accent-soft"),
                pair("ink-2", "accent-soft")));
        for (String ground : GROUNDS) {
            List.of("ink", "ink-2", "ink-3", "accent").forEach(text -> pairs.add(pair(text, ground)));
        }
        for (String state : STATES) {
            pairs.add(pair(state, state + "-bg"));
            pairs.add(pair("ink", state + "-bg"));
            pairs.add(pair(state, "surface"));
        }
        assertThat(tooFaint(brand, pairs, 4.5)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Brand.class)
    void everyControlCanBeSeen(Brand brand) {
        List<String[]> pairs = new ArrayList<>();
        for (String ground : GROUNDS) {
            List.of("edge", "accent", "action", "accent-2").forEach(line -> pairs.add(pair(line, ground)));
        }
        assertThat(tooFaint(brand, pairs, 3)).isEmpty();
    }

    private static List<String> tooFaint(Brand brand, List<String[]> pairs, double least) {
        List<String> faint = new ArrayList<>();
        for (boolean dark : new boolean[] {false, true}) {
            DesignTokens designTokens = new DesignTokens(brand, dark);
            for (String[] pair : pairs) {
                double contrast = designTokens.contrast(pair[0], pair[1]);
                if (contrast < least) {
                    faint.add("%s on %s, %s: %.2f".formatted(pair[0], pair[1], dark ? "dark" : "light", contrast));
                }
            }
        }
        return faint;
    }

    private static String[] pair(String above, String below) {
        return new String[] {above, below};
    }
}
