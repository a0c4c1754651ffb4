package network.fanz.web.asset;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.fanz.common.Brand;

/**
 * The brands' logos. A logo is the symbol {@code logo-<label>} of the sprite; a brand without one shows the sign-in host's. The icon of
 * a browser's tab is the same drawing, in the colour that the brand's token {@code --mark} names.
 */
final class BrandMarks {
    private static final Pattern LOGO = Pattern.compile("(?s)<symbol id=\"logo-([^\"]+)\"[^>]*>(.*?)</symbol>");
    private static final Pattern COLOUR = Pattern.compile("--mark:\\s*(#[0-9a-f]{6});");
    private static final String END = "</svg>";
    private static final String ICON = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" color="%s" stroke="currentColor" \
            stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">%s</svg>
            """;

    private final String sprite;
    private final Map<String, String> drawings = new HashMap<>();

    BrandMarks(byte[] sprite) {
        this.sprite = new String(sprite, StandardCharsets.UTF_8);
        Matcher logo = LOGO.matcher(this.sprite);
        while (logo.find()) {
            drawings.put(logo.group(1), logo.group(2));
        }
    }

    /** The sprite with a logo for every brand. */
    byte[] sprite() {
        StringBuilder missing = new StringBuilder();
        for (Brand brand : Brand.values()) {
            if (!drawings.containsKey(brand.label())) {
                missing.append("<symbol id=\"logo-%s\" viewBox=\"0 0 24 24\">%s</symbol>\n"
                        .formatted(brand.label(), drawing(brand)));
            }
        }
        return sprite.replace(END, missing + END).getBytes(StandardCharsets.UTF_8);
    }

    /** The icon of a browser's tab, in the last colour that the brand's sheet gives its mark. */
    byte[] icon(Brand brand, byte[] sheet) {
        String colour = COLOUR.matcher(new String(sheet, StandardCharsets.UTF_8))
                .results()
                .reduce((earlier, later) -> later)
                .map(found -> found.group(1))
                .orElse("currentColor");
        return ICON.formatted(colour, drawing(brand)).getBytes(StandardCharsets.UTF_8);
    }

    private String drawing(Brand brand) {
        return drawings.getOrDefault(brand.label(), drawings.getOrDefault(Brand.AUTH.label(), ""));
    }
}
