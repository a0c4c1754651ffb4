package network.fanz.web.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import network.fanz.content.media.Rendition;
import network.fanz.content.media.RenditionKind;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a work to one viewer.
 *
 * @param source the address of the picture or of the film's playlist; null if neither was made
 * @param film whether it is a film
 * @param poster a film's still; null if there is none
 * @param renew where a player asks for the next address
 * @param mark the viewer's short id
 */
public record Screen(
        @Nullable String source,
        boolean film,
        @Nullable String poster,
        List<Captions> captions,
        int width,
        int height,
        String base,
        String renew,
        String mark) {
    /** Words of a film, in one language. */
    public record Captions(String source, String language) {}

    static Screen of(List<Rendition> made, String base, String renew, String mark, RenditionKind main) {
        Optional<Rendition> shown = made.stream()
                .filter(one -> one.kind() == main)
                .min(Comparator.comparing(one -> one.name().contains("/")));
        Optional<Rendition> poster =
                made.stream().filter(one -> one.kind() == RenditionKind.POSTER).findFirst();
        Optional<Rendition> measured = main == RenditionKind.PICTURE ? shown : poster;
        return new Screen(
                shown.map(one -> base + one.name()).orElse(null),
                main == RenditionKind.PLAYLIST,
                poster.map(one -> base + one.name()).orElse(null),
                made.stream()
                        .filter(one -> one.kind() == RenditionKind.CAPTION)
                        .map(one -> new Captions(base + one.name(), language(one.name())))
                        .toList(),
                measured.map(Rendition::width).orElse(0),
                measured.map(Rendition::height).orElse(0),
                base,
                renew,
                mark);
    }

    /** Captions are named by their language, such as {@code captions/de.vtt}. */
    private static String language(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.replaceFirst("\\..*$", "");
    }
}
