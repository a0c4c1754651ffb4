package network.fanz.web.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import network.fanz.common.Brand;
import network.fanz.common.Sha256;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;

/**
 * Style sheets, symbols and islands, read once from the class path. Their addresses hold the hash of their content, so browsers may keep
 * them for ever, and a new version has a new address.
 */
public final class StaticAssets {
    /** In this order they make up each brand's one sheet; the brand's own file comes last. */
    private static final List<String> SHEET = List.of(
            "reset",
            "tokens",
            "base",
            "layout",
            "controls",
            "surfaces",
            "figures",
            "tables",
            "lists",
            "forms",
            "pictures",
            "watch");

    private static final Map<String, MediaType> TYPES = Map.of(
            "css", MediaType.parseMediaType("text/css;charset=UTF-8"),
            "js", MediaType.parseMediaType("text/javascript;charset=UTF-8"),
            "svg", MediaType.parseMediaType("image/svg+xml"));
    private static final String SPRITE = "sprite.svg";
    private static final int HASH_DIGITS = 16;
    private static final Map<String, StaticAsset> ALL = read();

    private StaticAssets() {}

    /** A file as it is sent. */
    record StaticAsset(String hash, MediaType type, byte[] plain, byte[] zipped) {}

    /**
     * The address of a file of {@code assets/}, or of a brand's sheet such as {@code tube.css}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static String url(String name) {
        StaticAsset staticAsset = ALL.get(name);
        if (staticAsset == null) {
            throw new IllegalArgumentException("No such asset: " + name);
        }
        return "/assets/" + staticAsset.hash() + "/" + name;
    }

    /** Throws unless every brand has its sheet. */
    public static void check() {
        for (Brand brand : Brand.values()) {
            url(brand.label() + ".css");
        }
    }

    static Optional<StaticAsset> find(String hash, String name) {
        return Optional.ofNullable(ALL.get(name))
                .filter(staticAsset -> staticAsset.hash().equals(hash));
    }

    private static Map<String, StaticAsset> read() {
        Map<String, byte[]> files = files();
        Map<String, StaticAsset> assets = new HashMap<>();
        files.forEach((name, bytes) -> {
            if (!name.startsWith("css/")) {
                assets.put(name, asset(name, bytes));
            }
        });
        assets.putAll(brandAssets(files));
        return Map.copyOf(assets);
    }

    /** What is made for each brand: its sheet, its logo and its icon. */
    private static Map<String, StaticAsset> brandAssets(Map<String, byte[]> files) {
        Map<String, byte[]> made = new HashMap<>();
        BrandMarks marks = new BrandMarks(files.getOrDefault(SPRITE, new byte[0]));
        made.put(SPRITE, marks.sprite());
        for (Brand brand : Brand.values()) {
            byte[] sheet = sheet(files, brand);
            made.put(brand.label() + ".css", sheet);
            made.put("icons/" + brand.label() + ".svg", marks.icon(brand, sheet));
        }
        Map<String, StaticAsset> assets = new HashMap<>();
        made.forEach((name, bytes) -> assets.put(name, asset(name, bytes)));
        return assets;
    }

    private static byte[] sheet(Map<String, byte[]> files, Brand brand) {
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        for (String part : SHEET) {
            sheet.writeBytes(files.getOrDefault("css/" + part + ".css", new byte[0]));
        }
        sheet.writeBytes(files.getOrDefault("css/brand-" + brand.label() + ".css", new byte[0]));
        return sheet.toByteArray();
    }

    private static Map<String, byte[]> files() {
        try {
            Map<String, byte[]> files = new HashMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:/assets/**/*.*")) {
                String url = file.getURL().toString();
                files.put(
                        url.substring(url.lastIndexOf("/assets/") + "/assets/".length()), file.getContentAsByteArray());
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static StaticAsset asset(String name, byte[] plain) {
        MediaType type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("An asset of an unknown kind: " + name);
        }
        return new StaticAsset(hash(plain), type, plain, zipped(plain));
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes)).substring(0, HASH_DIGITS);
    }

    private static byte[] zipped(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
